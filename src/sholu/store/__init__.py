"""One file that keeps documents, readings and decisions, and finds them again."""
