"""Region packs: what is known of a region's press, bodies, offices, people and places, as data."""
