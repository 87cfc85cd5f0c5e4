"""An offline gazetteer: built once from public files, read through memory maps; knows nothing of spaCy."""

from depeche.gazetteer.entry import Entry, Kind
from depeche.gazetteer.keys import fold, normalise
from depeche.gazetteer.lookup import Found, Gazetteer, packaged

__all__ = ["Entry", "Found", "Gazetteer", "Kind", "fold", "normalise", "packaged"]
