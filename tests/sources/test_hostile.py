"""Documents of megabytes that were slow once, or could be: read in time that grows with their size, or refused in time.

The bound is CPU time, at which the child that reads them is killed; with the slips of old, each took many times that.
"""

import os
import resource
from collections.abc import Callable

import pytest

from sholu.errors import InputError, Rejected
from sholu.sources.web import feeds
from tests.sources.hostile import FEEDS, KINDS, URL

_SECONDS = 20
_BYTES = 3_000_000_000


def survives(run: Callable[[], object]) -> bool:
    """Whether a child ends by itself, within its time and memory."""
    child = os.fork()
    if not child:
        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime) + _SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        status = 1
        try:
            run()
            status = 0
        except InputError:
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize(
    ("kind", "name", "size"),
    [
        ("page", "boxes of one name, apart", 1_000_000),
        ("page", "lines", 2_000_000),
        ("page", "labels of other stories", 400_000),
        ("page", "labels and prose", 1_000_000),
        ("page", "a credit of long words", 50_000),
        ("listing", "links", 4_000_000),
        ("listing", "attributes", 1_000_000),
        ("listing", "links in boxes in links", 2_000_000),
        ("sitemap", "others before places", 3_000_000),
    ],
)
def test_what_was_slow_once(kind: str, name: str, size: int):
    made, read = KINDS[kind]
    assert survives(lambda: read(made[name](size)))


def test_a_feed_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patch:
        patch.setattr(feeds, "MOST_SECONDS", 0.5)
        feeds._reader.cache_clear()
        with pytest.raises(Rejected) as error:
            feeds.read_feed(FEEDS["categories"](1_000_000).encode(), URL)
        feeds._reader().close()
    feeds._reader.cache_clear()
    assert error.value.code == "slow"
    assert feeds.read_feed(FEEDS["items"](1_000).encode(), URL).references
