"""The press of a region pack as sources: what is written down of each outlet, followed by its best address."""

from collections.abc import Collection, Iterator

from sholu.errors import InputError
from sholu.packs import load_packs
from sholu.packs.model import Outlet
from sholu.sources.web.address import parse
from sholu.sources.web.registry import Source, SourceKind


def pack_sources(pack: str, languages: Collection[str], countries: Collection[str] = ()) -> tuple[list[Source], int]:
    """The sources of a pack's own outlets (not of packs that it includes), and how many outlets were left out.

    Left out are outlets without an address, and those that appear in none of `languages`. With `countries` (two
    letters each) only outlets of these count. InputError: the codes of `load_packs`, `source-wrong` where none is left.
    """
    wanted = {country.upper() for country in countries}
    outlets = [item for item in load_packs((pack,)).packs[-1].outlets if not wanted or item.country in wanted]
    read = [list(_sources(outlet)) for outlet in outlets if not set(languages).isdisjoint(outlet.language)]
    followed = [sources for sources in read if sources]
    if not followed:
        raise InputError(
            f"The pack {pack!r} has no outlet to follow" + (f" in {', '.join(sorted(wanted))}." if wanted else "."),
            code="source-wrong",
            hint="Outlets are followed that give a `home`, `feeds` or `sitemaps`, and that are in a language we read.",
        )
    return [source for sources in followed for source in sources], len(outlets) - len(followed)


def _sources(outlet: Outlet) -> Iterator[Source]:
    """What to follow of an outlet: its feeds, else its sitemaps, else its site as a list of articles."""
    kind, addresses = _best(outlet)
    key = outlet.id.partition(":")[2][:70]
    only = outlet.language[0] if len(outlet.language) == 1 else None
    for number, address in enumerate(addresses, 1):
        id = key if number == 1 else f"{key}-{number}"
        yield Source(id, str(parse(address)), kind, outlet.names["en"][0], only)


def _best(outlet: Outlet) -> tuple[SourceKind, tuple[str, ...]]:
    if outlet.feeds:
        return "feed", outlet.feeds
    if outlet.sitemaps:
        return "sitemap", outlet.sitemaps
    return "listing", (outlet.home,) if outlet.home else ()
