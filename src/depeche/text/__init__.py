"""The text of an article before any linguistics: what is markup or noise, and which language it is in."""
