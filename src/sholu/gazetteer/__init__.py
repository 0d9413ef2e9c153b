"""The world's places by name, in a compact index."""

from sholu.gazetteer.index import PlaceRecord
from sholu.gazetteer.lookup import Found, Gazetteer, gazetteer

__all__ = ["Found", "Gazetteer", "PlaceRecord", "gazetteer"]
