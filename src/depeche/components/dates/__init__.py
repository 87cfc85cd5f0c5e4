"""Dates: found by rule, resolved in reading order, written to the document.

`doc.spans["dates"]` holds what tells a day or a longer period, `doc.spans["times"]` clock times, parts of the
day and references to the present (« désormais »), `doc.spans["date_intervals"]` pairs of dates told as one
interval; each span carries its `DateMention` in `span._.date`.
"""

from __future__ import annotations

from depeche.components.dates.component import DateComponent, make_dates

__all__ = ["DateComponent", "make_dates"]
