"""The French language layer: tokenizer, paragraphs, verb lemmas, and the trained model under them."""
