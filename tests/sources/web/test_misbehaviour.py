"""Whatever a server does, the fetcher ends in time with a reason, and goes on with the next address."""

import resource
import time

import pytest

from sholu.errors import Rejected
from sholu.sources.web.fetch import Fetcher
from sholu.sources.web.journal import Journal
from tests.sources.web.server import BEHAVIOURS, FINE, PAGE, Server

MOST = 1_000_000


def test_there_are_enough_kinds():
    assert sum(code != FINE for _, code in BEHAVIOURS.values()) >= 40


@pytest.mark.parametrize("path", BEHAVIOURS)
def test_each_ends_as_it_should(path: str, bad_server: Server, fetcher: Fetcher, journal: Journal):
    code = BEHAVIOURS[path][1]
    started = time.monotonic()
    if code == FINE:
        assert fetcher.fetch(bad_server.url(path), most=MOST).body == PAGE
    else:
        with pytest.raises(Rejected) as caught:
            fetcher.fetch(bad_server.url(path), most=MOST)
        assert caught.value.code in code.split(" or ")
        assert caught.value.hint
    assert time.monotonic() - started < 5, "a bound of .6 s a request, and at most seven requests"
    asked = journal.requests()
    assert asked[0].url.endswith("/robots.txt")
    assert [request.outcome for request in asked if request.outcome == "started"] == []
    assert all(request.ended for request in asked)


def test_bombs_are_not_opened_in_memory(bad_server: Server, fetcher: Fetcher):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for path in (path for path in BEHAVIOURS if "bomb" in path or path == "/endless"):
        with pytest.raises(Rejected, match="more than one page"):
            fetcher.fetch(bad_server.url(path), most=MOST)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000, "kilobytes"
