# ruff: noqa: E501 (markup is clearer in whole lines)
"""A fourth lot of layouts, written after the first three were learned from."""

from tests.pages.press import TODAY, Made, Story, worded
from tests.pages.regional import made


def frames(story: Story) -> Made:
    """A provider's template: headline in a table's head, text in preformatted lines broken for their looks."""
    word, url = story.word, f"{story.site}/cgi-bin/show.pl?n={story.number}"
    lines = []
    for part in story.paragraphs:
        row = ""
        for token in part.split():
            if len(row) + len(token) > 90:
                lines.append(row)
                row = ""
            row = f"{row} {token}".strip()
        lines += [row, ""]
    body = "<BR>\n".join(lines)
    markup = f"""<HTML><HEAD><meta charset="utf-8"><TITLE>{story.title}</TITLE></HEAD><BODY><TABLE><TR><TH COLSPAN=2>{story.title}</TH></TR><TR><TD>{story.day:%d.%m.%Y}</TD><TD>{story.author}</TD></TR>
<TR><TD COLSPAN=2>{body}</TD></TR></TABLE><TABLE><TR><TD><A HREF=/>{word["home"]}</A></TD><TD><A HREF=/a>{word["about"]}</A></TD></TR></TABLE></BODY></HTML>"""
    return made(story, "frames", markup, url)


def portal(story: Story) -> Made:
    """A city's portal: weather, rates, horoscopes and a vote around the text, the date with the weekday behind it."""
    word, url = story.word, f"{story.site}/city/{story.number}/"
    rates = "".join(f"<tr><td>USD</td><td>{470 + n},{n}</td></tr>" for n in range(6))
    side = "".join(
        f"<div class='nw'><span>{n + 9}:1{n}</span><a href='/{n}'>{story.headline(n)}</a></div>" for n in range(9)
    )
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title} | {story.outlet}</title></head><body><div class="sb-l"><table>{rates}</table><p>{story.remark(1)}</p>{side}</div><div class="cn"><h1>{story.title}</h1>
<div class="cn-i"><b>{worded(story.day, story.language)}</b> <i>{word["views"]}: 99</i></div><div class="cn-t"><p>{"</p><p>".join(story.paragraphs)}</p></div><div class="cn-v"><p>{story.remark(3)}</p><ul><li>1</li><li>2</li></ul></div></div>
<div class="sb-r"><p>{story.remark(2)}</p><p>{story.remark(4)}</p>{side}</div><div class="dn">{worded(TODAY, story.language)} {word["rights"]}</div></body></html>"""
    return made(story, "portal", markup, url)


def magazine(story: Story) -> Made:
    """A builder of pages: every paragraph in three boxes, a quotation set large that the text says again."""
    word, url = story.word, f"{story.site}/longread/{story.number}"
    body = "".join(
        f"<div class='t-rec' id='rec{n}'><div class='t-cover'><div class='t-text'>{part}</div></div></div>"
        for n, part in enumerate(story.paragraphs)
    )
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title}</title><meta property="og:title" content="{story.title}"><meta property="article:published_time" content="{story.day}T00:00:00Z"></head><body class="t-body"><div id="allrecords">
<div class="t-rec"><div class="t-menu"><a href="/">{word["home"]}</a><a href="/2">{word["contact"]}</a></div></div><div class="t-rec"><div class="t-title">{story.title}</div><div class="t-descr">{story.author}</div></div>{body}
<div class="t-rec"><div class="t-card"><a href="/x"><div class="t-name">{story.headline(1)}</div><div class="t-descr">{story.lead(1)}</div></a></div></div><div class="t-rec"><div class="t-foot">{word["rights"]}</div></div></div></body></html>"""
    return made(story, "magazine", markup, url)


def agency(story: Story) -> Made:
    """An agency's page with its description repeated as a summary above, and photographs with long captions."""
    word, url = story.word, f"{story.site}/ru/{story.day:%Y}-{story.day:%m}-{story.day:%d}/{story.number}"
    parts = [f"<p>{part}</p>" for part in story.paragraphs]
    parts.insert(1, f"<div class='img'><img><span>{story.outlet}. {word['photo']}: {story.author}</span></div>")
    feed = "".join(f"<li><time>{n + 10}:00</time> <a href='/{n}'>{story.headline(n)}</a></li>" for n in range(20))
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title} - {story.outlet}</title></head><body><div class="lenta"><h3>{word["latest"]}</h3><ul>{feed}</ul></div><div class="article"><div class="path"><a href="/">{word["home"]}</a></div>
<h1>{story.title}</h1><div class="article-text">{"".join(parts)}</div><div class="article-bottom">{word["tags"]}: <a href="/t">{word["economy"]}</a>, <a href="/t2">{word["politics"]}</a></div><div class="article-next"><a href="/z">{story.headline(8)}</a></div></div></body></html>"""
    return made(story, "agency", markup, url)


def broadcaster(story: Story) -> Made:
    """A broadcaster's page with remarks whose box has no name, under the word for an opinion and their number."""
    word, url = story.word, f"{story.site}/a/{story.number}.html"
    remarks = "".join(
        f"<div><b>{story.name(n)}</b><p>{story.remark(n)}</p><span>{n + 1}</span></div>" for n in range(9)
    )
    markup = f"""<!doctype html><html lang="{story.language}"><head><meta charset="utf-8"><title>{story.title}</title></head><body><div><a href="/">{story.outlet}</a></div><div><div><h1>{story.title}</h1><div><span>{worded(story.day, story.language)}</span></div><div>{story.author}</div></div>
<div><div><p>{"</p><p>".join(story.paragraphs)}</p></div></div><div><h3>{word["comments"]} 9</h3>{remarks}</div></div><div>{word["rights"]}</div></body></html>"""
    return made(story, "broadcaster", markup, url)


LAYOUTS = (frames, portal, magazine, agency, broadcaster)
