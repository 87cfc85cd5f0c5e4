"""A count as a text tells it: bounds that may be open, and whether it is approximate."""

from __future__ import annotations

from pydantic import model_validator

from depeche.values.base import Value


class Quantity(Value):
    """A count with its bounds.

    `low` and `high` are whole numbers; None means open (« au moins 16 » is 16/None). One of the two is known.
    """

    low: int | None
    high: int | None
    approximate: bool = False
    rule: str = ""

    @model_validator(mode="after")
    def _ordered(self) -> Quantity:
        if self.low is None and self.high is None:
            raise ValueError("a quantity needs a bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")
        return self

    @classmethod
    def exactly(cls, value: int, *, approximate: bool = False, rule: str = "") -> Quantity:
        """A quantity whose bounds are the same number."""
        return cls(low=value, high=value, approximate=approximate, rule=rule)

    @property
    def value(self) -> int:
        """The number to compare by: the known bound, the low one first."""
        known = self.low if self.low is not None else self.high
        assert known is not None
        return known
