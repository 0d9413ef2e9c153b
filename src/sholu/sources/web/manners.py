"""How Sholu behaves towards other people's servers, in one table."""

from dataclasses import dataclass

from sholu.version import __version__

PAGE_BYTES = 10_000_000
"""Bytes of the largest page that is read."""

FEED_BYTES = 3_000_000
"""Bytes of the largest feed that is read."""

SITEMAP_BYTES = 50_000_000
"""Bytes of the largest sitemap that is read: what its standard allows."""


@dataclass(frozen=True, slots=True)
class Manners:
    """What a run allows itself; times in seconds.

    `delay` lies at least between two requests to one host (more if robots.txt asks for it). A host that wants to be
    left alone for longer than `patience` is left for a later run. One request takes at most `seconds` in all, and
    `silence` without a byte. `redirects` are followed one after the other; `per_host` and `per_run` are the most
    requests of one run. `contact` is an address or a page that a site's owner can turn to.
    """

    delay: float = 1.0
    patience: float = 60.0
    seconds: float = 60.0
    silence: float = 20.0
    redirects: int = 5
    per_host: int = 500
    per_run: int = 20_000
    contact: str | None = None

    @property
    def user_agent(self) -> str:
        """Who we say we are: the truth."""
        contact = "".join(char for char in self.contact or "" if " " <= char < "\x7f")
        return f"Sholu/{__version__}" + (f" (+{contact})" if contact else "")
