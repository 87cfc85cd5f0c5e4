"""Which acts the text tells, and what it tells of each."""
