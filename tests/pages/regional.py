# ruff: noqa: E501 (markup is clearer in whole lines)
"""Layouts that the region's outlets have: old tables, lazy breaks, teasers in the middle, threads longer than articles."""

from tests.pages.press import TODAY, Made, Story, worded


def made(story: Story, layout: str, markup: str, url: str, encoding: str = "utf-8", **more: str | None) -> Made:
    article = story.article
    assert article.title
    return Made(
        layout, True, markup.encode(encoding, "xmlcharrefreplace"), url, story.language, article.text, article.title,
        article.published, outlet=article.outlet, **more,
    )  # fmt: skip


def _teasers(story: Story, count: int) -> str:
    return "".join(
        f"<div class='item'><a href='/n/{n}'><b>{story.headline(n)}</b></a><div>{story.lead(n)}</div>"
        f"<span>{worded(TODAY, story.language)}</span></div>"
        for n in range(count)
    )


def old_table(story: Story) -> Made:
    """Tables in tables, fonts, a Windows code page; the day of the visit stands in the head of the page."""
    word, url = story.word, f"{story.site}/index.php?id={story.number}&rub=2"
    menu = "".join(
        f"<tr><td><a href='?rub={n}'><font size=2>{story.headline(n)}</font></a></td></tr>" for n in range(6)
    )
    right = "".join(
        f"<p><font size=1><a href='?id={n}'>{story.headline(n)}</a><br>{story.lead(n)}</font></p>" for n in range(4)
    )
    body = "<br><br>\n".join(story.paragraphs)
    encoding = "cp1251"
    markup = f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=windows-1251"><TITLE>{story.outlet}</TITLE></HEAD>
<BODY bgcolor=white><TABLE width=100%><TR><TD colspan=3><font size=5><b>{story.outlet}</b></font><br>{word["today"]} {worded(TODAY, story.language)}</TD></TR>
<TR><TD width=150 valign=top><TABLE>{menu}</TABLE></TD><TD valign=top><TABLE cellpadding=5><TR><TD><font size=4 color=navy><b>{story.title}</b></font></TD></TR>
<TR><TD><font size=1>{story.day:%d.%m.%Y}</font></TD></TR><TR><TD align=justify><font face=Arial size=2>{body}</font></TD></TR>
<TR><TD><a href="print.php?id={story.number}">{word["print"]}</a></TD></TR></TABLE></TD><TD width=200 valign=top><b>{word["latest"]}</b>{right}</TD></TR>
<TR><TD colspan=3 align=center><font size=1>© 1999–{TODAY.year} {story.outlet}. {word["rights"]}</font></TD></TR></TABLE></BODY></HTML>"""
    return made(story, "old-table", markup, url, encoding)


def bitrix(story: Story) -> Made:
    """A news component whose text stands in its box with breaks, and a list of other news with leads below."""
    word, url = story.word, f"{story.site}/news/detail.php?ID={story.number}"
    body = "<br />\n<br />\n".join(story.paragraphs)
    markup = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{story.title}</title></head><body><div id="panel"></div>
<div class="header"><div class="logo">{story.outlet}</div><div class="curdate">{worded(TODAY, story.language)}</div><ul class="menu"><li><a href="/">{word["home"]}</a></li></ul></div>
<div class="workarea"><div class="news-detail"><span class="news-date-time">{story.day:%d.%m.%Y} 10:15</span><h3>{story.title}</h3>
<img class="detail_picture" src="a.jpg" alt="">{body}<div style="clear:both"></div><br />{word["views"]}: 1520<br />
<div class="news-detail-share"><noindex>{word["share"]}</noindex></div></div><p><a href="/news/">{word["news"]}</a></p>
<div class="news-list">{_teasers(story, 6)}</div></div><div class="footer">{word["address"]}</div></body></html>"""
    return made(story, "bitrix", markup, url)


def drupal(story: Story) -> Made:
    """Fields in boxes in boxes, "submitted by", blocks at the side."""
    word, url = story.word, f"{story.site}/node/{story.number}"
    body = "".join(f"<div>{part}</div>" for part in story.paragraphs)
    markup = f"""<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8"><title>{story.title} | {story.outlet}</title>
<meta name="Generator" content="Drupal 7"></head><body class="node-type-article"><div id="block-date">{worded(TODAY, story.language)}</div>
<div class="region region-sidebar-first"><div class="block block-views"><h2>{word["latest"]}</h2><div class="view-content">{_teasers(story, 4)}</div></div></div>
<div class="region region-content"><h1 class="page-header">{story.title}</h1><div class="node node-article"><div class="submitted">{word["published"]} {story.day:%d.%m.%Y} - 12:30, {story.author}</div>
<div class="field field-name-body"><div class="field-items"><div class="field-item even">{body}</div></div></div>
<div class="field field-name-tags"><a href="/t">{word["economy"]}</a></div></div>
<div class="block block-related"><h2>{word["related"]}</h2>{_teasers(story, 3)}</div></div><div class="region-footer">{word["rights"]}</div></body></html>"""
    return made(story, "drupal", markup, url)


def lazy_divs(story: Story) -> Made:
    """Text in one box with single breaks; advertising and calls to subscribe between the paragraphs."""
    word, url = story.word, f"{story.site}/{story.day:%Y/%m/%d}/{story.number}/"
    parts = list(story.paragraphs)
    parts.insert(1, f"<div class='banner-mid'><b>{word['subscribe']}</b></div>")
    body = "<br>".join(parts)
    markup = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{story.title}</title></head><body><div class="top"><a href="/">{story.outlet}</a> {worded(TODAY, story.language)}</div>
<div class="wrap"><div class="c1"><div class="zag">{story.title}</div><div class="txt">{body}</div><div class="err">{word["error"]}</div>
<div class="soc">{word["share"]}: <a href="#">f</a></div></div><div class="c2"><div class="t">{word["popular"]}</div>{_teasers(story, 5)}</div></div>
<div class="bottom">{word["rights"]}</div></body></html>"""
    return made(story, "lazy-divs", markup, url)


def teasers_inside(story: Story) -> Made:
    """Paragraphs with boxes of other stories, calls and captions between them."""
    word, url = story.word, f"{story.site}/article/{story.number}"
    parts = [f"<p>{part}</p>" for part in story.paragraphs]
    parts.insert(1, f"<p><strong>{word['read_also']}:</strong> <a href='/n/1'>{story.headline(1)}</a></p>")
    parts.insert(3, f"<div class='inset'><a href='/n/2'><h4>{story.headline(2)}</h4><p>{story.lead(2)}</p></a></div>")
    parts.insert(5, f"<p><em>{word['subscribe']}</em></p>")
    parts.append(f"<p><a href='/n/3'>{story.headline(3)}</a></p><p><a href='/n/4'>{story.headline(4)}</a></p>")
    markup = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{story.title} - {story.outlet}</title><meta property="og:title" content="{story.title}">
<meta property="og:site_name" content="{story.outlet}"></head><body><div class="header"><a href="/">{word["home"]}</a></div><div class="content-main">
<h1 class="content_main_title">{story.title}</h1><div class="date-time">{story.day.day:02} {worded(story.day, story.language).split(" ", 1)[1]}, 14:05</div>
<div class="content_main_desc"></div><div class="content_main_text">{"".join(parts)}</div><div class="tags">{word["tags"]}: <a href="/t">{word["economy"]}</a></div></div>
<div class="lenta"><h2>{word["latest"]}</h2>{_teasers(story, 5)}</div><div class="footer">{word["rights"]}</div></body></html>"""
    return made(story, "teasers-inside", markup, url)


def thread(story: Story) -> Made:
    """A thread of remarks that is longer than the article."""
    word, url = story.word, f"{story.site}/story/{story.number}"
    body = "".join(f"<p>{part}</p>" for part in story.paragraphs)
    remarks = "".join(
        f"<div class='cm-item'><div class='cm-who'><b>{story.name(n)}</b> <i>{TODAY.replace(day=n % 20 + 1):%d.%m.%Y} 12:0{n % 10}</i></div>"
        f"<div class='cm-txt'>{story.remark(n)} {story.remark(n + 1)}</div><a href='#'>{word['reply']}</a></div>"
        for n in range(14)
    )
    markup = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{story.title}</title><meta itemprop="datePublished" content="{story.day}"></head>
<body><div id="head"><a href="/">{story.outlet}</a></div><div id="main"><h1>{story.title}</h1><div class="info">{story.day:%d.%m.%Y}, {story.author}</div>
<div class="story">{body}</div><div class="bottom-block"><h3>{word["comments"]} (14)</h3>{remarks}</div></div><div id="foot">{word["rights"]}</div></body></html>"""
    return made(story, "thread", markup, url)


def ministry(story: Story) -> Made:
    """A press service: text pasted from an office program, addresses and hours of work around it."""
    word, url = story.word, f"{story.site}/{story.language}/press/news/details/{story.number}"
    body = "".join(
        f'<p class="MsoNormal" style="text-align:justify"><span style="font-size:14pt"><span lang="X">{part}<o:p></o:p></span></span></p><p>&nbsp;</p>'
        for part in story.paragraphs
    )
    markup = f"""<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8"><title>{word["news"]} — {story.outlet}</title></head><body>
<div class="special-panel">A A A</div><div class="langs"><a href="/kk">Қаз</a> <a href="/ru">Рус</a> <a href="/en">Eng</a></div><div class="crumbs"><a href="/">{word["home"]}</a> / {word["news"]}</div>
<div class="post"><div class="post__date">{worded(story.day, story.language)}</div><h2 class="post__title">{story.title}</h2><div class="post__content">{body}</div>
<div class="post__print">{word["print"]}</div></div><div class="contacts"><p>{word["address"]}</p><p>{word["address"]}</p></div>
<div class="latest"><h3>{word["latest"]}</h3>{_teasers(story, 3)}</div><div class="cookie">{word["cookies"]}</div></body></html>"""
    return made(story, "ministry", markup, url)


def telegram(story: Story) -> Made:
    """A post of a channel as Telegram shows it on the web: one box with breaks."""
    url = f"https://t.me/channel{story.number}/{100 + story.number}"
    body = "<br/><br/>".join([f"<b>{story.title}</b>", *story.paragraphs])
    markup = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Telegram Widget</title><meta property="og:title" content="{story.outlet}"><meta property="og:site_name" content="Telegram">
</head><body class="widget_frame_base"><div class="tgme_widget_message js-widget_message" data-post="channel{story.number}/{100 + story.number}">
<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="https://t.me/channel{story.number}"><span dir="auto">{story.outlet}</span></a></div>
<div class="tgme_widget_message_text js-message_text" dir="auto">{body}</div><div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.2K</span>
<a class="tgme_widget_message_date" href="{url}"><time datetime="{story.day}T08:00:00+00:00" class="datetime"></time></a></div></div></div></body></html>"""
    return made(story, "telegram", markup, url)


def trilingual(story: Story) -> Made:
    """An agency in three languages: hour before day, a tape of news with hours, a box of stories on the theme."""
    word, url = story.word, f"{story.site}/{story.language}/news_a{story.number}"
    tape = "".join(
        f"<div class='tape'><span>1{n}:20</span><a href='/n/{n}'>{story.headline(n)}</a><p>{story.lead(n)}</p></div>"
        for n in range(8)
    )
    body = "".join(f"<p>{part}</p>" for part in story.paragraphs)
    markup = f"""<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8"><title>{story.title} – {story.outlet}</title></head><body>
<div class="langbar"><a href="/kk">ҚАЗ</a><a href="/ru">РУС</a><a href="/en">ENG</a></div><div class="now">{worded(TODAY, story.language)}</div><div class="grid"><div class="left">{tape}</div>
<div class="mid"><div class="article__title"><h1>{story.title}</h1></div><div class="article__time">14:05, {worded(story.day, story.language)}</div>
<div class="article__body"><div class="article__lead">{story.outlet}</div><div class="article__text">{body}</div></div>
<div class="article__note">{word["updated"]}: {worded(story.day.replace(day=28), story.language)}</div><div class="theme"><b>{word["related"]}</b>{_teasers(story, 3)}</div></div></div>
<div class="foot"><p>{word["rights"]}</p><p>{word["address"]}</p></div></body></html>"""
    return made(story, "trilingual", markup, url, updated=story.day.replace(day=28).isoformat())


def short_news(story: Story) -> Made:
    """A short item of the first paragraphs above a page full of other items with their leads."""
    word, url = story.word, f"{story.site}/lenta/{story.day:%d-%m-%Y}/{story.number}"
    kept = story.article.text.split("\n\n")[:2]
    body = "".join(f"<p>{part}</p>" for part in story.paragraphs[:2])
    items = "".join(
        f"<article class='card'><h3><a href='/n/{n}'>{story.headline(n)}</a></h3><p>{story.lead(n)}</p></article>"
        for n in range(9)
    )
    markup = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{story.title}</title></head><body><div class="bar"><a href="/">{story.outlet}</a></div>
<div class="page"><div class="one"><h1>{story.title}</h1><span class="when">{story.day:%d/%m/%Y}</span>{body}</div><div class="feed"><h2>{word["latest"]}</h2>{items}</div></div>
<div class="bot">{word["rights"]}</div></body></html>"""
    whole = made(story, "short-news", markup, url)
    return Made(**{name: getattr(whole, name) for name in Made.__slots__} | {"text": "\n\n".join(kept)})  # type: ignore[arg-type]


LAYOUTS = (
    old_table,
    bitrix,
    drupal,
    lazy_divs,
    teasers_inside,
    thread,
    ministry,
    telegram,
    trilingual,
    short_news,
)
