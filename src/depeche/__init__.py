"""depeche: French news in, structured event records out.

>>> import depeche
>>> nlp = depeche.load()
>>> doc = nlp("Le 14 octobre 2017, un camion piégé a explosé à Mogadiscio, tuant au moins 20 personnes.")
>>> [(event.type, event.date.edtf, event.country) for event in doc._.events]
[('explosion', '2017-10-14', 'SO')]
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version as _version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from depeche.article import Article
    from depeche.errors import ArticleError, ConfigurationError, DepecheError
    from depeche.extraction import extract
    from depeche.io.read import read_articles
    from depeche.pipeline import load
    from depeche.records import EventRecord, json_schema

__version__ = _version("depeche")

__all__ = [
    "Article",
    "ArticleError",
    "ConfigurationError",
    "DepecheError",
    "EventRecord",
    "__version__",
    "extract",
    "json_schema",
    "load",
    "read_articles",
]

# Loaded when first asked for: spaCy takes a second, and `depeche --version` needs none of it.
_HOME = {
    "Article": "depeche.article",
    "ArticleError": "depeche.errors",
    "ConfigurationError": "depeche.errors",
    "DepecheError": "depeche.errors",
    "EventRecord": "depeche.records",
    "extract": "depeche.extraction",
    "json_schema": "depeche.records",
    "load": "depeche.pipeline",
    "read_articles": "depeche.io.read",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'depeche' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
