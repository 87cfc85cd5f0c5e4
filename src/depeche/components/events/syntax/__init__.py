"""What the parse says of a trigger: its subject, its objects, its complements, where it took place."""
