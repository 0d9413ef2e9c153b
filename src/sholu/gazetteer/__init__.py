"""The world's places by name, in a compact index."""

from sholu.gazetteer.gazetteer import Found, Gazetteer, gazetteer
from sholu.gazetteer.index import PlaceRecord

__all__ = ["Found", "Gazetteer", "PlaceRecord", "gazetteer"]
