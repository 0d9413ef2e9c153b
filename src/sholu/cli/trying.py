"""What `sholu sources test` and `add` look at before a source is followed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sholu.sources.web.discovery import Candidate
    from sholu.sources.web.fetch import Fetcher
    from sholu.sources.web.journal import Journal
    from sholu.sources.web.manners import Manners
    from sholu.sources.web.registry import Source


def fetcher_of(journal: "Journal", source: "Source", behaviour: "Manners") -> "Fetcher":
    """What fetches for a source, with the hosts that it allows."""
    from sholu.sources.web.address import Policy
    from sholu.sources.web.fetch import Fetcher

    return Fetcher(journal, Policy.allowing(source.allowed), behaviour)


def found_at(journal: "Journal", url: str, source: "Source", behaviour: "Manners") -> "list[Candidate]":
    """What can be followed at an address, the best first. Rejected when it cannot be read."""
    from sholu.sources.web.discovery import discover

    return discover(fetcher_of(journal, source, behaviour), url)


def candidate_of(fetcher: "Fetcher", source: "Source") -> "Candidate":
    """A source of a known kind with what it names now. Rejected when it cannot be read."""
    from sholu.sources.web.discovery import Candidate
    from sholu.sources.web.gather import gather

    found = gather(fetcher, source, lambda url: False)
    return Candidate(source.url, source.kind, found.title or source.title, found.language, found.references)
