"""Where the work runs: this process, or a pool of processes. The pipeline knows none of them."""

from depeche.engines.base import Engine, Outcome
from depeche.engines.pool import ProcessPool
from depeche.engines.single import SingleProcess

__all__ = ["Engine", "Outcome", "ProcessPool", "SingleProcess", "engine_for"]


def engine_for(workers: int) -> Engine:
    """The engine for a number of worker processes; one worker is this process itself."""
    return SingleProcess() if workers == 1 else ProcessPool(workers)
