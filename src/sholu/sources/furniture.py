"""What each outlet prints under all its articles, learned while its pages are read, and left out from then on."""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol
from urllib.parse import urlsplit

from sholu.model.document import Document
from sholu.text.boilerplate import Boilerplate

_REMEMBERED = 40  # pages of one outlet
_EVERY = 10  # pages, once there are so many


class Memory(Protocol):
    """What keeps an outlet's last texts from one run to the next."""

    def recall(self, outlet: str, most: int) -> Sequence[str]:
        """The last texts of an outlet, the oldest first."""
        ...

    def keep(self, outlet: str, text: str, most: int) -> None:
        """Keep one more text of an outlet, and no more than so many in all."""
        ...


class Furniture:
    """What was learned in one run, or with a memory in all. An outlet's first two pages keep all that they have."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory
        self._texts: defaultdict[str, deque[str]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
        self._seen: defaultdict[str, int] = defaultdict(int)
        self._learned: dict[str, Boilerplate] = {}

    def removed_from(self, document: Document) -> Document:
        """A page's document without the furniture of its outlet, which is told by host or by name."""
        outlet = _outlet(document)
        if not outlet:
            return document
        if self._memory is not None:
            if outlet not in self._seen:
                self._texts[outlet].extend(self._memory.recall(outlet, _REMEMBERED))
            self._memory.keep(outlet, document.text, _REMEMBERED)
        self._texts[outlet].append(document.text)
        self._seen[outlet] += 1
        if self._seen[outlet] < _EVERY or self._seen[outlet] % _EVERY == 0:
            self._learned[outlet] = Boilerplate.learned(self._texts[outlet])
        text = self._learned[outlet].removed_from(document.text)
        return document if text == document.text else replace(document, text=text, id="")

    def found_in(self, document: Document) -> tuple[str, ...]:
        """The paragraphs of a page's document that would be left out by what is remembered; nothing is learned."""
        outlet = _outlet(document)
        if not outlet or self._memory is None:
            return ()
        learned = Boilerplate.learned([*self._memory.recall(outlet, _REMEMBERED - 1), document.text])
        kept = learned.removed_from(document.text).split("\n\n")
        return tuple(part for part in document.text.split("\n\n") if part not in kept)


def _outlet(document: Document) -> str | None:
    return _host(document.url) or document.outlet


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
