"""Names of places in a text, and which places they are."""

from sholu.reading.places.adjectives import CountryWord, country_adjectives
from sholu.reading.places.find import find_places
from sholu.reading.places.model import PlaceMention
from sholu.reading.places.resolve import likeliest, resolve_places

__all__ = ["CountryWord", "PlaceMention", "country_adjectives", "find_places", "likeliest", "resolve_places"]
