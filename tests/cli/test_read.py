import json
from pathlib import Path

import jsonschema
import pytest
from lxml import html as lxml_html

from sholu.model.contract import from_dict, schema
from sholu.samples import documents
from tests.conftest import Run
from tests.grounded import assert_grounded

ARTICLE = next(document for document in documents() if document.id == "08-energy-minister-replaced")
PAGE = """<!doctype html><html><head><title>Mayor of Osh leaves - Steppe Wire</title>
<meta property="og:site_name" content="Steppe Wire"><meta property="article:published_time" content="2026-03-04">
</head><body><nav>Home | News</nav><article><h1>Mayor of Osh leaves</h1>
<p>The mayor of Osh, Ann Lee, resigned on Tuesday after a quarrel with the city council over the price of heating.</p>
<p>"I did what I could," Lee told journalists in the town hall, where about 200 people had gathered to hear her.</p>
</article></body></html>"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE.text, "utf-8")
    return path


def test_the_terminal_view_shows_text_findings_and_what_the_marks_mean(sholu: Run, article: Path):
    ran = sholu("read", article, "--published", "2026-03-04", COLUMNS="80", FORCE_COLOR="1", NO_COLOR="")
    assert ran.status == 0
    assert "\x1b[" in ran.out
    for words in ("Who said what", "We shall answer for every megawatt", "person", "2026-03-04", "Aqsuatov"):
        assert words in ran.out


@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(sholu: Run, article: Path, columns: int):
    ran = sholu("read", article, "--published", "2026-03-04", COLUMNS=str(columns))
    lines = ran.out.splitlines()
    assert max(map(len, lines)) <= columns
    assert not [line for line in lines if line != line.rstrip()]


def test_json_fits_the_schema_and_points_into_the_given_text(sholu: Run, article: Path):
    ran = sholu("read", article, "--published", "2026-03-04", "--outlet", "Steppe Wire", "--json")
    data = json.loads(ran.out)
    jsonschema.validate(data, schema())
    assert data["document"]["text"] == article.read_text("utf-8")
    assert (data["document"]["outlet"], data["document"]["published_basis"]) == ("Steppe Wire", "given")
    assert_grounded(from_dict(data))


def test_all_that_a_document_does_not_say_can_be_given(sholu: Run, article: Path):
    given = (
        "--published",
        "2026-03",
        "--outlet",
        "Post",
        "--language",
        "en",
        "--title",
        "T",
        "--url",
        "https://x.example/",
    )
    document = json.loads(sholu("read", article, *given, "--json").out)["document"]
    names = ("published", "outlet", "language", "title", "url")
    assert [document[name] for name in names] == ["2026-03", "Post", "en", "T", "https://x.example/"]


def test_standard_input_markdown_and_pages_are_read(sholu: Run, tmp_path: Path):
    piped = json.loads(sholu("read", "-", "--json", given="Ann Lee was appointed mayor of Osh on 3 March 2026.").out)
    assert piped["tenures"]
    (tmp_path / "a.md").write_text("# Mayor leaves\n\nThe mayor of Osh, Ann Lee, resigned on Tuesday.", "utf-8")
    assert json.loads(sholu("read", "a.md", "--json").out)["events"]
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    page = json.loads(sholu("read", "a.html", "--json").out)["document"]
    assert (page["outlet"], page["published"], page["published_basis"]) == ("Steppe Wire", "2026-03-04", "metadata")
    assert "Home" not in page["text"]
    assert json.loads(sholu("read", "-", "--json", given=PAGE).out)["document"]["text"] == page["text"]


@pytest.mark.parametrize(
    "text",
    [
        "и\u0306 Министр И\u0306осиф Ли прибыл в Ош 3 марта, сказал он.\n",
        "The min\u00adis\u00adter Ann\u200b Lee said on March 3 that \u201cthe dam\u00ad will hold\u201d.",
        "\r\nThe minister, Ann Lee, resigned.\r\n\r\nShe said she was \u202etired\u202c.\r\n",
        "\n\n  The minister resigned on Tuesday.  \n\n",
    ],
)
def test_the_text_comes_back_character_for_character(sholu: Run, tmp_path: Path, text: str):
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8"))
    data = json.loads(sholu("read", "a.txt", "--json").out)
    assert data["document"]["text"] == text
    assert_grounded(from_dict(data))


def test_an_old_encoding_is_found_or_obeyed(sholu: Run, tmp_path: Path):
    text = "Министр энергетики прибыл в Астану, сообщила пресс-служба правительства."
    (tmp_path / "a.txt").write_bytes(text.encode("koi8_r"))
    assert json.loads(sholu("read", "a.txt", "--json").out)["document"]["text"] == text
    assert json.loads(sholu("read", "a.txt", "--encoding", "koi8_r", "--json").out)["document"]["text"] == text
    wrong = sholu("read", "a.txt", "--encoding", "utf-8")
    assert wrong.status == 1
    assert "not in utf-8" in wrong.err
    assert "--encoding" in wrong.err


def test_a_page_is_written_beside_the_json(sholu: Run, article: Path, tmp_path: Path):
    ran = sholu("read", article, "--html", "out.html", "--json", "--published", "2026-03-04")
    assert json.loads(ran.out)["events"]
    page = lxml_html.fromstring((tmp_path / "out.html").read_text("utf-8"))
    assert page.xpath("//article//span[contains(@class, 'person')]")
    assert {item.text_content() for item in page.xpath("//ul[@class='legend']/li")} >= {"person", "what happened"}


def test_output_is_utf_8_whatever_the_locale_says(sholu: Run):
    ran = sholu("read", "-", "--json", given="Министр прибыл в Ош.", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert json.loads(ran.out)["document"]["text"] == "Министр прибыл в Ош."


def test_escape_sequences_in_an_article_do_not_reach_the_terminal(sholu: Run):
    ran = sholu("read", "-", given="The minister \x1b]0;owned\x07 resigned \x9b31m on Tuesday.")
    assert ran.status == 0
    assert not {"\x1b", "\x07", "\x9b"} & set(ran.out)


def test_without_a_date_a_notice_says_what_to_give(sholu: Run):
    ran = sholu("read", "-", given="The minister resigned on Tuesday.")
    assert ran.status == 0
    assert "--published" in ran.out
