"""The slots of a record, filled from what the mentions of an incident say."""
