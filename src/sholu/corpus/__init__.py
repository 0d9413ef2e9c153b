"""Our own annotated articles: the markup they are written in, their readings, and the measure of a reader by them."""
