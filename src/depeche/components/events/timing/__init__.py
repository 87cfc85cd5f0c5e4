"""The day of an act."""
