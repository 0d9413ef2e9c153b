"""The world's places by name, in a compact index."""
