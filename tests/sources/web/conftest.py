"""What the tests of the web share: a server that misbehaves, and fetchers with short patience."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sholu.sources.web.address import Policy
from sholu.sources.web.fetch import Fetcher
from sholu.sources.web.journal import Journal
from sholu.sources.web.manners import Manners
from tests.sources.web.server import Server, misbehaving

NAMES = {"turncoat.example": ["93.184.215.14", "10.0.0.1"], "shut.example": ["127.0.0.1"]}
IMPATIENT = Manners(delay=0.0, patience=0.2, seconds=0.6, silence=0.3, contact="press@example.org")

MakeFetcher = Callable[..., Fetcher]


def names(host: str, port: int) -> list[str]:
    """A resolver of our own: nothing outside this machine is asked, whatever a test does."""
    if host.endswith(".test") or host == "127.0.0.1":
        return ["127.0.0.1"]
    if host not in NAMES:
        raise OSError("no such host")
    return NAMES[host]


@pytest.fixture(scope="session")
def bad_server() -> Iterator[Server]:
    server = misbehaving()
    yield server
    server.close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "journal.sqlite") as opened:
        yield opened


@pytest.fixture
def make(journal: Journal) -> MakeFetcher:
    """Makes fetchers that may ask 127.0.0.1 and the hosts `one.test` to `nine.test`, which are there too."""
    numbers = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    allowed = Policy.allowing(["127.0.0.1", *(f"{number}.test" for number in numbers)])

    def made(manners: Manners = IMPATIENT, **more: object) -> Fetcher:
        return Fetcher(journal, allowed, manners, **{"resolver": names, **more})  # type: ignore[arg-type]

    return made


@pytest.fixture
def fetcher(make: MakeFetcher) -> Fetcher:
    return make()
