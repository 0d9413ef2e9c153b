"""From bytes to the exact text, and from the text to words, sentences and quotations."""
