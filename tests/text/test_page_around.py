# ruff: noqa: E501 (markup is clearer in whole lines)
"""What stands around an article on a page: names, dates, other stories, captions, calls; each rule with its limit."""

import json

import pytest

from sholu.text.html import PageText, main_text
from sholu.text.written_dates import written_month

ONE = "The dam above Osh has held through the spring floods, the mayor, Ann Lee, told journalists on Wednesday."
TWO = "Engineers had warned in January that a third of the sluices were worn out and needed replacing soon."
BODY = f"<p>{ONE}</p><p>{TWO}</p>"


def page(above: str = "", below: str = "", *, body: str = BODY, head: str = "", outer: str = "") -> PageText:
    title = "" if "<title>" in head else "<title>Dam holds at Osh</title>"
    return main_text(
        f"<html><head>{title}{head}</head><body>{outer}<div class='page'><h1>Dam holds at Osh</h1>{above}<div class='text'>{body}</div>{below}</div></body></html>",
        url="https://a.example/x/1",
    )


@pytest.mark.parametrize(
    ("above", "below", "author"),
    [
        ("<div class='Article_author__g7'>Joan Clay</div>", "", "Joan Clay"),
        ("<span class='yazar'>Joan Clay</span>", "", "Joan Clay"),
        ("<div><a href='/user/4/'>Joan Clay</a> <span>04-03-2026, 10:00</span></div>", "", "Joan Clay"),
        ("<div>Interviewed by Joan Clay · 4 March 2026</div>", "", "Joan Clay"),
        ("<div>Опубликовано 04.03.2026 - 10:00 пользователем Анна Ли</div>", "", "Анна Ли"),
        ("<div>4 March 2026, Joan Clay</div>", "", "Joan Clay"),
        ("<div>Joan Clay</div><div>Correspondent</div>", "", "Joan Clay"),
        ("<ul><li><i class='fa fa-user'></i> Joan Clay</li></ul>", "", "Joan Clay"),
        ("<ul><li><i class='fa fa-folder'></i> Central Asia</li></ul>", "", None),
        ("", "<p><i>Joan Clay</i></p>", "Joan Clay"),
        ("", "<p>(Анна Ли)</p>", "Анна Ли"),
        ("", "<p>Текст: Анна Ли</p>", "Анна Ли"),
        ("<div>Central Asia</div>", "", None),
        ("<div>New Bazar, 4 March 2026</div>", "", None),
        ("<div class='photo-author'>Joan Clay</div>", "", None),
        ("", "<div class='comments'><span class='comm-author'>Joan Clay</span></div>", None),
        ("", "<p>Latest News</p>", None),
        ("<div>standing by Tuesday</div>", "", None),
        ("<div>Today is 21 November 2026</div>", "", None),
    ],
)
def test_the_author_whom_readers_see(above: str, below: str, author: str | None):
    assert page(above, below).author == author


def test_the_author_of_another_story():
    card = "<div class='card'><a href='/{0}'>Old cinema number {0} closes</a><div class='card__author'>Joan Clay</div></div>"
    assert page(below="".join(card.format(n) for n in "1234")).author is None


def test_an_outlet_is_no_author_of_its_own():
    data = {"@type": "NewsArticle", "author": {"name": "Ridge Post"}, "publisher": {"name": "Ridge Post"}}
    assert page(head=f'<script type="application/ld+json">{json.dumps(data)}</script>').author is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2003-2026 Ridge Post. All rights reserved.", "Ridge Post"),
        ("Copyright © Ridge Post, 2026", "Ridge Post"),
        ("Ridge Post © 2026", "Ridge Post"),
        ("© 2026. Все права защищены", None),
        ("© 2009-2026", None),
        ("© Reuters / Joan Clay", None),
    ],
)
def test_the_outlet_in_the_line_of_rights(line: str, outlet: str | None):
    assert page(below=f"<footer><p>{line}</p></footer>").outlet == outlet


def test_the_outlet_in_the_link_to_the_front_page():
    assert page(outer="<div><a href='/'>Home</a> <a href='/'>Ridge Post</a></div>").outlet == "Ridge Post"
    assert page(outer="<a href='/'><img src='l.png' alt='Ridge Post'></a>").outlet == "Ridge Post"
    assert page(outer="<a href='/'>На главную</a><a href='/n'>Ridge Post</a>").outlet is None


def test_a_title_names_the_outlet_and_not_its_day_or_print_version():
    assert page(head="<title>Dam holds at Osh - Ridge Post, 04.03.2026</title>").outlet == "Ridge Post"
    assert page(head="<title>Ridge Post :: Print version :: Dam holds at Osh</title>").outlet == "Ridge Post"


@pytest.mark.parametrize(
    ("above", "outer", "day"),
    [
        ("<time class='entry-date updated' datetime='2026-03-04'>4 March</time>", "", "2026-03-04"),
        ("<time class='updated' datetime='2026-03-09'>9 March</time>", "", None),
        ("<p class='lead'>The mayor thanked the engineers for their work.</p><div>4 March 2026</div>", "", "2026-03-04"),
        ("<div><span class='updated rich-snippet-hidden'>2026-03-09</span>4 March 2026</div>", "", "2026-03-04"),
        ("<div>March 2026</div>", "", "2026-03"),
        ("<div><a href='/r'><p>10:20 / 01.03.2026</p><p>Old cinema number one closes</p></a></div>", "<div>9:00 / 04.03.2026</div>", "2026-03-04"),
        ("", "<div class='issue'>No 12, 4 March 2026</div>", "2026-03-04"),
        ("", "<div><div><a href='/'>Home</a></div><div><a href='/n'>News</a></div><div>21 November 2026</div></div>", None),
    ],
)  # fmt: skip
def test_days_by_the_headline(above: str, outer: str, day: str | None):
    assert page(above, outer=outer).published == day


def test_a_remark_is_older_than_no_article():
    remark = "<div id='comments'><cite>Joan</cite> <time>9 March 2026 10:12</time><p>Well done to all of the engineers, and to the mayor as well!</p></div>"
    assert page("<div>4 March 2026</div>", remark).published == "2026-03-04"


@pytest.mark.parametrize(
    ("script", "day"),
    [
        ('<script id="__NEXT_DATA__" type="application/json">{"a":[{"title":"Dam holds at Osh","publishedAt":"2026-03-04T10:00:00"}]}</script>', "2026-03-04"),
        ('<script>window.__STATE__ = {"story":{"headline":"Dam holds at Osh","published_at":1772600000}};</script>', "2026-03-04"),
        ('<script type="application/json">{"title":"Another story","publishedAt":"2026-03-04"}</script>', None),
        ('<script type="application/json">{"title":"Dam holds at Osh","publishedAt":4}</script>', None),
        ('<script>window.__STATE__ = {broken</script>', None),
    ],
)  # fmt: skip
def test_the_day_in_the_data_of_scripts(script: str, day: str | None):
    found = page(below=script)
    assert (found.published, found.date_source) == (day, "script" if day else None)


@pytest.mark.parametrize(
    "around",
    [
        "<p><img src='1.jpg'><br><i>A bulldozer on the road. Photo: Press service</i></p>",
        "<div class='subs'><b>Support us</b><p>Subscribe to our letter.</p><p>From two dollars a month.</p></div>",
        "<div class='x'><p><strong>Dear readers!</strong></p><p>We have neither an owner nor advertisements.</p><a href='/d'>Donate</a></div>",
        "<div class='also-read'><span>On this topic</span><b>Old cinema closes</b></div>",
        "<div>Your browser does not support this video. Install a newer one.</div>",
    ],
)
def test_what_is_set_amid_the_text_is_left_out(around: str):
    long = f"<p>{ONE} {TWO}</p><p>{TWO} {ONE}</p>"
    assert page(body=BODY + around + long).text == page(body=BODY + long).text


def test_a_page_in_a_form_and_a_letter_box():
    whole = f"<html><head><title>Dam holds at Osh</title></head><body><form id='aspnetForm'><h1>Dam holds at Osh</h1><div>{BODY}</div></form></body></html>"
    assert main_text(whole).text == f"{ONE}\n\n{TWO}"
    field = "<div><div><h4>The week in your letterbox</h4><p>Every Friday we send you what we have written and read. No advertising.</p><input placeholder='Email'></div></div>"
    assert page(body=BODY + field + f"<p>{ONE} {TWO}</p>").text == f"{ONE}\n\n{TWO}\n\n{ONE} {TWO}"


def test_panes_that_are_hidden():
    pane = f"<div style='display: none'><p>{TWO} {TWO}</p><p>{TWO} {ONE} {TWO}</p></div>"
    assert page(below=pane).text == f"{ONE}\n\n{TWO}"
    alone = f"<html><head><title>Dam holds at Osh</title></head><body style='display:none'><h1>Dam holds at Osh</h1>{BODY}</body></html>"
    assert TWO in main_text(alone).text


def test_the_body_that_the_page_states():
    note = (
        "<div>Joan Clay</div><div>Have you seen anything of note? Our editors read all letters and answer them.</div>"
    )
    body = f"<div class='d'><div itemprop='articleBody'>{BODY}</div>{note}</div>"
    assert page(body=body).text == f"{ONE}\n\n{TWO}"


def test_other_stories_below():
    cards = "".join(
        f"<div class='col'><div>Old cinema number {n}</div><div>{TWO} Nobody was hurt.</div></div>" for n in "123"
    )
    assert page(below=f"<div class='cards'><h2>Related stories</h2>{cards}</div>").text == f"{ONE}\n\n{TWO}"
    following = f"<div class='page'><h1 class='ttl'>Cinema closes</h1><p>{TWO} {TWO}</p><p>{TWO} {ONE} {TWO}</p></div>"
    markup = f"<html><head><title>Dam holds at Osh</title></head><body><div class='page'><h1 class='ttl'>Dam holds at Osh</h1>{BODY}</div>{following}</body></html>"
    assert main_text(markup).text == f"{ONE}\n\n{TWO}"


def test_a_short_article_keeps_what_is_its_own():
    linked = f"<p>{ONE}</p><div><a href='/1'>Old cinema number one closes</a></div><p>{TWO}</p><p>{ONE} Again.</p>"
    assert TWO in page(body=linked).text, "a paragraph under a link is no teaser"
    asked = f"<p><b>Will it hold?</b></p><p>{ONE}</p><p>{TWO}</p>"
    assert page(body=asked).text.startswith("Will it hold?")
    assert page(body=asked).title == "Dam holds at Osh"
    assert page("<div>The dam holds.</div>").text.startswith("The dam holds.")
    assert "Subscribe" not in page(body=BODY + "<p>Subscribe to our channel.</p>").text
    assert page(body=BODY + "<p>Subscribe to our channel.</p>").text == f"{ONE}\n\n{TWO}"


def test_a_section_is_no_headline():
    markup = f"<html><head><title>Press releases</title></head><body><h1>Press releases</h1><div><span>04.03.2026</span><h3>Dam holds at Osh</h3>{BODY}</div></body></html>"
    assert main_text(markup).title == "Dam holds at Osh"
    called = markup.replace("<h3>", "<br><span class='news-title'>").replace("</h3>", "</span><br>")
    assert main_text(called).title == "Dam holds at Osh"


def test_months():
    assert [
        written_month(text)
        for text in ("March 2026", "март 2026 г.", "2026 жылғы наурыз", "4 March 2026", "in March 2026", "March")
    ] == ["2026-03", "2026-03", "2026-03", None, None, None]
