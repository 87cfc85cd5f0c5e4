"""Small frozen values and their arithmetic; nothing here knows spaCy."""
