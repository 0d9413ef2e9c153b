# ruff: noqa: E501 (markup is clearer in whole lines)
"""Layouts that are found anywhere: a page of today's kind, a WordPress post, an AMP page, a print version."""

import json

from tests.pages.press import TODAY, Made, Story, worded


def _made(story: Story, layout: str, markup: str, url: str, **more: str | None) -> Made:
    article = story.article
    assert article.title
    return Made(
        layout, False, markup.encode("utf-8"), url, story.language, article.text, article.title, article.published,
        outlet=article.outlet, **more,
    )  # fmt: skip


def paragraphs(story: Story) -> str:
    return "\n".join(f"<p>{part}</p>" for part in story.paragraphs)


def today(story: Story) -> Made:
    """JSON-LD, Open Graph, one `article` with paragraphs, a column of other news."""
    word, url = story.word, f"{story.site}/news/{story.number}-a"
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": story.article.outlet, "datePublished": "2019-01-01"},
            {
                "@type": "NewsArticle",
                "headline": story.article.title,
                "datePublished": f"{story.day}T09:30:00+05:00",
                "dateModified": f"{story.day.replace(day=28)}T11:00:00+05:00",
                "author": [{"@type": "Person", "name": story.author}],
                "publisher": {"@type": "Organization", "name": story.article.outlet},
            },
        ],
    }
    side = "".join(f"<li><a href='/n/{n}'>{story.headline(n)}</a> <time>12:{n}0</time></li>" for n in range(5))
    markup = f"""<!doctype html><html lang="{story.language}"><head><meta charset="utf-8"><title>{story.title} | {story.outlet}</title>
<link rel="canonical" href="{url}"><meta property="og:title" content="{story.title}"><meta property="og:site_name" content="{story.outlet}">
<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script></head><body>
<header><nav><a href="/">{word["home"]}</a><a href="/n">{word["news"]}</a></nav><span>{worded(TODAY, story.language)}</span></header>
<main><article class="article"><h1>{story.title}</h1><div class="meta"><span class="author">{story.author}</span></div>
<figure><img src="a.jpg"><figcaption>{word["photo"]}: {story.outlet}</figcaption></figure>{paragraphs(story)}</article>
<aside><h3>{word["latest"]}</h3><ul>{side}</ul></aside></main><footer><p>© {story.outlet} {TODAY.year}. {word["rights"]}</p></footer></body></html>"""
    return _made(story, "today", markup, url, updated=story.day.replace(day=28).isoformat(), author=story.author)


def wordpress(story: Story) -> Made:
    """A blog's theme: entry-title, entry-content, tags, related posts, a form for comments."""
    word, url = story.word, f"{story.site}/?p={story.number}"
    related = "".join(f"<li><a href='/p/{n}'>{story.headline(n)}</a></li>" for n in range(3))
    markup = f"""<!DOCTYPE html><html lang="{story.language}"><head><meta charset="UTF-8"><title>{story.title} – {story.outlet}</title>
<meta name="generator" content="WordPress 6.4"><meta property="article:published_time" content="{story.day}T04:12:00+00:00">
<meta property="og:site_name" content="{story.outlet}"></head><body class="single single-post"><div id="page"><header id="masthead" class="site-header">
<p class="site-title"><a href="/">{story.outlet}</a></p><nav class="main-navigation"><ul><li><a href="/">{word["home"]}</a></li>
<li><a href="/c/p">{word["politics"]}</a></li></ul></nav></header><div id="content" class="site-content"><main class="site-main">
<article id="post-{story.number}" class="post type-post"><header class="entry-header"><h1 class="entry-title">{story.title}</h1>
<div class="entry-meta"><time class="entry-date published" datetime="{story.day}T09:12:00+05:00">{worded(story.day, story.language)}</time>
<span class="byline"><span class="author vcard"><a href="/author/x" rel="author">{story.author}</a></span></span></div></header>
<div class="entry-content">{paragraphs(story)}</div><footer class="entry-footer"><span class="tags-links">{word["tags"]}: <a rel="tag" href="/t/1">{word["economy"]}</a></span></footer>
</article><div class="related-posts"><h3>{word["related"]}</h3><ul>{related}</ul></div><div id="respond" class="comment-respond"><h3>{word["comments"]}</h3>
<form><textarea></textarea></form></div></main><aside id="secondary" class="widget-area"><section class="widget"><h2>{word["latest"]}</h2><ul>{related}</ul></section></aside>
</div><footer id="colophon"><p>{word["rights"]}</p></footer></div></body></html>"""
    return _made(story, "wordpress", markup, url, author=story.author)


def amp(story: Story) -> Made:
    """The page for telephones: its own tags, metadata in JSON-LD, the canonical page linked."""
    word, url = story.word, f"{story.site}/amp/{story.number}.html"
    data = {"@type": "NewsArticle", "headline": story.article.title, "datePublished": f"{story.day}"}
    markup = f"""<!doctype html><html amp lang="{story.language}"><head><meta charset="utf-8"><title>{story.title}</title>
<link rel="canonical" href="{story.site}/{story.number}.html"><script type="application/ld+json">{json.dumps(data)}</script>
<meta property="og:site_name" content="{story.outlet}"></head><body><amp-sidebar id="s"><ul><li>{word["news"]}</li></ul></amp-sidebar>
<div class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{story.title}</h1></header>
<amp-img src="a.jpg"></amp-img><div class="amp-wp-article-content">{paragraphs(story)}<amp-ad type="x"></amp-ad></div></div>
<amp-consent id="c"><div>{word["cookies"]}</div></amp-consent></body></html>"""
    return _made(story, "amp", markup, url)


def printed(story: Story) -> Made:
    """The version for printing: hardly anything but the article."""
    url = f"{story.site}/print/{story.number}"
    markup = f"""<html><head><meta charset="utf-8"><title>{story.outlet}: {story.title}</title></head><body><p><b>{story.outlet}</b><br>{url}</p>
<h1>{story.title}</h1><p class="date">{worded(story.day, story.language)}</p>{paragraphs(story)}<hr><p>© {story.outlet}</p></body></html>"""
    return _made(story, "print", markup, url)


LAYOUTS = (today, wordpress, amp, printed)
