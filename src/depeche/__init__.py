"""depeche: French news in, structured event records out."""
