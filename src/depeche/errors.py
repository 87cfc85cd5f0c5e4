"""Every exception that depeche raises on purpose.

DepecheError
├── ConfigurationError   a wrong option, model, registry or gazetteer: nothing can run
│   └── ModelError       the spaCy pipeline given cannot carry the components
├── ArticleError         one article cannot be read; the others can
│   ├── EmptyArticle
│   ├── NotText
│   ├── NotFrench
│   └── TooLong
├── RowError             one row of a JSON Lines file is broken
├── GoldError            a gold file is broken
└── OutputError          the records cannot be written
"""

from __future__ import annotations


class DepecheError(Exception):
    """Base of all depeche errors; its message is one line fit for a terminal."""


class ConfigurationError(DepecheError):
    """A wrong option, model, registry or gazetteer: the run stops at once."""


class ModelError(ConfigurationError):
    """The spaCy pipeline given is missing, unreadable, or lacks a component."""


class ArticleError(DepecheError):
    """One article cannot be processed; the run goes on with the others."""


class EmptyArticle(ArticleError):  # noqa: N818
    """The article holds no text."""


class NotText(ArticleError):  # noqa: N818
    """The file is binary, not text."""


class NotFrench(ArticleError):  # noqa: N818
    """The text is not in French."""


class TooLong(ArticleError):  # noqa: N818
    """The text is longer than the limit."""


class RowError(DepecheError):
    """One row of a JSON Lines file is broken or lacks its text."""


class GoldError(DepecheError):
    """A gold file is broken; the message names the file and the field."""


class OutputError(DepecheError):
    """The records cannot be written where they should go."""
