"""The vocabulary: immutable plain data that every room shares."""
