"""Articles in, records out: one reader or writer a module; knows Article and EventRecord alone."""

from depeche.io.read import check_paths, read_articles
from depeche.io.sink import FileSink, check_writable
from depeche.io.write import FORMATS, RecordWriter, TableWriter

__all__ = [
    "FORMATS",
    "FileSink",
    "RecordWriter",
    "TableWriter",
    "check_paths",
    "check_writable",
    "read_articles",
]
