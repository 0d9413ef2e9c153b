"""The pages show articles that anybody may have written: nothing in them may become markup, script or a link."""

from pathlib import Path

import pytest
from lxml import html as lxml_html

import sholu
from sholu.errors import InputError
from sholu.library import Library
from sholu.model.document import Document
from sholu.publishing.brief import Brief, Citation, Dispute, Line, OfficeLine, Section, Side
from sholu.publishing.brief_page import brief_page
from sholu.publishing.brief_text import markdown
from sholu.publishing.page import reading_page, write_page

HOSTILE = (
    '<script>alert(1)</script> "Ann Lee" <img src=x onerror=alert(1)> said {{ 7*7 }} {% raw %} \'"><b onclick="x()">'
    " javascript:alert(1) &lt;i&gt; </style></article><svg/onload=alert(2)> `rm` [a](javascript:alert(1)) \x1b[31m\x00"
)


def assert_harmless(markup: str) -> lxml_html.HtmlElement:
    """The page as a browser sees it: no script, no handler, no link that runs, nothing loaded from elsewhere."""
    page = lxml_html.fromstring(markup.encode("utf-8"))
    assert not page.xpath("//script|//iframe|//object|//embed|//form|//img|//svg|//link|//base")
    for element in page.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (element.tag, name)
            if name in ("href", "src"):
                assert value.startswith(("#", "http://", "https://")), value
    assert "49" not in page.text_content()
    assert not {"\x00", "\x1b"} & set(markup)
    return page


def test_a_hostile_article_stays_text():
    document = Document(
        f"{HOSTILE}\n\nThe minister, Ann Lee, said on March 3 that “{HOSTILE}”.\n\n{HOSTILE}",
        title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)", published="2026-03-04", language="en",
    )  # fmt: skip
    page = assert_harmless(reading_page(sholu.read(document)))
    assert "<script>alert(1)</script>" in page.xpath("//article")[0].text_content()
    assert page.xpath("//h1")[0].text_content().startswith("<script>")


def line(url: str) -> Line:
    citation = Citation("d", 0, 5, (HOSTILE, HOSTILE), HOSTILE, "2026-03-04", url)
    dispute = Dispute("figures", HOSTILE, (Side(HOSTILE, citation), Side(HOSTILE, citation)), HOSTILE)
    under = Line("s2", HOSTILE, "en", "alleged", None, None, citation, 1, (), None, (), ())
    return Line(
        "s1",
        HOSTILE,
        "en",
        "planned",
        "2026-03-04",
        HOSTILE,
        citation,
        2,
        (HOSTILE,),
        "AID",
        (HOSTILE,),
        (dispute,),
        (under,),
        3,
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "http://[", "//x.example", ""]
)
def test_a_hostile_brief_stays_text_and_links_nowhere(url: str):
    office = OfficeLine(HOSTILE, "KZ", HOSTILE, None, "2026-03", HOSTILE, ())
    brief = Brief("2026-03-04", "2026-03-04", (Section("energy", (line(url),)),), (office,), 1, 1, ("en",))
    page = assert_harmless(brief_page(brief))
    assert not page.xpath("//main//a/@href")


def test_markdown_holds_no_markup_of_the_article():
    brief = Brief("2026-03-04", "2026-03-04", (Section("energy", (line("x"),)),), (), 1, 1, ("en",))
    text = markdown(brief)
    assert "<script" not in text
    assert "<img" not in text
    assert "[a](" not in text
    assert text.count("`") - text.count("\\`") == 2, "only our own `sholu show` stands in code"
    assert not {"\x00", "\x1b"} & set(text)


def test_a_source_is_linked_where_it_may_be():
    brief = Brief("2026-03-04", "2026-03-04", (Section("energy", (line("https://x.example/?a=1&b=2"),)),), (), 1, 1, ())
    assert set(assert_harmless(brief_page(brief)).xpath("//main//a/@href")) == {"https://x.example/?a=1&b=2"}


def test_marks_stand_on_the_words_and_lead_to_the_items():
    reading = sholu.read(
        "The minister, Ann Lee, resigned on Tuesday.\r\n\r\nShe said that she was tired.", published="2026-03-04"
    )
    page = assert_harmless(reading_page(reading))
    person = page.xpath("//article//span[contains(concat(' ', @class, ' '), ' person ')]")
    assert [item.text_content() for item in person] == ["Ann Lee"]
    assert len(page.xpath("//article/p")) == 2
    anchors = set(page.xpath("//article//a/@id"))
    assert anchors
    assert set(page.xpath("//aside//a/@href")) <= {f"#{anchor}" for anchor in anchors}
    assert {item.text_content() for item in page.xpath("//ul[@class='legend']//span")} >= {"person", "time"}


def test_every_sample_has_a_page_with_its_whole_text(library: Library):
    for reading in list(library.store.readings())[::6]:
        page = assert_harmless(reading_page(reading).replace("49", ""))
        shown = "".join(page.xpath("//article")[0].text_content().split())
        assert shown == "".join(reading.document.text.replace("49", "").split())


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path):
    with pytest.raises(InputError) as caught:
        write_page(sholu.read("The minister resigned on Tuesday."), tmp_path / "no" / "page.html")
    assert caught.value.code == "file-unwritable"
