import pytest

from sholu.errors import Rejected
from sholu.text.html import LONGEST, main_text

PAGE = """<html lang="en"><head><title>Dam holds, says Lee</title><meta property="og:site_name" content="Steppe Wire">
<meta property="og:url" content="https://steppewire.example/dam">
<meta property="article:published_time" content="2026-03-04T08:00:00Z">
<script>var tracker = "x";</script></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Dam holds, says Lee</h1>
<p>The dam above Osh has held through the spring floods, the mayor, Ann Lee, told journalists on Wednesday.</p>
<p>Engineers had warned in January that a third of the <b>sluices</b> were worn out &amp; needed replacing.</p>
</article><footer>© Steppe Wire</footer></body></html>"""


def test_the_article_comes_out_with_what_the_page_says_of_itself():
    page = main_text(PAGE)
    assert "The dam above Osh" in page.text
    assert "worn out & needed" in page.text
    assert "\n\n" in page.text
    assert not {"Home", "tracker", "©"} & set(page.text.split())
    assert (page.title, page.outlet, page.published) == ("Dam holds, says Lee", "Steppe Wire", "2026-03-04")
    assert page.url == "https://steppewire.example/dam"


def test_no_date_is_made_up():
    assert main_text(PAGE.replace("2026-03-04T08:00:00Z", "")).published is None


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("", "no-article"),
        ("<html><body></body></html>", "no-article"),
        ("<html>" + "<div>" * 5000, "no-article"),
        ("<p>a</p>" * (LONGEST // 8 + 1), "too-large"),
    ],
)
def test_a_page_without_an_article_has_a_reason(markup: str, code: str):
    with pytest.raises(Rejected) as caught:
        main_text(markup)
    assert caught.value.code == code
