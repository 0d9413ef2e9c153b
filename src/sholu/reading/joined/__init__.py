"""Where the two halves meet: exact answers and learned marks become one reading, item by item and field by field."""

from sholu.reading.joined.reading import read_jointly

__all__ = ["read_jointly"]
