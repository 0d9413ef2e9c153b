# ruff: noqa: E501 (markup is clearer in whole lines)
"""A third lot of layouts written after the extraction was, and after the first two lots were learned from."""

from tests.pages.press import TODAY, Made, Story, worded
from tests.pages.regional import made


def scroll(story: Story) -> Made:
    """A page that goes on with the next article when one scrolls: it is in the markup already."""
    word, url = story.word, f"{story.site}/redirect/{story.number}"
    other = story.others[0].text.split("\n\n")
    following = f"<div class='articleBlock'><h2 class='zag'>{story.headline(0)}</h2><div class='when'>{worded(TODAY, story.language)}</div><div class='content'>{''.join(f'<p>{part}</p>' for part in other[:3])}</div></div>"
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title} - {story.outlet}</title><meta property="og:title" content="{story.title}"></head><body><div id="menu"><a href="/">{word["home"]}</a> <a href="/p">{word["politics"]}</a></div>
<div class="flow"><div class="articleBlock"><h1 class="zag">{story.title}</h1><div class="when">{worded(story.day, story.language)}, 09:41</div><div class="content"><p>{"</p><p>".join(story.paragraphs)}</p></div>
<div class="tg">{word["subscribe"]}</div></div>{following}</div><div class="bt">{word["rights"]}</div></body></html>"""
    return made(story, "scroll", markup, url)


def wire(story: Story) -> Made:
    """An agency's cell: the hour and the headline in one line, the text behind it, links without leads."""
    word, url = story.word, f"{story.site}/news:{story.number}/?from=rss"
    links = "<br>".join(f"<a href='/news:{n}'>{story.headline(n)}</a> ({n})" for n in range(12))
    markup = f"""<html><head><meta charset="utf-8"><title>{story.outlet}: {story.title}</title></head><body><table><tr><td class="mn">{links}</td><td>
<div class="hdl">{story.title}</div><div class="tm">{story.day:%d.%m.%Y}, 17:31</div><div id="newstext">{story.outlet} - {"<br/><br/>".join(story.paragraphs)}<br><br>© {story.outlet}. {word["rights"]}</div></td></tr></table></body></html>"""
    return made(story, "wire", markup, url)


def journal(story: Story) -> Made:
    """A journal on the web: the entry with breaks, remarks in boxes in boxes below it."""
    url = f"{story.site}/{9000 + story.number}.html"
    remarks = ""
    for n in range(8):
        remarks += f"<div class='b-leaf' style='margin-left:{n * 20}px'><div class='b-leaf-meta'><a href='/u'>{story.name(n)}</a> {worded(TODAY, story.language)} 1{n}:02</div><div class='b-leaf-article'>{story.remark(n)}<br>{story.remark(n + 2)}</div></div>"
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title}: {story.name(0)}</title></head><body><div class="s-header"><a href="/">{story.outlet}</a></div><article class="b-singlepost"><header><time>{worded(story.day, story.language)}, 22:15</time>
<h1 class="b-singlepost-title">{story.title}</h1></header><article class="b-singlepost-body">{"<br /><br />".join(story.paragraphs)}</article></article><div class="b-tree">{remarks}</div></body></html>"""
    return made(story, "journal", markup, url)


def annex(story: Story) -> Made:
    """A portal of the state: accessibility, sections, the text, files to load, questions and answers in folds."""
    word, url = story.word, f"{story.site}/memleket/entities/x/press/{story.number}?lang={story.language}"
    markup = f"""<!doctype html><html lang="{story.language}"><head><meta charset="utf-8"><title>{story.title}</title></head><body><div class="acc">{word["contact"]} 1414</div><div class="page-wrap"><div class="left-nav"><div><a href="/1">{word["about"]}</a></div><div><a href="/2">{word["news"]}</a></div></div>
<div class="page-body"><h1>{story.title}</h1><div class="info-line"><span>{worded(story.day, story.language)}</span></div><div class="content-body"><p>{"</p><p>".join(story.paragraphs)}</p></div><div class="files"><a href="/f.pdf">{story.outlet}.pdf</a> 214 kB</div></div></div>
<div class="faq"><h3>{word["contact"]}</h3><div>{word["address"]}</div><div>{word["address"]}</div></div><div class="ft"><p>{word["cookies"]}</p></div></body></html>"""
    return made(story, "annex", markup, url)


def daily(story: Story) -> Made:
    """A daily: a box of another story and a letter to subscribe to inside the text, a line on the author below."""
    word, url = story.word, f"{story.site}/{story.day:%Y/%b}/{story.day:%d}/story{story.number}"
    parts = [f"<p>{part}</p>" for part in story.paragraphs]
    parts.insert(1, f"<div class='related-inline'><h4>{story.headline(2)}</h4><p>{story.lead(2)}</p></div>")
    parts.insert(3, f"<aside><p>{word['subscribe']}</p></aside>")
    cards = "".join(
        f"<li><a href='/{n}'><img><h3>{story.headline(n)}</h3><p>{story.lead(n)}</p></a></li>" for n in range(4)
    )
    markup = f"""<!doctype html><html><head><meta charset="utf-8"><title>{story.title} | {word["politics"]} | {story.outlet}</title></head><body><header>{story.outlet}</header><main><div class="hl"><h1>{story.title}</h1><p class="dt">{word["published"]} {worded(story.day, story.language)}</p></div>
<div class="bd">{"".join(parts)}<p class="bio"><a href="/a">{story.author}</a> · {story.outlet}</p></div><ul class="also">{cards}</ul></main><footer>{word["rights"]}</footer></body></html>"""
    return made(story, "daily", markup, url)


LAYOUTS = (scroll, wire, journal, annex, daily)
