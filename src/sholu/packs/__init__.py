"""Region packs: what is known of a region's press, bodies, offices, people and places, as data."""

from sholu.packs.loader import pack_names, read_pack
from sholu.packs.packs import DEFAULT, Naming, Packs, load_packs

__all__ = ["DEFAULT", "Naming", "Packs", "load_packs", "pack_names", "read_pack"]
