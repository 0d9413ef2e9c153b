"""What a site asks of robots, kept to as RFC 9309 says, its rules for failures included."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from protego import Protego

from sholu.sources.web.address import Address

LARGEST = 512_000
"""Bytes of robots.txt that are read; the standard asks for at least 500 KiB."""

ROBOT = "Sholu"
"""The name that robots.txt may call us by."""

Kind = Literal["read", "free", "closed"]

_DAY = 86_400.0
_HOUR = 3_600.0
_MOST_LINES = 10_000
_MOST_GROUPS = 500  # each rule is kept once for every name above it: many names times many rules would never end
_LONGEST_LINE = 2_000
_LONGEST_DELAY = 86_400.0


@dataclass(frozen=True)
class Rules:
    """The rules of one origin. `kind` says how they came to be, `until` (seconds since 1970) how long they hold.

    "read": as `text` says; "free": there are none, all may be asked; "closed": they could not be had, nothing may be
    asked until they can.
    """

    kind: Kind
    text: str
    until: float

    @cached_property
    def _parsed(self) -> Protego:
        return Protego.parse(_bounded(self.text))

    def allow(self, address: Address) -> bool:
        """Whether this address may be asked."""
        if self.kind != "read":
            return self.kind == "free"
        return bool(self._parsed.can_fetch(str(address), ROBOT))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the site asks for; 0 when it does not."""
        if self.kind != "read":
            return 0.0
        delay = self._parsed.crawl_delay(ROBOT) or 0.0
        rate = self._parsed.request_rate(ROBOT)
        if rate and rate.requests > 0:
            delay = max(delay, rate.seconds / rate.requests)
        return min(max(delay, 0.0), _LONGEST_DELAY) if delay == delay else 0.0

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that the site names."""
        return tuple(self._parsed.sitemaps)[:100] if self.kind == "read" else ()


def from_reply(status: int | None, body: bytes, now: float, before: Rules | None) -> Rules:
    """The rules that an answer to the request for robots.txt makes; `status` None stands for no answer at all.

    What was read is kept for a day. Without an answer, or with an error of the server, the rules read `before` hold on;
    where there were none, the origin is closed for an hour. Any other refusal means that there are no rules.
    """
    if status is not None and 200 <= status < 300:
        return Rules("read", body[:LARGEST].decode("utf-8", "replace").lstrip("\ufeff"), now + _DAY)
    if status is not None and 300 <= status < 500 and status != 429:
        return Rules("free", "", now + _DAY)
    if before is not None and before.kind == "read":
        return Rules("read", before.text, now + _HOUR)
    return Rules("closed", "", now + _HOUR)


def _bounded(text: str) -> str:
    kept: list[str] = []
    groups = 0
    for line in text.splitlines()[:_MOST_LINES]:
        if len(line) > _LONGEST_LINE:
            continue
        groups += line.lstrip().lower().startswith("user")
        if groups > _MOST_GROUPS:
            break
        kept.append(line)
    return "\n".join(kept)
