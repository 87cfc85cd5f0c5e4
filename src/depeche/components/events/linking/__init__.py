"""Who did it to whom: actors linked to triggers."""
