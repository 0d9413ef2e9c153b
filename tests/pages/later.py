# ruff: noqa: E501 (markup is clearer in whole lines)
"""A second lot of layouts written after the extraction was: traps for dates, interviews, odd names, gossiping furniture."""

from dataclasses import replace

from tests.pages.press import TODAY, Made, Story, worded
from tests.pages.regional import made


def undated(story: Story) -> Made:
    """No date but today's and the year of the copyright: the right answer is that there is none."""
    word, url = story.word, f"{story.site}/item/{story.number}"
    body = "".join(f"<p>{part}</p>" for part in story.paragraphs)
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title}</title></head><body class="no-sidebar"><div class="head">{story.outlet}
<span>{word["today"]}: {worded(TODAY, story.language)}</span></div><div id="wrap" class="right-sidebar widget-area"><h1>{story.title}</h1>{body}</div>
<div class="low">© {TODAY.year}</div></body></html>"""
    return replace(made(story, "undated", markup, url), published=None)


def questions(story: Story) -> Made:
    """An interview: every second paragraph short and bold, an introduction in italics, photographs with captions between."""
    word, url = story.word, f"{story.site}/interview/{story.number}"
    body = ""
    for number, part in enumerate(story.paragraphs):
        body += f"<p>{part}</p>"
        if number == 1:
            body += f"<figure><img src='x'><figcaption>{story.headline(3)}. {word['photo']}: {story.author}</figcaption></figure>"
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title} — {word["news"]} — {story.outlet}</title><script type="application/ld+json">
{{"@type": "BreadcrumbList", "itemListElement": []}}</script><script type="application/ld+json">{{"@type": "Organization", "name": "{story.outlet}"}}</script></head><body>
<div class="top-line">{worded(TODAY, story.language)}, 18:20</div><div class="material"><div class="material-head"><h1>{story.title}</h1><div class="material-info"><span>{story.author}</span><span>{story.day:%Y-%m-%d}</span></div></div>
<div class="material-body share-content">{body}</div></div><div class="bottom-news"><h3>{word["popular"]}</h3><ol>{"".join(f"<li><a href='/{n}'>{story.headline(n)}</a> {story.lead(n)}</li>" for n in range(5))}</ol></div>
<div>{word["rights"]}</div></body></html>"""
    return made(story, "questions", markup, url)


def columns(story: Story) -> Made:
    """Three columns of which the first is the longest: the archive of all news with leads; spans instead of paragraphs."""
    word, url = story.word, f"{story.site}/v/{story.day:%Y%m%d}_{story.number}.shtml"
    left = "".join(
        f"<div><span class=d>{worded(TODAY, story.language)}</span> <a href='/{n}'>{story.headline(n)}</a> <span>{story.lead(n)}</span></div>"
        for n in range(9)
    )
    body = "".join(f"<span class=par>{part}</span><br/><br/>" for part in story.paragraphs)
    markup = f"""<html><head><meta charset="utf-8"><title>{story.outlet} | {word["news"]} | {story.title}</title></head><body><table width=100%><tr><td width=30%>{left}</td>
<td width=45%><span class=tit>{story.title}</span><br/><br/>{body}<a href="#">{word["more"]}</a></td><td><b>{word["contact"]}</b><br/>{word["address"]}</td></tr></table></body></html>"""
    return made(story, "columns", markup, url)


def weekly(story: Story) -> Made:
    """A weekly's issue: section, number of the issue, author as a link, endnotes, a form to subscribe in the middle."""
    word, url = story.word, f"{story.site}/issues/12/{story.number}/"
    parts = [f"<p class='t'>{part}</p>" for part in story.paragraphs]
    parts.insert(2, f"<div class='mailing'><p>{word['subscribe']}</p><form><input><button>OK</button></form></div>")
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title}</title><meta name="author" content="{story.author}"><meta property="og:type" content="article">
<meta property="article:modified_time" content="{story.day.replace(day=28)}T10:00:00+05:00"></head><body><header><a href="/">{story.outlet}</a></header><div class="issue">№ 12 (340), {worded(story.day, story.language)}</div>
<div class="rubric"><a href="/e">{word["economy"]}</a></div><h1>{story.title}</h1><div class="txt-author"><a href="/a">{story.author}</a></div><div class="txt-block">{"".join(parts)}</div>
<div class="others">{"".join(f"<div class='o'><div class='o-t'><a href='/{n}'>{story.headline(n)}</a></div><div class='o-l'>{story.lead(n)}</div></div>" for n in range(4))}</div></body></html>"""
    return made(story, "weekly", markup, url)


def channel(story: Story) -> Made:
    """A broadcaster: the time ago above, the date in letters below, a transcript behind a player, polls."""
    word, url = story.word, f"{story.site}/{story.language}/novosti/{story.number}"
    body = "".join(f"<p>{part}</p>\n" for part in story.paragraphs)
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title} » {story.outlet}</title></head><body><div class="onair">{word["today"]}, 19:00 {story.headline(5)}</div>
<div class="player"><video></video></div><div class="content-inner"><div class="content-title"><h2>{story.title}</h2></div><div class="content-date">{worded(story.day, story.language)} | 12:01 | {word["views"]}: 301</div>
<div class="content-body">{body}</div><div class="poll"><b>{story.remark(1)}</b><label>1</label><label>2</label></div></div>
<div class="next-program"><p>{story.lead(4)}</p><a href="/p">{word["more"]}</a></div></body></html>"""
    return made(story, "channel", markup, url)


LAYOUTS = (undated, questions, columns, weekly, channel)
