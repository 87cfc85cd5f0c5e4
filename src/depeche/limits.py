"""The limits that keep time and memory bounded, in one place."""

#: Characters of one article. Above it the article is refused by name.
MAX_CHARS = 1_000_000
#: Bytes of one text file: four a character, so that no longer file is read at all.
MAX_FILE_BYTES = 4 * MAX_CHARS
#: Bytes of one row of JSON Lines: a character may be escaped in six.
MAX_ROW_BYTES = 8 * MAX_CHARS
