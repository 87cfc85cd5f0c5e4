"""The pairing of two lists that agrees best in all, by SciPy's solver of the assignment problem."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def best_pairs(table: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Pairs (row, column) of the greatest sum, each used once; pairs that agree in nothing are left out.

    Args:
        table: agreement of each row with each column, shape (rows, columns), 0 or more.
    """
    from scipy.optimize import linear_sum_assignment  # here: every start of the command would wait for it

    rows, columns = linear_sum_assignment(table, maximize=True)
    return [
        (int(row), int(column)) for row, column in zip(rows, columns, strict=True) if table[row, column] > 0
    ]
