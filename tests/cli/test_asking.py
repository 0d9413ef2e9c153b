import json
from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.conftest import Run


def test_a_brief_in_the_terminal(sholu: Run, press: Path):
    ran = sholu("brief", "--store", press, "--date", "2026-03-09", COLUMNS="80")
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Brief · 9 Mar 2026"
    assert max(map(len, lines)) <= 80
    assert not [line for line in lines if line != line.rstrip()]
    assert "→" in ran.out
    assert "origin" in ran.out
    assert "The Alatoo Courier (9 Mar 2026)" in " ".join(ran.out.split())


def test_a_brief_as_json_markdown_and_page_tells_the_same_stories(sholu: Run, press: Path):
    asked = ("brief", "--store", press, "--since", "2026-03-02", "--date", "2026-03-15")
    data = json.loads(sholu(*asked, "--format", "json").out)
    stories = [line for section in data["sections"] for line in section["lines"]]
    markdown = sholu(*asked, "--format", "md").out
    page = lxml_html.fromstring(sholu(*asked, "--format", "html").out.encode())
    assert stories
    assert all(f"#{line['id']}" in markdown.replace("\\", "") for line in stories)
    assert {item.get("id") for item in page.xpath("//ul[@class='stories']/li[@id]")} == {line["id"] for line in stories}
    assert not page.xpath("//script")
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']")


def test_a_brief_by_topic_and_country(sholu: Run, press: Path):
    asked = ("brief", "--store", press, "--since", "2026-03-02", "--format", "json")
    courts = json.loads(sholu(*asked, "--topic", "courts").out)
    assert [section["topic"] for section in courts["sections"]] == ["courts"]
    whole = json.loads(sholu(*asked).out)
    tajik = json.loads(sholu(*asked, "--country", "tj").out)
    assert 0 < len(tajik["sections"]) <= len(whole["sections"])
    wrong = sholu(*asked, "--topic", "gardening")
    assert wrong.status == 1
    assert "Topics: politics" in wrong.err


def test_a_day_without_news_is_said_to_be_one(sholu: Run, press: Path):
    ran = sholu("brief", "--store", press, "--date", "1999-01-01")
    assert (ran.status, "Nothing in the store" in ran.out) == (0, True)
    swapped = sholu("brief", "--store", press, "--since", "2026-03-10", "--date", "2026-03-02")
    assert swapped.status == 1
    assert "Swap" in swapped.err


@pytest.mark.parametrize("name", ["Toksanbayeva", "Токсанбаева", "Тоқсанбаева", "Zhibek Toqsanbayeva"])
def test_a_person_is_found_in_three_scripts(sholu: Run, press: Path, name: str):
    dossier = json.loads(sholu("who", name, "--store", press, "--json").out)
    assert dossier["kind"] == "person"
    assert {language for language, _ in dossier["names"]} == {"en", "kk", "ru"}
    assert any("minister" in office["office"] for office in dossier["offices"])
    assert dossier["said"]


def test_a_dossier_is_laid_out(sholu: Run, press: Path):
    ran = sholu("who", "Toksanbayeva", "--store", press, COLUMNS="80")
    for title in ("Offices ·", "Said ·", "Did ·"):
        assert title in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_who_is_unknown_or_ambiguous_is_told(sholu: Run, press: Path):
    nobody = sholu("who", "Nemo", "--store", press)
    assert nobody.status == 1
    assert "Nemo" in nobody.err
    assert "sholu search" in nobody.err
    empty = sholu("who", "  ", "--store", press)
    assert empty.status == 1


def test_search_finds_words_in_any_form_and_by_filter(sholu: Run, press: Path):
    hits = json.loads(sholu("search", "герой", "OR", "гашиш", "--store", press, "--json").out)
    assert hits == [] or all("ru" in hit["language"] for hit in hits)
    hits = json.loads(sholu("search", "министры", "lang:ru", "--store", press, "--json", "--limit", "3").out)
    assert len(hits) == 3
    assert {hit["language"] for hit in hits} == {"ru"}
    snippet, (start, end) = hits[0]["snippet"], hits[0]["marked"][0]
    assert snippet[start:end].lower().startswith("министр")
    others = json.loads(sholu("search", "--store", press, "--json", "--", "hashish", "-lang:en", "on:2026-03").out)
    assert "en" not in {hit["language"] for hit in others}
    assert "Nothing in the store" in sholu("search", "zeppelin", "--store", press).out
    wrong = sholu("search", "colour:red", "--store", press)
    assert wrong.status == 1
    assert "outlet" in wrong.err


def test_show_takes_a_story_a_document_and_an_entity(sholu: Run, press: Path):
    brief = json.loads(sholu("brief", "--store", press, "--date", "2026-03-09", "--format", "json").out)
    line = brief["sections"][0]["lines"][0]
    story = sholu("show", f"#{line['id'][:8]}", "--store", press)
    assert story.status == 0
    assert "Reports ·" in story.out
    assert "Independent origins ·" in story.out
    document = line["citation"]["document"]
    reading = json.loads(sholu("show", document[:10], "--store", press, "--json").out)
    assert reading["contract"] == "sholu.reading/1"
    assert reading["document"]["id"] == document
    person = json.loads(sholu("who", "Toksanbayeva", "--store", press, "--json").out)
    assert json.loads(sholu("show", person["id"], "--store", press, "--json").out) == person
    unknown = sholu("show", "zzz", "--store", press)
    assert unknown.status == 1
    assert "zzz" in unknown.err


def test_a_timeline_is_in_order_and_within_its_days(sholu: Run, press: Path):
    asked = ("timeline", "--store", press, "--since", "2026-03-03", "--until", "2026-03-06")
    moments = json.loads(sholu(*asked, "--json").out)["moments"]
    dates = [moment["date"] for moment in moments]
    days = [date for date in dates if len(date) == 10 and "/" not in date]  # "2025-23/..": what goes on since
    assert days == sorted(days)
    assert days[0] >= "2026-03-03"
    assert days[-1] <= "2026-03-06"
    ran = sholu(*asked, "--country", "KZ", COLUMNS="80")
    assert ran.status == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    named = json.loads(sholu("timeline", "Toksanbayeva", "--store", press, "--json").out)
    assert named["about"] == "Zhibek Toqsanbayeva"
    assert named["moments"]
