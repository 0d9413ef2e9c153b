# ruff: noqa: E501 (markup is clearer in whole lines)
"""Layouts written after the extraction was, to see how it does on what it was not made for."""

from tests.pages.press import TODAY, Made, Story, worded
from tests.pages.regional import made


def lead_apart(story: Story) -> Made:
    """The lead in a box of its own, the text in two boxes with advertising between, the author below."""
    word, url = story.word, f"{story.site}/n/{story.number}"
    parts = story.paragraphs
    lead, first, rest = parts[0], parts[1:3], parts[3:]
    cards = "".join(f"<a class='card' href='/n/{n}'><h5>{story.headline(n)}</h5></a>" for n in range(8))
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title} :: {story.outlet}</title></head><body>
<div class="hd"><a href="/">{story.outlet}</a><span>{worded(TODAY, story.language)}</span></div><section class="news-view">
<h1 class="nv-title">{story.title}</h1><time class="nv-time">{worded(story.day, story.language)}, 12:00</time>
<div class="nv-lead"><strong>{lead}</strong></div><div class="nv-pic"><img src="1.jpg"><i>{word["photo"]}: {story.outlet}</i></div>
<div class="nv-text">{"".join(f"<p>{part}</p>" for part in first)}</div><div class="adv"><ins></ins></div>
<div class="nv-text">{"".join(f"<p>{part}</p>" for part in rest)}</div><p class="nv-author">{word["author"]}: {story.author}</p></section>
<div class="cards">{cards}</div><div class="ft">{word["rights"]}</div></body></html>"""
    return made(story, "lead-apart", markup, url)


def hand_made(story: Story) -> Made:
    """A page made by hand at the beginning of the century: paragraphs not closed, the date at the end."""
    url = f"{story.site}/arch/{story.number}.htm"
    body = "\n".join(f"<P ALIGN=JUSTIFY>&nbsp;&nbsp;&nbsp;{part}" for part in story.paragraphs)
    encoding = "utf-8" if story.language == "kk" else "koi8-r"
    markup = f"""<HTML><HEAD><TITLE>{story.outlet} - {story.title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><CENTER><IMG SRC=logo.gif ALT="{story.outlet}">
<H2>{story.title}</H2></CENTER>{body}
<P ALIGN=RIGHT><I>{story.author}</I><P><SMALL>{story.day:%d.%m.%Y}</SMALL><HR><A HREF=index.htm>&lt;&lt;</A> <A HREF=map.htm>{story.word["about"]}</A></BODY></HTML>"""
    return made(story, "hand-made", markup, url, encoding)


def guest_book(story: Story) -> Made:
    """A calendar of links, the text in a justified box, remarks in rows of a table."""
    word, url = story.word, f"{story.site}/?mod=news&id={story.number}"
    days = "".join(f"<td><a href='?d={n}'>{n}</a></td>" for n in range(1, 29))
    rows = "".join(
        f"<tr><td class=r1><b>{story.name(n)}</b></td><td class=r2>{TODAY.replace(day=n + 1):%d.%m.%Y %H:%M}</td></tr><tr><td colspan=2 class=r3>{story.remark(n)}</td></tr>"
        for n in range(10)
    )
    body = "".join(f"<div align=justify>&nbsp;&nbsp;{part}</div>" for part in story.paragraphs)
    markup = f"""<html><head><meta charset=utf-8><title>{story.title}</title></head><body><table><tr>{days}</tr></table>
<table><tr><td><h2>{story.title}</h2><i>{worded(story.day, story.language)}</i><br>{body}</td></tr></table><hr><b>{word["comments"]}:</b><table class=gb>{rows}</table>
<center>{word["rights"]}</center></body></html>"""
    return made(story, "guest-book", markup, url)


def hashed(story: Story) -> Made:
    """Names of classes that say nothing, cards of other stories with leads under the article."""
    word, url = story.word, f"{story.site}/{story.language}/{story.number}-slug"
    body = "".join(f"<div class='css-1x2'><p class='css-9a'>{part}</p></div>" for part in story.paragraphs)
    cards = "".join(
        f"<div class='css-77'><a href='/{n}'><div class='css-5'>{story.headline(n)}</div></a><div class='css-9a'>{story.lead(n)}</div><div class='css-3'>{n + 2} min</div></div>"
        for n in range(6)
    )
    markup = f"""<!doctype html><html lang="{story.language}"><head><meta charset="utf-8"><title>{story.title}</title><meta property="og:title" content="{story.title}">
<meta property="og:site_name" content="{story.outlet}"></head><body><div id="__next"><div class="css-0"><div class="css-b">{story.outlet}</div><div class="css-h"><h1 class="css-t">{story.title}</h1>
<div class="css-m"><time datetime="{story.day}T03:12:44.000Z">·</time></div></div><div class="css-w">{body}</div><div class="css-g">{cards}</div><div class="css-f">{word["rights"]}</div></div></div></body></html>"""
    return made(story, "hashed", markup, url)


def quoting(story: Story) -> Made:
    """The weekday and the views above the headline, a post and links to other news inside the text, short headings."""
    word, url = story.word, f"{story.site}/{story.day:%Y/%m}/slug-{story.number}/"
    parts = [f"<p>{part}</p>" for part in story.paragraphs]
    parts.insert(
        2,
        f"<ul class='onthe'><li><a href='/1'>{story.headline(1)}</a></li><li><a href='/2'>{story.headline(2)}</a></li></ul>",
    )
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title} — {story.outlet}</title></head><body><div class="logo"><a href="/">{story.outlet}</a></div>
<div class="article-view"><div class="article-meta"><span>{word["news"]}</span> <span>{worded(story.day, story.language)} 14:22</span> <span>1 204</span></div><h1>{story.title}</h1>
<div class="single-content">{"".join(parts)}<p><a href="https://t.me/x">{word["subscribe"]}</a></p></div></div>
<div class="more"><h4>{word["popular"]}</h4>{"".join(f"<p><a href='/{n}'>{story.headline(n)}</a></p>" for n in range(7))}</div><p class="c">{word["rights"]}</p></body></html>"""
    return made(story, "quoting", markup, url)


def bulletin(story: Story) -> Made:
    """A bulletin with bold first lines and a numbered list in the middle of the text; the whole date in words."""
    word, url = story.word, f"{story.site}/page{story.number}.html"
    parts = story.paragraphs
    body = (
        f"<p><b>{parts[0]}</b></p>"
        + "".join(f"<p>{part}</p>" for part in parts[1:3])
        + "<ol>"
        + "".join(f"<li>{part}</li>" for part in parts[3:])
        + "</ol>"
    )
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.outlet} / {story.title}</title><meta name="description" content="{parts[0][:100]}"></head><body>
<ul id="nav"><li><a href="/">{word["home"]}</a></li><li><a href="/e">{word["economy"]}</a></li></ul><div class="box"><div class="date">{word["published"]}: {worded(story.day, story.language)}</div>
<h2>{story.title}</h2><div class="in">{body}</div><a class="back" href="/">{word["more"]}</a></div><div class="tel">{word["address"]}</div></body></html>"""
    return made(story, "bulletin", markup, url)


LAYOUTS = (lead_apart, hand_made, guest_book, hashed, quoting, bulletin)
