# ruff: noqa: E501 (markup is clearer in whole lines)
"""A seventh lot of layouts, written after the extractor had learned from the sixth and without trying it on them."""

import json
from dataclasses import replace

from tests.pages.lot5 import OUTLETS
from tests.pages.pieces import Piece, piece
from tests.pages.press import TODAY, Made, worded


def single(p: Piece) -> Made:
    """A news site whose lead is a small heading, with the hour before the day and a box on the topic before the text."""
    path = f"/{p.pick('en', 'ru', 'kk')}/news/{p.day:%Y/%m/%d}/slug-{p.number}"
    topic = "".join(
        f'<a href="/r{n}" class="topic-news__item"><p class="topic-news__date">1{n}:20 / {p.later(-n - 1):%d.%m.%Y}</p><p class="topic-news__title">{p.headline(n)}</p></a>'
        for n in range(3)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title}</title><meta property="og:site_name" content="{p.outlet}"><link rel="canonical" href="{p.site}{path}"></head><body><div class="header"><div class="header__inner"><a class="header__logo" href="/{p.language}"></a><div class="header__currency">USD = 12 210.55 ↑</div></div></div><div class="main"><div class="container"><div class="single-layout"><div class="single-layout__center slc"><div class="single-header"><div class="single-header__meta"><a href="/c">{p.topic(3)}</a><div class="date">{p.clock} / {p.day:%d.%m.%Y}</div><div class="view">7431</div></div><h1 class="single-header__title">{p.title}</h1></div><div class="main-image"><img src="/m.jpg"><p class="photo-source">{p.word["photo"]}: {p.outlet}</p></div><div class="topic-news"><div class="topic-news__head">{p.pick("More on the topic", "Ещё на тему", "Тақырыпқа қатысты")}</div>{topic}</div><div class="single-content"><h4>{p.lead}</h4>{"".join(p.set())}<p><strong>{p.pick("Stay in touch:", "Будьте на связи:", "Байланыста болыңыз:")} <a href="https://t.me/x">Telegram</a>, <a href="#">Instagram</a></strong></p></div><div class="single-layout__author"><span>{p.pick("Prepared by", "Подготовил(а)", "Дайындаған")}</span> <b>{p.author}</b></div><div class="tags-ui"><a class="tags-ui__link" href="/t">#{p.topic(1)}</a></div></div><div class="single-layout__right"><div class="recommend"><div class="recommend__title">{p.pick("Recommended", "Рекомендуем", "Ұсынамыз")}</div><a href="/q"><img src="/q.jpg"><h5>{p.headline(6)}</h5></a></div></div></div></div></div><div class="footer"><p>{p.outlet} © 2026</p></div></body></html>"""
    return p.made("single", markup, path, lead=True, clock=True)


def split(p: Piece) -> Made:
    """Investigators: every part of the day in an element of its own, authors as links, a note on mistakes, other works."""
    path = f"/{p.pick('en', 'ru', 'kk')}/article/{p.number}"
    works = "".join(
        f'<div class="work"><div class="work-img"></div><div class="work-info"><span>{p.later(-n - 2).day}</span><span>{p.month}</span><h3><a href="/w{n}">{p.headline(n)}</a></h3></div></div>'
        for n in range(4)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title} - {p.outlet}</title><meta property="og:title" content="{p.title}"><meta property="og:url" content="{p.site}{path}"></head><body><header><div class="hlogo"><a href="/">{p.outlet}</a></div><div class="hsup"><a href="/support">{p.pick("Support our work", "Поддержите нашу работу", "Жұмысымызды қолдаңыз")}</a></div></header><section class="art"><div class="art-head"><div class="art-date"><span>{p.clock}</span>, <span>{p.day.day}</span> <span>{p.month}</span>, <span>{p.day.year}</span></div><h1>{p.title}</h1><div class="art-authors"><ul><li><a href="/authors/12">{p.author}</a></li></ul></div></div><div class="art-sub">{p.lead}</div><div class="art-body"><div class="content">{"".join(p.set())}</div><div class="typo">{p.pick("If you notice a typo, select it and press Ctrl+Enter to send it to us.", "Если вы заметили опечатку, выделите её и нажмите Ctrl+Enter, чтобы сообщить нам.", "Қате байқасаңыз, оны белгілеп, Ctrl+Enter басып, бізге жіберіңіз.")}</div><div class="fb">{p.pick("Write a comment", "Написать комментарий", "Пікір жазу")}<p>{p.pick("Comments on the site are checked before they appear. Keep to the point and be polite to others.", "Комментарии на сайте проверяются до публикации. Пишите по существу и будьте вежливы с другими.", "Сайттағы пікірлер жарияланар алдында тексеріледі. Тақырыптан ауытқымаңыз, өзгелерге сыпайы болыңыз.")}</p></div></div><div class="works"><h2>{p.pick("By the same author", "Того же автора", "Осы автордан")}</h2>{works}</div></section><footer><p>{p.outlet}. {p.pick("Founded in 2001", "Основано в 2001 году", "2001 жылы құрылған")}</p></footer></body></html>"""
    return p.made("split", markup, path, lead=True, clock=True)


def styled(p: Piece) -> Made:
    """A page of styled components: letters for names, a long call for a newsletter and a box that explains a word."""
    path = f"/{p.number}-slug/"
    body = p.set(
        p='<p class="sc-bXCLTC kQzYwE">{}</p>',
        h='<h2 class="sc-jsJBEP fTnsbk">{}</h2>',
        caption='<div class="sc-eeDRCY xTt"><img src="/i.jpg"><span class="sc-koXPp iVk">{}</span></div>',
    )
    body.insert(
        2,
        f'<div class="sc-gFqAkR hJkLmN"><div class="sc-ikkxIA bGhTyU"><h4 class="sc-dAbbOL">{p.pick("The week in your letterbox", "Неделя в вашей почте", "Апта поштаңызда")}</h4><p>{p.pick("Every Friday we send what we have written, what we have read and what we have got wrong. No advertising, no more than one letter.", "Каждую пятницу мы присылаем то, что написали, прочитали и в чём ошиблись. Без рекламы, не больше одного письма.", "Әр жұма сайын не жазғанымызды, не оқығанымызды, неден қателескенімізді жібереміз. Жарнамасыз, бір ғана хат.")}</p><input placeholder="Email"><button>{p.pick("Sign up", "Подписаться", "Жазылу")}</button></div></div>',
    )
    body.insert(
        4,
        f'<a class="sc-cwHptR lPqWer" href="/also"><span class="sc-jEACwC">{p.pick("Also:", "Ещё:", "Тағы:")}</span><span class="sc-cPiKLX">{p.headline(3)}</span></a>',
    )
    cards = "".join(
        f'<div class="sc-dLMFU"><a href="/c{n}"><span class="sc-eDPEul">{p.topic(n)}</span><h3>{p.headline(n)}</h3><p>{p.teaser(n)}</p></a><span>{worded(p.later(n + 1), p.language)}</span></div>'
        for n in range(3)
    )
    ld = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": p.title,
            "datePublished": p.stamp,
            "dateModified": f"{p.later(2)}T00:00:00Z",
            "author": [{"@type": "Person", "name": p.author}],
            "publisher": {"@type": "Organization", "name": p.outlet},
        },
        ensure_ascii=False,
    )
    markup = f"""<!doctype html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title}</title><link rel="canonical" href="{p.site}{path}"><script type="application/ld+json">{ld}</script></head><body><div id="root"><div class="sc-aXZVg kWvPqR"><div class="sc-gEvEer"><a href="/">{p.outlet}</a></div><div class="sc-eqUAAy"><h1 class="sc-fqkvVR">{p.title}</h1><div class="sc-dcJsrY">{p.author} <span>·</span> {worded(p.day, p.language)}</div><p class="sc-iGgWBj">{p.lead}</p><div class="sc-gsFSXq">{"".join(body)}</div><div class="sc-kAyceB">{p.pick("For those who want to know more", "Для тех, кто хочет знать больше", "Көбірек білгісі келгендерге")}</div><div class="sc-imWYAI">{cards}</div></div></div></div></body></html>"""
    return p.made("styled", markup, path, regional=False, lead=True, clock=True)


def ticker(p: Piece) -> Made:
    """An agency's page with the place, the day and the agency's name in the first words, a chronicle before and after."""
    path = f"/{p.topic(1).lower()}/{p.number}01"
    body = p.set()
    start = p.pick(
        f"Karaterek. {p.month} {p.day.day}. {p.outlet.upper()} - ",
        f"Каратерек. {p.day.day} {p.month}. {p.outlet.upper()} - ",
        f"Қаратерек. {p.day.day} {p.month}. {p.outlet.upper()} - ",
    )
    body[0] = body[0].replace("<p>", f"<p>{start}", 1)
    chronicle = "".join(
        f'<div class="textMTitle"><time datetime="{TODAY}T1{n}:00">1{n}:00</time><a href="/h{n}">{p.headline(n)}</a></div>'
        for n in range(9)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title}</title><meta property="og:site_name" content="{p.outlet}"><link rel="canonical" href="{p.site}{path}"></head><body><div class="leftside"><div class="sideblock">{chronicle}</div></div><div class="mainblock"><aside class="textML"><a class="time" href="/d"><time datetime="{p.day}T{p.clock}">{p.clock}, {worded(p.day, p.language)}</time></a></aside><article itemprop="articleBody"><h1 itemprop="headline">{p.title}</h1>{"".join(body)}</article><div class="textMTags"><a href="/t">{p.topic(1)}</a><a href="/t2">{p.topic(2)}</a></div><div class="textMore"><h2>{p.pick("Chronicle", "Хроника", "Шежіре")}</h2>{chronicle}</div></div><footer>{p.pick("News", "Новости", "Жаңалықтар")} — {p.outlet}, 1991-2026</footer></body></html>"""
    page = p.made("ticker", markup, path, author=False, clock=True)
    return replace(page, text=start + page.text)


def blogspot(p: Piece) -> Made:
    """A blog of Blogger: the day heads the page, the author and the hour foot the post, an archive of months beside."""
    path = f"/{p.day:%Y/%m}/slug-{p.number}.html"
    archive = "".join(
        f"<li><a class='post-count-link' href='/{2026 - n}/'>{2026 - n}</a> <span class='post-count'>({n + 12})</span><ul class='posts'><li><a href='/x{n}'>{p.headline(n)}</a></li></ul></li>"
        for n in range(4)
    )
    day = p.pick(
        f"{p.weekday}, {p.month} {p.day.day}, {p.day.year}",
        f"{p.weekday}, {worded(p.day, 'ru')} г.",
        f"{p.weekday}, {worded(p.day, 'kk')}",
    )
    markup = f"""<!DOCTYPE html><html dir='ltr' lang="{p.language}"><head><meta charset="utf-8"><title>{p.outlet}: {p.title}</title><link href='{p.site}{path}' rel='canonical'/><meta content='blogger' name='generator'/></head><body class='loading'><div class='header-inner'><div class='titlewrapper'><h1 class='title'><a href='/'>{p.outlet}</a></h1></div><p class='description'><span>{p.pick("Notes on the region from those who live in it.", "Заметки о крае от тех, кто в нём живёт.", "Өңір туралы сонда тұратындардың жазбалары.")}</span></p></div><div class='main section' id='main'><div class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>{day}</span></h2><div class="date-posts"><div class='post-outer'><div class='post hentry'><h3 class='post-title entry-title'>{p.title}</h3><div class='post-header'></div><div class='post-body entry-content' id='post-body-{p.number}'><div style="text-align: justify;">{'</div><div style="text-align: justify;"><br /></div><div style="text-align: justify;">'.join(p.set(p="{}", h="<b>{}</b>", quote="<i>{}</i>", q="<b>{}</b>", caption="<small>{}</small>"))}</div></div><div class='post-footer'><div class='post-footer-line'><span class='post-author vcard'>{p.pick("Posted by", "Автор:", "Жариялаған")} <span class='fn'>{p.author}</span></span> <span class='post-timestamp'>{p.pick("at", "на", "")} <a class='timestamp-link' href='{path}'>{p.clock}</a></span></div><div><span class='post-labels'>{p.pick("Labels", "Ярлыки", "Белгілер")}: <a rel='tag'>{p.topic(2)}</a></span></div></div></div><div class='comments' id='comments'><h4>2 {p.word["comments"]}:</h4><dl><dt>{p.reader(1)}</dt><dd><p>{p.remark(0)}</p></dd><dt>{p.reader(2)}</dt><dd><p>{p.remark(3)}</p></dd></dl></div></div></div></div></div></div><div class='sidebar section'><div class='widget BlogArchive'><h2>{p.pick("Blog Archive", "Архив блога", "Блог мұрағаты")}</h2><ul>{archive}</ul></div></div></body></html>"""
    return p.made("blogspot", markup, path, regional=False, clock=True)


def wix(p: Piece) -> Made:
    """A blog of Wix: hooks for names, the day without a year, the year in the data, recent posts with their own days."""
    path = f"/post/slug-{p.number}"
    recent = "".join(
        f'<div data-hook="post-list-item"><a href="/p{n}"><div data-hook="post-title">{p.headline(n)}</div></a><span data-hook="time-ago">{p.later(n + 3).day} {p.month[:3]}</span></div>'
        for n in range(3)
    )
    ld = json.dumps(
        {
            "@context": "https://schema.org/",
            "@type": "BlogPosting",
            "headline": p.title,
            "author": {"@type": "Person", "name": p.author},
            "publisher": {"@type": "Organization", "name": p.outlet},
            "datePublished": f"{p.day}T{p.clock}:00.000Z",
            "dateModified": f"{p.later(1)}T00:00:00.000Z",
        },
        ensure_ascii=False,
    )
    body = "".join(
        f'<div class="rcv-block{n}">{part}</div>'
        for n, part in enumerate(
            p.set(p='<p class="_1TScZ" dir="auto"><span class="_2PHJq public-DraftStyleDefault-ltr">{}</span></p>')
        )
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title}</title><link rel="canonical" href="{p.site}{path}"><script type="application/ld+json">{ld}</script></head><body><div id="SITE_CONTAINER"><div id="site-root"><header id="SITE_HEADER" tabindex="-1"><div class="font_2"><a href="{p.site}">{p.outlet}</a></div></header><main id="PAGES_CONTAINER"><article data-hook="post"><div class="_3Dq"><ul><li><span data-hook="user-name" title="{p.author}">{p.author}</span></li><li><span data-hook="time-ago">{p.day.day} {p.month[:3]}</span></li><li><span data-hook="time-to-read">3 {p.pick("min read", "мин. чтения", "мин оқу")}</span></li></ul></div><h1 data-hook="post-title"><span class="blog-post-title-font">{p.title}</span></h1><section data-hook="post-description"><div class="_6SyeS"><div class="rich-content-wrapper">{body}</div></div></section><div data-hook="post-footer"><span>{p.pick("12 views", "12 просмотров", "12 рет қаралды")}</span><span>0 {p.word["comments"]}</span></div></article><section data-hook="recent-posts"><h2>{p.pick("Recent Posts", "Недавние посты", "Соңғы жазбалар")}</h2><a href="/all">{p.pick("See All", "Смотреть все", "Барлығы")}</a>{recent}</section></main><footer id="SITE_FOOTER"><p>©2026 {p.outlet}</p></footer></div></div></body></html>"""
    return p.made("wix", markup, path, regional=False, clock=True)


def jnews(p: Piece) -> Made:
    """WordPress with JNews: the meta line in pieces, a post amid the text, counters of shares, tabs of the popular."""
    path = f"/{p.topic(0).lower()}/{p.number}/"
    body = p.set()
    body.insert(
        2,
        f'<div class="jnews_inline_related_post"><div class="jeg_postblock_29 jeg_postblock jeg_module_hook"><div class="jeg_block_heading"><h3 class="jeg_block_title"><span>{p.word["read_also"]}</span></h3></div><div class="jeg_posts"><article class="jeg_post jeg_pl_xs"><div class="jeg_postblock_content"><h3 class="jeg_post_title"><a href="/j1">{p.headline(1)}</a></h3><div class="jeg_post_meta"><div class="jeg_meta_date"><i class="fa fa-clock-o"></i> {p.later(-3):%d.%m.%Y}</div></div></div></article></div></div></div>',
    )
    tabs = "".join(
        f'<article class="jeg_post"><h3 class="jeg_post_title"><a href="/k{n}">{p.headline(n)}</a></h3><div class="jeg_post_meta"><div class="jeg_meta_date">{p.later(n):%d.%m.%Y}</div></div><div class="jeg_post_excerpt"><p>{p.teaser(n)}..</p></div></article>'
        for n in range(4)
    )
    markup = f"""<!doctype html><html lang="{p.language}"><head><meta charset="UTF-8" /><title>{p.title} - {p.outlet}</title><link rel="canonical" href="{p.site}{path}"></head><body class="post-template-default single jnews"><div class="jeg_viewport"><div class="jeg_topbar"><div class="jeg_nav_item jeg_top_date">{p.weekday.capitalize()}, {worded(TODAY, p.language)}</div></div><div class="jeg_header"><a href="/" aria-label="{p.outlet}"><img src="/logo.png" alt="{p.outlet}"></a></div><div class="post-wrapper"><div class="jeg_content jeg_singlepage"><div class="container"><div class="row"><div class="jeg_main_content col-md-8"><div class="jeg_inner_content"><div class="jeg_breadcrumbs"><span><a href="/">{p.word["home"]}</a></span></div><div class="entry-header"><h1 class="jeg_post_title">{p.title}</h1><div class="jeg_meta_container"><div class="jeg_post_meta jeg_post_meta_1"><div class="meta_left"><div class="jeg_meta_author"><span class="meta_text">{p.pick("by", "от", "авторы")}</span> <a href="/author/a/">{p.author}</a></div><div class="jeg_meta_date"><a href="{path}">{p.day:%d.%m.%Y}</a></div><div class="jeg_meta_category"><span><span class="meta_text">in</span> <a href="/c">{p.topic(0)}</a></span></div></div><div class="meta_right"><div class="jeg_meta_zoom"><span>A</span><span>A</span></div></div></div></div></div><div class="jeg_featured featured_image"><img src="/f.jpg"></div><div class="jeg_share_top_container"><div class="jeg_share_stats"><div class="jeg_share_count"><div class="counts">0</div><span class="sharetext">SHARES</span></div><div class="jeg_views_count"><div class="counts">87</div><span class="sharetext">VIEWS</span></div></div></div><div class="entry-content no-share"><div class="content-inner">{"".join(body)}<div class="jeg_post_tags"><span>Tags:</span> <a href="/t" rel="tag">{p.topic(5)}</a></div></div></div><div class="jnews_author_box_container"><div class="jeg_authorbox"><h3 class="jeg_author_name"><a href="/author/a/">{p.author}</a></h3></div></div></div></div><div class="jeg_sidebar col-md-4"><ul class="jeg_tabs"><li>Trending</li><li>Comments</li><li>Latest</li></ul>{tabs}</div></div></div></div></div><div class="footer-holder">© 2026 {p.outlet}</div></div></body></html>"""
    return p.made("jnews", markup, path)


def lists(p: Piece) -> Made:
    """A regional site on MODX: day, author and readers as items of a list with icons, the text in rows and columns."""
    path = f"/zhanalyqtar/{p.number}.html"
    body = p.set(li="<p>✅ {}</p>")
    body.insert(
        3,
        f'<div class="row"><div class="col-sm-12"><div class="well"><p>{p.pick("Our WhatsApp channel has the news faster.", "В нашем канале WhatsApp новости быстрее.", "WhatsApp арнамызда жаңалық жылдамырақ.")} <a href="#">{p.pick("Join", "Вступить", "Қосылу")}</a></p></div></div></div>',
    )
    others = "".join(
        f'<div class="media"><div class="media-left"><img src="/o.jpg"></div><div class="media-body"><h4 class="media-heading"><a href="/o{n}">{p.headline(n)}</a></h4><ul class="list-inline"><li><i class="fa fa-calendar"></i> {p.later(n + 1):%d.%m.%Y}</li></ul></div></div>'
        for n in range(5)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><base href="{p.site}/"><title>{p.title} / {p.outlet}</title></head><body><div class="navbar"><div class="navbar-header"><a class="navbar-brand" href="/">{p.outlet}</a></div><p class="navbar-text">{p.weekday}, {worded(TODAY, p.language)}</p></div><section class="container"><div class="row"><div class="col-md-8"><div class="panel"><div class="panel-body"><h2 class="h1">{p.title}</h2><ul class="list-inline meta"><li><i class="fa fa-calendar"></i> {p.day:%d} {p.month.capitalize()}, {p.day.year}</li><li><i class="fa fa-user"></i> {p.author}</li><li><i class="fa fa-eye"></i> 640</li></ul><hr><div class="lead">{p.lead}</div>{"".join(body)}<hr><div class="btn-group"><a class="btn">{p.pick("Like", "Нравится", "Ұнайды")} 3</a></div></div></div><div class="panel"><h3>{p.pick("Leave your opinion", "Оставьте своё мнение", "Пікіріңізді қалдырыңыз")}</h3><div class="media"><div class="media-body"><h5>{p.reader(1)} <small>{p.later(1):%d.%m.%Y} 11:40</small></h5>{p.remark(1)}</div></div></div></div><div class="col-md-4">{others}</div></div></section><div class="foot">{p.word["rights"]} {p.outlet}</div></body></html>"""
    return p.made("lists", markup, path, lead=True)


def tabs(p: Piece) -> Made:
    """A district's office: one story in panes of three languages, of which the page shows one."""
    path = f"/{p.pick('en', 'ru', 'kk')}/pages/{p.number}"
    panes = {
        language: piece(language, "brief" if language != p.language else "news", p.number, p.outlet, p.host)
        for language in ("kk", "ru", "en")
    }
    shown = "".join(
        f'<div class="tab-pane{" active" if language == p.language else ""}" id="{language}"{"" if language == p.language else " style=&quot;display: none;&quot;".replace("&quot;", chr(34))}><h3>{other.title}</h3>{"".join((p if language == p.language else other).set())}</div>'
        for language, other in panes.items()
    )
    shown = shown.replace(f"<h3>{panes[p.language].title}</h3>", f"<h3>{p.title}</h3>")
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title} :: {p.outlet}</title></head><body><div class="gerb"><a href="/">{p.outlet}</a></div><ul class="nav-tabs"><li><a href="#kk">Қазақша</a></li><li><a href="#ru">Русский</a></li><li><a href="#en">English</a></li></ul><div class="meta-line"><span class="glyphicon glyphicon-time"></span> {p.worded}</div><div class="tab-content">{shown}</div><div class="docs"><h4>{p.pick("Attached files", "Прикреплённые файлы", "Тіркелген файлдар")}</h4><a href="/f.pdf">{p.number}.pdf (214 KB)</a></div><div class="partners"><a href="https://gov.example">gov.example</a><a href="https://egov.example">egov.example</a></div><div class="copy">© {p.outlet}, 2026. {p.word["address"]}</div></body></html>"""
    return p.made("tabs", markup, path, author=False)


def micro(p: Piece) -> Made:
    """A site with microdata in points and commas: the day of publication as 04.03.2026, that of the change before it."""
    path = f"/news/detail/{p.number}/"
    feed = "".join(
        f'<div class="feed__item"><div class="feed__date">{p.later(n + 1):%d.%m}</div><a href="/news/{n}/">{p.headline(n)}</a></div>'
        for n in range(10)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title} | {p.pick("News", "Новости", "Жаңалықтар")} | {p.outlet}</title><meta name="date" content="{TODAY}"></head><body><div class="feed"><div class="feed__title">{p.pick("Feed", "Лента", "Таспа")}</div>{feed}</div><div itemscope itemtype="http://schema.org/NewsArticle" class="detail"><link itemprop="mainEntityOfPage" href="{p.site}{path}"><meta itemprop="dateModified" content="{p.later(6):%d.%m.%Y} 10:00:00"><meta itemprop="datePublished" content="{p.day:%d.%m.%Y} {p.clock}:00"><div class="detail__section">{p.topic(2)}</div><h1 itemprop="headline name">{p.title}</h1><div class="detail__preview" itemprop="description">{p.lead}</div><div class="detail__body" itemprop="articleBody">{"".join(p.set())}</div><div class="detail__sign"><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">{p.author}</span></span></div><div itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="{p.outlet}"></div><div class="detail__note">{p.pick("Seen something of note? Tell us about it: our editors read every letter and answer within a day.", "Стали свидетелем события? Расскажите нам: редакция читает каждое письмо и отвечает в течение дня.", "Оқиға куәсі болдыңыз ба? Бізге айтыңыз: редакция әр хатты оқып, бір күн ішінде жауап береді.")}</div></div><div class="bottom">{p.word["cookies"]}</div></body></html>"""
    return p.made("micro", markup, path, lead=True, clock=True, updated=p.later(6).isoformat())


PLAN = (
    (single, "news report brief"), (split, "report news report"), (styled, "analysis report news"),
    (ticker, "brief brief news"), (blogspot, "opinion opinion report"), (wix, "opinion analysis opinion"),
    (jnews, "figures news analysis"), (lists, "news brief news"), (tabs, "news news news"),
    (micro, "brief figures report"),
)  # fmt: skip
"""The layouts and what each sets in English, Russian and Kazakh."""


def pages() -> list[Made]:
    """30 pages: 10 layouts, one page a language in each."""
    return [
        layout(piece(language, kind, 300 + place * 3 + at, *OUTLETS[language][(place + 2) % 5]))
        for place, (layout, kinds) in enumerate(PLAN)
        for at, (language, kind) in enumerate(zip(("en", "ru", "kk"), kinds.split(), strict=True))
    ]
