"""Measure records against gold, slot by slot, and list what to mend next.

>>> from depeche.evaluation import GoldArticle, evaluate
>>> gold = GoldArticle(id="a", events=[{"type": "explosion", "places": ["Gao"]}])
>>> evaluate([gold], []).scores["event"].fn
1
"""

from __future__ import annotations

from depeche.evaluation.gold import GoldArticle, GoldCasualty, GoldEvent, read_gold
from depeche.evaluation.predictions import read_records, run_pipeline
from depeche.evaluation.report import Report, Score
from depeche.evaluation.scoring import evaluate

__all__ = [
    "GoldArticle",
    "GoldCasualty",
    "GoldEvent",
    "Report",
    "Score",
    "evaluate",
    "read_gold",
    "read_records",
    "run_pipeline",
]
