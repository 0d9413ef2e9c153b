"""Pages read by a process beside the run come out as they do inside it, and a page that keeps it busy is refused."""

import pytest

from sholu.errors import Rejected
from sholu.sources import web_pages
from sholu.sources.web_pages import page_text
from sholu.text.html import main_text
from tests.sources.builders import RUSSIAN, page
from tests.sources.hostile import PAGES, URL


@pytest.mark.parametrize("markup", [page(), page(RUSSIAN, title="Карасу \U0001f30a"), PAGES["live"](1_000)])
@pytest.mark.parametrize("url", [URL, None])
def test_the_same_comes_out(markup: str, url: str | None):
    assert page_text(markup, url=url) == main_text(markup, url=url)


def test_a_refusal_comes_out_as_it_is():
    with pytest.raises(Rejected) as error:
        page_text("<html><body></body></html>")
    assert (error.value.code, error.value.message[:18]) == ("no-article", "No article was fou")


def test_a_page_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patch:
        patch.setattr(web_pages, "MOST_SECONDS", 0.3)
        web_pages._reader.cache_clear()
        with pytest.raises(Rejected) as error:
            page_text(PAGES["paragraphs"](4_000_000))
        web_pages._reader().close()
    web_pages._reader.cache_clear()
    assert error.value.code == "slow"
    assert page_text(page()).title == "Karasu drained"
