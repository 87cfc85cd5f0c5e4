"""The limits that keep time and memory bounded, in one place."""

#: Characters of one article. Above it the article is refused by name.
MAX_CHARS = 1_000_000
#: Bytes of one text file: four a character, so that no longer file is read at all.
MAX_FILE_BYTES = 4 * MAX_CHARS
#: Bytes of one row of JSON Lines: a character may be escaped in six.
MAX_ROW_BYTES = 8 * MAX_CHARS
#: Characters read at once; longer articles are read in parts, for the time grows faster than the length.
PART_CHARS = 50_000
#: Tokens of one sentence; text that goes on without a full stop is cut there.
MAX_SENTENCE = 200
