# ruff: noqa: E501 (markup is clearer in whole lines)
"""A fifth lot of layouts, written without a look at the extractor: after builders, systems and portals that outlets use."""

import json

from tests.pages.pieces import Piece, piece
from tests.pages.press import TODAY, Made, worded

OUTLETS = {
    "en": (("Steppe Courier", "steppecourier.example"), ("Kura Review", "kurareview.example"), ("The Oxus Post", "oxuspost.example"), ("Altai Dispatch", "altaidispatch.example"), ("Caspian Ledger", "caspianledger.example")),
    "ru": (("Тобольский курьер", "tobol-courier.example"), ("Вечерний Каратал", "karatal24.example"), ("Новости предгорий", "predgorie.example"), ("Азия-Перекрёсток", "perekrestok.example"), ("Дело и край", "delokrai.example")),
    "kk": (("Дала тынысы", "daladauys.example"), ("Қаратал жаршысы", "zharshy.example"), ("Алтай таңы", "altaitany.example"), ("Ел мен жер", "elmenzher.example"), ("Төбе ақпарат", "tobeinfo.example")),
}  # fmt: skip


def tagdiv(p: Piece) -> Made:
    """A WordPress theme of tagDiv: the same time element in the header, in related modules and in the sidebar."""
    path = f"/{p.number}-{p.host[:4]}/"
    related = "".join(
        f'<div class="td_module_related_posts td_mod_related_posts"><div class="item-details"><h3 class="entry-title td-module-title"><a href="/r{n}" rel="bookmark">{p.headline(n)}</a></h3></div></div>'
        for n in range(3)
    )
    side = "".join(
        f'<div class="td_module_6 td_module_wrap"><h3 class="entry-title td-module-title"><a href="/s{n}">{p.headline(n + 3)}</a></h3><div class="td-module-meta-info"><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{p.later(n + 5)}T09:00:00+05:00">{worded(p.later(n + 5), p.language)}</time></span></div><div class="td-excerpt">{p.teaser(n)}</div></div>'
        for n in range(5)
    )
    head = (
        f'<script type="application/ld+json" class="yoast-schema-graph">{json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": p.title + " - " + p.outlet, "datePublished": p.stamp, "dateModified": f"{p.later(2)}T10:00:00+00:00"}, {"@type": "WebSite", "name": p.outlet}]}, ensure_ascii=False)}</script>'
        if p.language == "en"
        else ""
    )
    body = p.set()
    body.insert(
        2,
        '<div class="td-a-rec td-a-rec-id-content_inline tdi_3"><span class="td-adspot-title">- Advertisement -</span></div>',
    )
    markup = f"""<!doctype html ><html lang="{p.pick("en-US", "ru-RU", "kk-KZ")}"><head><meta charset="UTF-8" /><title>{p.title} - {p.outlet}</title><link rel="canonical" href="{p.site}{path}" /><meta property="og:site_name" content="{p.outlet}" /><meta property="og:title" content="{p.title}" />{head}</head>
<body class="post-template-default single single-post td-standard-pack"><div class="td-header-wrap"><div class="td-header-sp-top-menu"><div class="td_data_time">{worded(TODAY, p.language)}</div><ul><li><a href="/a">{p.word["about"]}</a></li><li><a href="/c">{p.word["contact"]}</a></li></ul></div></div>
<div class="td-main-content-wrap"><div class="td-container"><div class="td-crumb-container"><div class="entry-crumbs"><span><a href="/">{p.word["home"]}</a></span> <i class="td-icon-right"></i> <span>{p.topic(1)}</span></div></div><div class="td-pb-row"><div class="td-pb-span8 td-main-content" role="main"><article class="post type-post status-publish hentry"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/c1">{p.topic(1)}</a></li></ul><header class="td-post-title"><h1 class="entry-title">{p.title}</h1><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/author/1/">{p.author}</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{p.stamp}">{worded(p.day, p.language)}</time></span><div class="td-post-views"><i class="td-icon-views"></i>412</div></div></header></div>
<div class="td-post-sharing-top"><a class="td-social-facebook"><div class="td-social-but-text">Facebook</div></a><a class="td-social-telegram"><div class="td-social-but-text">Telegram</div></a></div><div class="td-post-content tagdiv-type">{"".join(body)}</div>
<footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>TAGS</span></li><li><a href="/t1">{p.topic(2)}</a></li><li><a href="/t2">{p.topic(3)}</a></li></ul></div><div class="td-block-row td-post-next-prev"><div class="td-post-prev-post"><span>{p.pick("Previous article", "Предыдущая статья", "Алдыңғы мақала")}</span><a href="/p">{p.headline(7)}</a></div></div><div class="author-box-wrap"><div class="desc"><div class="td-author-name vcard author"><span class="fn"><a href="/author/1/">{p.author}</a></span></div><div class="td-author-description">{p.pick("Writes about the region for the tenth year.", "Десятый год пишет о регионе.", "Өңір туралы оныншы жыл жазып келеді.")}</div></div></div></footer></article>
<div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title"><a>{p.word["related"]}</a></h4>{related}</div><div class="comments" id="comments"><h4>2 {p.word["comments"]}</h4><ol class="comment-list"><li class="comment"><article><footer><cite>{p.reader(1)}</cite> <a href="#c1"><time>{worded(p.later(1), p.language)} 10:12</time></a></footer><div class="comment-content"><p>{p.remark(1)}</p></div></article></li><li class="comment"><article><footer><cite>{p.reader(2)}</cite></footer><div class="comment-content"><p>{p.remark(2)}</p></div></article></li></ol></div></div>
<div class="td-pb-span4 td-main-sidebar"><aside class="widget">{side}</aside></div></div></div></div><div class="td-footer-wrapper"><p>© 2014–2026 {p.outlet}</p></div></body></html>"""
    return p.made("tagdiv", markup, path, regional=False, clock=True)


def elementor(p: Piece) -> Made:
    """A page of Elementor: widgets in containers, a form in the middle of them, cards of other posts after the text."""
    path = f"/{p.day:%Y/%m}/story-{p.number}/"
    cards = "".join(
        f'<article class="elementor-post elementor-grid-item"><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="/x{n}">{p.headline(n)}</a></h3><div class="elementor-post__meta-data"><span class="elementor-post-date">{worded(p.later(n + 3), p.language)}</span></div><div class="elementor-post__excerpt"><p>{p.teaser(n)}</p></div><a class="elementor-post__read-more" href="/x{n}">{p.word["more"]} »</a></div></article>'
        for n in range(6)
    )
    text = p.set()
    half = len(text) // 2
    widget = '<div class="elementor-element elementor-widget elementor-widget-text-editor" data-widget_type="text-editor.default"><div class="elementor-widget-container">{}</div></div>'
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="UTF-8"><title>{p.title} &#8211; {p.outlet}</title><meta property="og:url" content="{p.site}{path}"><meta name="generator" content="Elementor 3.21"></head><body class="elementor-default single-post"><div data-elementor-type="header" class="elementor elementor-12 elementor-location-header"><nav class="elementor-nav-menu--main"><ul class="elementor-nav-menu"><li><a href="/">{p.word["home"]}</a></li><li><a href="/n">{p.word["news"]}</a></li></ul></nav></div>
<div data-elementor-type="single-post" class="elementor elementor-77 elementor-location-single post type-post"><section class="elementor-section elementor-top-section"><div class="elementor-container elementor-column-gap-default"><div class="elementor-column elementor-col-66"><div class="elementor-widget-wrap"><div class="elementor-element elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title elementor-size-default">{p.title}</h1></div></div>
<div class="elementor-element elementor-widget elementor-widget-post-info"><div class="elementor-widget-container"><ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li class="elementor-icon-list-item" itemprop="author"><a href="/au"><span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-author">{p.author}</span></a></li><li class="elementor-icon-list-item" itemprop="datePublished"><span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-date"><time>{worded(p.day, p.language)}</time></span></li><li class="elementor-icon-list-item"><span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-time"><time>{p.clock}</time></span></li></ul></div></div>
{widget.format("".join(text[:half]))}<div class="elementor-element elementor-widget elementor-widget-form"><div class="elementor-widget-container"><form class="elementor-form" method="post"><div class="elementor-field-group"><p>{p.word["subscribe"]}</p><input type="email" placeholder="Email"><button type="submit">OK</button></div></form></div></div>{widget.format("".join(text[half:]))}
<div class="elementor-element elementor-widget elementor-widget-share-buttons"><div class="elementor-widget-container"><div class="elementor-grid"><span class="elementor-share-btn__title">Facebook</span><span class="elementor-share-btn__title">WhatsApp</span></div></div></div></div></div></div></section><section class="elementor-section"><h2 class="elementor-heading-title">{p.word["related"]}</h2><div class="elementor-posts-container elementor-posts elementor-grid">{cards}</div></section></div>
<div data-elementor-type="footer" class="elementor elementor-location-footer"><p>© {p.outlet} 2026. {p.word["rights"]}</p></div></body></html>"""
    return p.made("elementor", markup, path, regional=False, clock=True)


def avada(p: Piece) -> Made:
    """A page of Avada: rows and columns of Fusion, the time of the last change hidden in a span called updated."""
    path = f"/news/{p.number}"
    column = '<div class="fusion-layout-column fusion_builder_column fusion-builder-column-{} fusion_builder_column_1_1"><div class="fusion-column-wrapper fusion-flex-column-wrapper"><div class="fusion-text fusion-text-{}">{}</div></div></div>'
    body = "".join(column.format(n, n, part) for n, part in enumerate(p.set()))
    markup = f"""<!DOCTYPE html><html class="avada-html-layout-wide" lang="{p.language}"><head><meta charset="utf-8"/><title>{p.title} | {p.outlet}</title><link rel='shortlink' href='{p.site}/?p={p.number}' /><link rel="canonical" href="{p.site}{path}"/></head><body class="single single-post fusion-image-hovers"><a class="skip-link screen-reader-text" href="#content">{p.pick("Skip to content", "Перейти к содержимому", "Мазмұнға өту")}</a><div id="boxed-wrapper"><header class="fusion-header-wrapper"><div class="fusion-contact-info">+7 700 000 00 00 | <a href="mailto:a@b.example">a@b.example</a></div></header>
<main id="main" class="clearfix"><div class="fusion-row"><section id="content" style="float: left;"><article id="post-{p.number}" class="post post-{p.number} type-post status-publish hentry"><h1 class="entry-title fusion-post-title">{p.title}</h1><div class="post-content"><div class="fusion-fullwidth fullwidth-box fusion-builder-row-1"><div class="fusion-builder-row fusion-row">{body}</div></div></div>
<div class="fusion-meta-info"><div class="fusion-meta-info-wrapper">{p.pick("By", "Автор", "Авторы")} <span class="vcard"><span class="fn"><a href="/au/1" rel="author">{p.author}</a></span></span><span class="fusion-inline-sep">|</span><span class="updated rich-snippet-hidden">{p.later(40)}T08:08:08+00:00</span><span>{p.pick(f"{p.month} {p.day.day}, {p.day.year}", worded(p.day, "ru"), worded(p.day, "kk"))}</span><span class="fusion-inline-sep">|</span><a href="/cat" rel="category tag">{p.topic(4)}</a><span class="fusion-inline-sep">|</span><span class="fusion-comments">0 {p.word["comments"]}</span></div></div>
<div class="fusion-sharing-box"><h4>{p.word["share"]}</h4></div><section class="related-posts single-related-posts"><div class="fusion-title"><h3 class="title-heading-left">{p.word["related"]}</h3></div><div class="awb-carousel"><div class="swiper-slide"><h4 class="fusion-carousel-title"><a href="/1">{p.headline(1)}</a></h4><div class="fusion-carousel-meta"><span class="fusion-date">{worded(p.later(9), p.language)}</span></div></div></div></section></article></section>
<aside id="sidebar" class="sidebar"><section class="widget widget_recent_entries"><ul><li><a href="/2">{p.headline(2)}</a></li><li><a href="/3">{p.headline(3)}</a></li></ul></section></aside></div></main><div class="fusion-footer"><div class="fusion-copyright-notice">© Copyright 2012 - 2026 | {p.outlet}</div></div></div></body></html>"""
    return p.made("avada", markup, path, regional=False)


def ghost(p: Piece) -> Made:
    """A page of Ghost: cards between the paragraphs, a call to sign up in the middle."""
    path = f"/issue-{p.number}/"
    body = p.set()
    body.insert(
        1,
        f'<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="/b"><div class="kg-bookmark-content"><div class="kg-bookmark-title">{p.headline(1)}</div><div class="kg-bookmark-description">{p.teaser(1)}</div><div class="kg-bookmark-metadata"><span class="kg-bookmark-author">{p.outlet}</span></div></div></a></figure>',
    )
    body.insert(
        3,
        f'<div class="kg-card kg-signup-card"><div class="kg-signup-card-text"><h2 class="kg-signup-card-heading">{p.pick("Stay informed", "Будьте в курсе", "Хабардар болыңыз")}</h2><p class="kg-signup-card-subheading">{p.word["subscribe"]}</p><form class="kg-signup-card-form"><button>OK</button></form></div></div>',
    )
    ld = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "Article",
            "publisher": {"@type": "Organization", "name": p.outlet},
            "author": {"@type": "Person", "name": p.author},
            "headline": p.title,
            "datePublished": f"{p.day}T{p.clock}:00.000Z",
            "dateModified": f"{p.later(1)}T11:00:00.000Z",
        },
        ensure_ascii=False,
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><title>{p.title}</title><meta charset="utf-8"><link rel="canonical" href="{p.site}{path}"><meta property="og:site_name" content="{p.outlet}"><script type="application/ld+json">{ld}</script><meta name="generator" content="Ghost 5.80"></head><body class="post-template"><div class="gh-viewport"><header id="gh-navigation"><nav><ul class="nav"><li><a href="/">{p.word["home"]}</a></li></ul></nav><a href="#/portal/signup">{p.pick("Subscribe", "Подписаться", "Жазылу")}</a></header><main id="site-main" class="site-main"><article class="gh-article post">
<header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="/tag/">{p.topic(5)}</a><h1 class="gh-article-title is-title">{p.title}</h1><p class="gh-article-excerpt is-body">{p.lead}</p><div class="gh-article-meta"><h4 class="gh-article-author-name"><a href="/author/">{p.author}</a></h4><div class="gh-article-meta-content"><time class="gh-article-meta-date" datetime="{p.day}">{p.day:%d %b %Y}</time><span class="gh-article-meta-length"><span class="bull">&bull;</span> 4 min read</span></div></div></header>
<section class="gh-content gh-canvas is-body">{"".join(body)}</section></article><div class="gh-comments gh-canvas"><p>{p.pick("Sign in to join the discussion", "Войдите, чтобы участвовать в обсуждении", "Талқылауға қатысу үшін кіріңіз")}</p></div></main>
<section class="gh-container is-grid gh-outer"><h2 class="gh-container-title">{p.word["more"]}</h2><div class="gh-feed"><article class="gh-card post"><a class="gh-card-link" href="/9"><h3 class="gh-card-title">{p.headline(4)}</h3><p class="gh-card-excerpt is-body">{p.teaser(2)}</p><time class="gh-card-date" datetime="{p.later(4)}">4</time></a></article></div></section><footer>{p.outlet} © 2026</footer></div></body></html>"""
    return p.made("ghost", markup, path, regional=False, lead=True, clock=True)


def amp(p: Piece) -> Made:
    """An AMP page: its canonical page is another one, the menu stands in a sidebar at the top."""
    path = f"/amp/news/{p.number}"
    ld = json.dumps(
        {
            "@context": "http://schema.org",
            "@type": "NewsArticle",
            "headline": p.title,
            "datePublished": p.stamp,
            "author": {"@type": "Person", "name": p.author},
            "publisher": {"@type": "Organization", "name": p.outlet, "logo": {"@type": "ImageObject", "url": "/l.png"}},
        },
        ensure_ascii=False,
    )
    caption = (
        '<amp-img src="/i.jpg" width="800" height="450" layout="responsive"></amp-img><div class="img-caption">{}</div>'
    )
    markup = f"""<!doctype html><html amp lang="{p.language}"><head><meta charset="utf-8"><script async src="https://cdn.ampproject.org/v0.js"></script><title>{p.title}</title><link rel="canonical" href="{p.site}/news/{p.number}"><script type="application/ld+json">{ld}</script><style amp-custom>.a{{color:red}}</style></head><body><amp-sidebar id="sidebar" layout="nodisplay"><ul><li><a href="/">{p.word["home"]}</a></li><li><a href="/n">{p.word["news"]}</a></li><li><a href="/p">{p.word["politics"]}</a></li></ul></amp-sidebar><header class="amp-head"><a href="/">{p.outlet}</a></header>
<article class="amp-article"><h1>{p.title}</h1><div class="amp-meta">{p.day:%d.%m.%Y}, {p.clock}</div><amp-social-share type="telegram"></amp-social-share><div class="amp-lead">{p.lead}</div><div class="amp-body">{"".join(p.set(caption=caption))}</div><amp-ad width=300 height=250 type="doubleclick"></amp-ad></article><section class="amp-more"><h4>{p.word["read_also"]}</h4><div><a href="/1">{p.headline(1)}</a></div><div><a href="/2">{p.headline(2)}</a></div></section><footer class="amp-foot">© {p.outlet}. {p.word["rights"]}</footer></body></html>"""
    return p.made("amp", markup, path, regional=False, lead=True, clock=True, canonical=f"/news/{p.number}")


def bitrix(p: Piece) -> Made:
    """A department's site on Bitrix: the first heading names the section, the text is broken by br, a clock runs above."""
    path = f"/press/news/detail.php?ID={p.number}"
    body = "<br />\n<br />\n".join(
        p.set(
            p="{}",
            h="<b>{}</b>",
            li="— {}",
            quote="<i>{}</i>",
            q="<b>{}</b>",
            caption="<img src='/upload/i.jpg'><br /><i style='font-size:11px'>{}</i>",
            time="<b>{}</b>",
        )
    )
    side = "".join(
        f'<p class="news-item"><span class="news-date-time">{p.later(n + 2):%d.%m.%Y}</span> <a href="?ID={n}"><b>{p.headline(n)}</b></a><br />{p.teaser(n)}</p>'
        for n in range(4)
    )
    markup = f"""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{p.word["news"]}</title></head><body><div id="panel"></div><div class="top-line"><div class="date-now">{p.word["today"]} {TODAY.day} {worded(TODAY, p.language).split()[1]} {TODAY.year}</div><div class="vision"><a href="#">{p.pick("Version for the visually impaired", "Версия для слабовидящих", "Нашар көретіндерге арналған нұсқа")}</a></div></div><div class="logo">{p.outlet}</div>
<table class="layout"><tr><td class="left-col"><ul id="vertical-multilevel-menu"><li><a href="/about/">{p.word["about"]}</a></li><li><a href="/press/">{p.word["news"]}</a></li><li><a href="/contacts/">{p.word["contact"]}</a></li></ul><div class="news-list">{side}</div></td><td class="content-col"><div class="bx-breadcrumb"><div class="bx-breadcrumb-item"><a href="/">{p.word["home"]}</a></div><div class="bx-breadcrumb-item"><span>{p.word["news"]}</span></div></div><h1 id="pagetitle">{p.word["news"]}</h1>
<div class="news-detail"><img class="detail_picture" src="/upload/1.jpg" /><span class="news-date-time">{p.day:%d.%m.%Y}</span><h3>{p.title}</h3>{body}<div style="clear:both"></div><br />{p.pick("Category", "Раздел", "Бөлім")}: {p.topic(3)}<br /><div class="news-detail-share"><noindex></noindex></div></div><p><a href="/press/news/">{p.pick("Back to the list", "Возврат к списку", "Тізімге оралу")}</a></p></td></tr></table><div class="footer"><p>{p.word["address"]}</p><p>© 2009-2026</p></div></body></html>"""
    return p.made("bitrix", markup, path, author=False, outlet=False)


def dle(p: Piece) -> Made:
    """A site on DataLife Engine: text in one box with br, days as 17-03-2026, similar news and remarks below."""
    path = f"/society/{p.number}-slug.html"
    body = "<br /><br />".join(
        p.set(
            p="{}",
            h="<b>{}</b>",
            li="• {}",
            quote='<div class="quote">{}</div>',
            q="<b>- {}</b>",
            caption='<div align="center"><!--dle_image_begin--><img src="/uploads/1.jpg"><!--dle_image_end--><br><i>{}</i></div>',
            time="<b>{}</b>",
        )
    )
    similar = "".join(f'<li><a href="/{n}">{p.headline(n)}</a></li>' for n in range(5))
    remarks = "".join(
        f'<div id="comment-id-{n}"><div class="comm-item"><div class="comm-one"><span class="comm-author">{p.reader(n)}</span> <span>{p.later(1):%d-%m-%Y}, 1{n}:10</span> <span>{p.pick("Group: Guests", "Группа: Гости", "Топ: Қонақтар")}</span></div><div class="comm-two"><div id="comm-id-{n}">{p.remark(n)}</div></div></div></div>'
        for n in range(4)
    )
    markup = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{p.title} » {p.outlet}</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"><link rel="canonical" href="{p.site}{path}"></head><body><div class="wrap"><header class="head"><a class="logo" href="/">{p.outlet}</a><div class="login"><form method="post"><input name="login_name"><label>{p.pick("Remember me", "Запомнить меня", "Мені есте сақта")}</label></form></div></header><div class="speedbar"><div class="over"><span id="dle-speedbar"><a href="/">{p.outlet}</a> » <a href="/society/">{p.topic(2)}</a> » {p.title}</span></div></div>
<div class="cols"><main class="main"><div id='dle-content'><article class="full"><h1>{p.title}</h1><div class="full-info"><span><i class="fa fa-user"></i> <a href="/user/1/">{p.author}</a></span><span><i class="fa fa-clock-o"></i> {p.day:%d-%m-%Y}, {p.clock}</span><span><i class="fa fa-eye"></i> 1 204</span></div><div class="full-text" id="news-id-{p.number}">{body}</div><div class="full-tags">{p.word["tags"]}: <a href="/t1">{p.topic(4)}</a>, <a href="/t2">{p.topic(5)}</a></div><div class="rate">+12</div><div class="ya-share2"></div><div class="complaint">{p.word["error"]}</div></article><div class="rel"><div class="rel-title">{p.word["related"]}:</div><ul>{similar}</ul></div><div class="comms"><h3>{p.word["comments"]} (4)</h3>{remarks}</div></div></main><aside class="side"><div class="side-bt">{p.word["popular"]}</div>{similar}</aside></div><footer>{p.word["rights"]}</footer></div></body></html>"""
    return p.made("dle", markup, path, clock=True)


def joomla(p: Piece) -> Made:
    """Joomla with K2: weekday before the day, the last change under the text, intro and full text in two boxes."""
    path = f"/index.php/item/{p.number}-slug"
    body = p.set()
    when = f"{p.weekday.capitalize()}, {p.day:%d} {p.month} {p.day.year} {p.clock}"
    changed = p.later(30)
    markup = f"""<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="{p.language}"><head><base href="{p.site}{path}" /><meta http-equiv="content-type" content="text/html; charset=utf-8" /><meta name="author" content="{p.author}" /><meta name="generator" content="Joomla! - Open Source Content Management" /><title>{p.title}</title></head><body class="com_k2 view-item"><div class="t3-wrapper"><header id="t3-header"><div class="moduletable"><p>{p.outlet}</p></div><div id="DateHere">{worded(TODAY, p.language)}</div></header><div id="k2Container" class="itemView"><span id="startOfPageId{p.number}"></span><div class="itemHeader"><span class="itemDateCreated">{when}</span><h2 class="itemTitle">{p.title}</h2><span class="itemAuthor">{p.pick("Written by", "Автор", "Авторы")}&nbsp; <a rel="author" href="/a">{p.author}</a></span></div>
<div class="itemToolbar"><ul><li><span class="itemTextResizerTitle">{p.pick("font size", "размер шрифта", "қаріп өлшемі")}</span></li><li><a class="itemPrintLink" href="#"><span>{p.word["print"]}</span></a></li></ul></div><div class="itemRatingBlock"><span>{p.pick("Rate this item", "Оцените материал", "Материалды бағалаңыз")}</span><div id="itemRatingLog1" class="itemRatingLog">(3 {p.pick("votes", "голоса", "дауыс")})</div></div><div class="itemBody"><div class="itemIntroText">{body[0]}</div><div class="itemFullText">{"".join(body[1:])}</div><div class="itemContentFooter"><span class="itemHits">{p.word["views"]} <b>812</b></span><span class="itemDateModified">{p.pick("Last modified on", "Последнее изменение", "Соңғы өзгеріс")} {changed:%d.%m.%Y} 11:20</span></div></div>
<div class="itemLinks"><div class="itemTagsBlock"><span>{p.word["tags"]}</span><ul class="itemTags"><li><a href="/t">{p.topic(1)}</a></li></ul></div></div><div class="itemAuthorLatest"><h3>{p.pick("Latest from", "Последнее от", "Соңғысы:")} {p.author}</h3><ul><li><a href="/1">{p.headline(1)}</a></li><li><a href="/2">{p.headline(2)}</a></li></ul></div><div class="itemRelated"><h3>{p.word["related"]}</h3><ul><li><a class="itemRelTitle" href="/3">{p.headline(3)}</a><div class="itemRelIntrotext"><p>{p.teaser(0)}</p></div></li></ul></div></div><footer>{p.outlet} 2026</footer></div></body></html>"""
    return p.made("joomla", markup, path, clock=True)


def drupal(p: Piece) -> Made:
    """Drupal 7: fields in fields, the line of who sent it and when, a view of other nodes in a block."""
    path = f"/node/{p.number}"
    rows = "".join(
        f'<div class="views-row views-row-{n}"><div class="views-field views-field-created"><span class="field-content">{p.later(n + 1):%d.%m.%Y}</span></div><div class="views-field views-field-title"><span class="field-content"><a href="/node/{n}">{p.headline(n)}</a></span></div><div class="views-field views-field-body"><div class="field-content"><p>{p.teaser(n)}</p></div></div></div>'
        for n in range(5)
    )
    sent = p.pick(
        f"Submitted by {p.author} on {p.weekday[:3]}, {p.day:%d/%m/%Y} - {p.clock}",
        f"Опубликовано {p.day:%d.%m.%Y} - {p.clock} пользователем {p.author}",
        f"{p.author} {p.day:%d.%m.%Y} - {p.clock} жариялады",
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}" dir="ltr"><head profile="http://www.w3.org/1999/xhtml/vocab"><meta charset="utf-8" /><meta name="Generator" content="Drupal 7 (http://drupal.org)" /><link rel="canonical" href="{path}" /><link rel="shortlink" href="/node/{p.number}" /><title>{p.title} | {p.outlet}</title></head><body class="html not-front one-sidebar sidebar-second page-node node-type-article"><div id="page"><div id="header"><h2 id="site-name"><a href="/">{p.outlet}</a></h2></div><div id="columns"><div id="content" class="column" role="main"><div class="breadcrumb"><a href="/">{p.word["home"]}</a> » <a href="/n">{p.word["news"]}</a></div><h1 class="page__title title" id="page-title">{p.title}</h1><div class="tabs"></div>
<article class="node-{p.number} node node-article view-mode-full clearfix" about="{path}" typeof="sioc:Item foaf:Document"><header><p class="submitted">{sent}</p></header><div class="field field-name-field-image field-type-image field-label-hidden"><div class="field-items"><div class="field-item even"><img src="/i.jpg" /></div></div></div><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{"".join(p.set())}</div></div></div><div class="field field-name-field-tags field-type-taxonomy-term-reference field-label-above"><div class="field-label">{p.word["tags"]}:&nbsp;</div><div class="field-items"><div class="field-item even"><a href="/tax">{p.topic(6)}</a></div></div></div><ul class="links inline"><li class="comment_forbidden first last"><span><a href="/user/login">{p.pick("Log in</a> to post comments", "Войдите</a>, чтобы оставлять комментарии", "Пікір қалдыру үшін кіріңіз</a>")}</span></li></ul></article></div>
<section class="region region-sidebar-second column sidebar"><div class="block block-views"><h2 class="block__title">{p.word["latest"]}</h2><div class="view-content">{rows}</div></div></section></div><footer id="footer"><p>{p.word["rights"]}</p></footer></div></body></html>"""
    return p.made("drupal", markup, path, clock=True)


def hashed(p: Piece) -> Made:
    """A Next.js page of boxes with hashed names and no paragraphs; day and month without a year, the year in the data."""
    path = f"/{p.pick('en', 'ru', 'kz')}/article/{p.number}"
    block = '<div class="Block_text__x{}Kq"><span class="Text_root__9fGh1">{}</span></div>'
    body = [
        block.format(n, part)
        for n, part in enumerate(
            p.set(
                p="{}",
                h="<b>{}</b>",
                li="<span>— {}</span>",
                quote='<div class="Quote_q__7yQ1">{}</div>',
                q="<b>{}</b>",
                caption='<div class="Image_caption__1Qs">{}</div>',
                time="<b>{}</b>",
            )
        )
    ]
    body.insert(
        2,
        f'<a class="ReadMore_root__1kd" href="/a/7"><div class="ReadMore_label__2"><span>{p.word["read_also"]}</span></div><div class="ReadMore_title__3">{p.headline(2)}</div></a>',
    )
    data = {
        "props": {
            "pageProps": {
                "article": {
                    "id": p.number,
                    "title": p.title,
                    "publishedAt": p.stamp,
                    "updatedAt": f"{p.later(3)}T09:00:00+05:00",
                },
                "latest": [
                    {"id": n, "title": p.headline(n), "publishedAt": f"{p.later(n + 1)}T10:00:00+05:00"}
                    for n in range(4)
                ],
            }
        },
        "page": "/article/[id]",
    }
    feed = "".join(
        f'<a class="Feed_item__aQ2" href="/f{n}"><div class="Feed_time__b">1{n}:2{n}</div><div class="Feed_title__c">{p.headline(n + 4)}</div></a>'
        for n in range(8)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charSet="utf-8"/><title>{p.title} | {p.outlet}</title><meta property="og:title" content="{p.title}"/><meta property="og:site_name" content="{p.outlet}"/><link rel="canonical" href="{p.site}{path}"/><link rel="alternate" hrefLang="ru" href="{p.site}/ru/article/{p.number}"/></head><body><div id="__next"><div class="Layout_wrap__3Gh"><div class="Header_root__Zz1"><a href="/">{p.outlet}</a><div class="Header_rates__k">USD 471.2 EUR 512.9 RUB 5.1</div></div><div class="Grid_row__77"><div class="Grid_main__9"><div class="Article_head__a1"><div class="Article_rubric__b">{p.topic(0)}</div><h1 class="Article_title__c8">{p.title}</h1><div class="Article_meta__d"><div class="Article_date__e">{p.day.day} {p.month}, {p.clock}</div><div class="Article_views__f">3 412</div><div class="Article_author__g">{p.author}</div></div></div><div class="Article_lead__h">{p.lead}</div><div class="Article_body__i">{"".join(body)}</div><div class="Share_root__j">{p.word["share"]}</div><div class="Promo_root__k"><div class="Promo_text__l">{p.word["subscribe"]}</div></div></div><div class="Grid_side__m"><div class="Feed_head__n">{p.word["latest"]}</div>{feed}</div></div><div class="Footer_root__o">© {p.outlet}, 2026. {p.word["rights"]}</div></div></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(data, ensure_ascii=False)}</script></body></html>"""
    return p.made("hashed", markup, path, lead=True, clock=True)


def nuxt(p: Piece) -> Made:
    """A Nuxt page: scoped attributes, the time before the day, the number of readers in the same line, cards below."""
    path = f"/news/{p.day:%Y/%m/%d}/{p.number}-slug"
    v = 'data-v-4f2a91cc=""'
    cards = "".join(
        f'<div class="card" {v}><div class="card__date" {v}>{p.later(n + 1):%d.%m.%Y}</div><a href="/c{n}" class="card__title" {v}>{p.headline(n)}</a><div class="card__text" {v}>{p.teaser(n)}</div></div>'
        for n in range(6)
    )
    markup = f"""<!doctype html><html data-n-head-ssr lang="{p.language}"><head><meta data-n-head="ssr" charset="utf-8"><title>{p.title}</title><meta data-n-head="ssr" data-hid="og:site_name" property="og:site_name" content="{p.outlet}"></head><body><div data-server-rendered="true" id="__nuxt"><div id="__layout"><div {v} class="app"><div {v} class="top"><div {v} class="top__weather">−4° {worded(TODAY, p.language)}</div></div><div {v} class="news-page"><div {v} class="news-page__main"><div {v} class="news-page__info"><span {v}>{p.clock}, {p.day:%d.%m.%Y}</span> <span {v}>👁 2 311</span> <span {v}>💬 14</span></div><h1 {v} class="news-page__title">{p.title}</h1><div {v} class="news-page__image"><img src="/i.webp"><div {v} class="news-page__caption">{p.word["photo"]}: {p.reader(0)}</div></div><div {v} class="news-page__content"><div>{"".join(p.set(p='<p dir="ltr"><span style="background-color:transparent;">{}</span></p>'))}</div></div><div {v} class="news-page__author">{p.word["author"]}: {p.author}</div><div {v} class="news-page__emoji"><span>👍 12</span><span>😡 4</span></div></div><div {v} class="news-page__more"><div {v} class="h2">{p.word["read_also"]}</div>{cards}</div></div><div {v} class="bottom">{p.word["rights"]}</div></div></div></div><script>window.__NUXT__=(function(a,b){{return{{layout:"default",data:[{{item:{{id:{p.number},date:a}}}}],now:b}}}}("{p.day}","{TODAY}"));</script></body></html>"""
    return p.made("nuxt", markup, path, clock=True)


def state_portal(p: Piece) -> Made:
    """A state portal made by a script: panels for the visually impaired, links of services, a hot line, no author."""
    path = f"/memleket/entities/dsm/press/news/details/{p.number}?lang={p.pick('en', 'ru', 'kk')}"
    similar = "".join(
        f'<div class="news-card"><div class="news-card__date">{worded(p.later(n + 2), p.language)}</div><div class="news-card__name"><a>{p.headline(n)}</a></div></div>'
        for n in range(3)
    )
    markup = f"""<!doctype html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title}</title><base href="/"></head><body><app-root ng-version="15.2.9"><app-header><div class="lang-switch"><a>Қаз</a><a>Рус</a><a>Eng</a></div><div class="special">{p.pick("Font size A A A Colours", "Размер шрифта А А А Цвета сайта", "Қаріп өлшемі А А А Сайт түстері")}</div><div class="header__org">{p.outlet}</div></app-header><div class="breadcrumbs"><span>{p.word["home"]}</span><span>{p.pick("Press centre", "Пресс-центр", "Баспасөз орталығы")}</span><span>{p.word["news"]}</span></div>
<app-news-details><div class="article"><div class="article__head"><div class="article__date">{p.worded}</div><h1 class="article__title ng-star-inserted">{p.title}</h1></div><div class="article__text ql-editor">{"".join(p.set(p='<p style="text-align: justify;"><span style="color: rgb(0, 0, 0);">{}</span></p><p><br></p>'))}</div><div class="article__bottom"><div class="tags"><span>#{p.topic(1)}</span><span>#{p.topic(2)}</span></div><button>{p.word["share"]}</button><div class="rating">{p.pick("Was the page useful?", "Была ли страница полезной?", "Бет пайдалы болды ма?")} <button>{p.pick("Yes", "Да", "Иә")}</button><button>{p.pick("No", "Нет", "Жоқ")}</button></div></div></div><div class="similar"><h2>{p.word["related"]}</h2>{similar}</div></app-news-details>
<app-footer><div class="contact-center"><div>1414</div><div>{p.pick("Single contact centre for citizens", "Единый контакт-центр для граждан", "Азаматтарға арналған бірыңғай байланыс орталығы")}</div></div><p>{p.word["address"]}</p><div>{p.pick("Date of update", "Дата обновления", "Жаңартылған күні")}: {TODAY:%d.%m.%Y}</div></app-footer></app-root></body></html>"""
    return p.made("state-portal", markup, path, author=False, outlet=False)


def wire(p: Piece) -> Made:
    """An agency: a numbered line of the day's news stands before the story, with days between its items."""
    path = f"/news/{p.number}/"
    line = "".join(
        f'<div class="line-item"><span class="num">{n + 1}.</span><span class="tm">{20 - n}:0{n % 6}</span><a href="/n{n}">{p.headline(n)}</a></div>'
        for n in range(12)
    )
    body = p.set()
    body[0] = body[0].replace("<p>", f"<p><b>{p.pick('KARATEREK', 'КАРАТЕРЕК', 'ҚАРАТЕРЕК')} /{p.outlet}/ — </b>", 1)
    made = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{p.outlet} | {p.title}</title></head><body><div id="hdr"><div class="dt">{worded(TODAY, p.language)}, 20:41</div><a href="/">{p.outlet}</a></div><div id="lft"><div class="lh">{p.pick("News line", "Лента новостей", "Жаңалықтар легі")}</div><div class="ld">{worded(TODAY, p.language)}</div>{line}<a href="/all">{p.pick("All news", "Все новости", "Барлық жаңалық")}</a></div><div id="cnt"><div class="inf">{p.worded} / {p.clock} <span>{p.word["print"]}</span></div><h1>{p.title}</h1>{"".join(body)}<div class="sig">({p.author})</div><div class="rgt">{p.word["rights"]}</div></div><div id="rgt"><div class="poll"><b>{p.pick("Poll", "Опрос", "Сауалнама")}</b><p>{p.remark(0)}</p><label>1</label><label>2</label></div></div></body></html>"""
    page = p.made("wire", made, path, clock=True)
    dateline = f"{p.pick('KARATEREK', 'КАРАТЕРЕК', 'ҚАРАТЕРЕК')} /{p.outlet}/ — "
    return type(page)(
        **{**{name: getattr(page, name) for name in page.__dataclass_fields__}, "text": dateline + page.text}
    )


def tilda(p: Piece) -> Made:
    """A long read on Tilda: covers, columns, a quotation set large, cards of other projects; the month, nothing or words."""
    path = f"/longread{p.number}"
    rec = '<div id="rec{}" class="r t-rec t-rec_pt_30" data-record-type="{}"><div class="t{}"><div class="t-container"><div class="t-col t-col_8 t-prefix_2">{}</div></div></div></div>'
    body = "".join(
        rec.format(100 + n, 106, 106, part)
        for n, part in enumerate(p.set(p='<div class="t-text t-text_md" field="text">{}</div>', h='<div class="t-title t-title_xs" field="title">{}</div>', li='<div class="t-text" field="text">— {}</div>', quote='<div class="t-text-impact t-text-impact_sm" field="text">{}</div>', q='<div class="t-text" field="text"><strong>{}</strong></div>', caption='<img class="t-img" src="/i.jpg"><div class="t-title__imgtitle t-descr" field="imgtitle">{}</div>'))
    )  # fmt: skip
    cards = "".join(
        f'<div class="t-col t-col_4"><div class="t404__title t-name">{p.headline(n)}</div><div class="t404__descr t-descr">{p.teaser(n)}</div><div class="t404__tag t-uptitle">{p.topic(n)}</div></div>'
        for n in range(3)
    )
    cover = p.pick(f"{p.month} {p.day.year}", "", "")
    end = p.pick("", "", f"Материал {p.worded} жарияланды.")
    markup = f"""<!DOCTYPE html><html><head><meta charset="utf-8" /><title>{p.title}</title><meta property="og:url" content="{p.site}{path}" /><meta property="og:title" content="{p.title}" /><meta property="og:description" content="{p.lead}" /><link rel="canonical" href="{p.site}{path}"></head><body class="t-body"><div id="allrecords" class="t-records" data-hook="blocks-collection-content-node"><div id="rec1" class="r t-rec" data-record-type="257"><div class="t228"><div class="t228__logo">{p.outlet}</div><ul><li><a class="t-menu__link-item" href="#m">{p.word["about"]}</a></li></ul></div></div>
<div id="rec2" class="r t-rec" data-record-type="18"><div class="t-cover"><div class="t-cover__wrapper"><div class="t-cover__uptitle t-uptitle" field="subtitle">{cover}</div><h1 class="t-title t-title_xl" field="title">{p.title}</h1><div class="t-cover__descr t-descr" field="descr">{p.lead}</div></div></div></div>{body}{rec.format(90, 61, 56, f'<div class="t-text t-text_xs" style="text-align:right">{p.pick("Text", "Текст", "Мәтін")}: {p.author}<br>{end}</div>')}
<div id="rec91" class="r t-rec" data-record-type="404"><div class="t404"><div class="t-section__title t-title">{p.word["related"]}</div>{cards}</div></div><div id="rec92" class="r t-rec" data-record-type="345"><div class="t345-wrapper"><div class="t345-socials">Telegram</div><div class="t-text">© 2026 {p.outlet}. {p.word["rights"]}</div></div></div></div></body></html>"""
    when = p.pick(f"{p.day:%Y-%m}", "", p.day.isoformat()) or None
    return p.made("tilda", markup, path, lead=True, published=when)


def radio(p: Piece) -> Made:
    """A broadcaster for abroad: embeds with other stories between the paragraphs, a player, a forum of readers."""
    path = f"/a/{p.number}0041.html"
    body = p.set(
        h='<h2 class="wsw__h2">{}</h2>',
        caption='<figure class="media-image js-media-expand"><div class="img-wrap"><img src="/i.jpg"></div><figcaption><span class="caption">{}</span></figcaption></figure>',
    )
    body.insert(
        2,
        f'<div class="wsw__embed wsw__embed--small"><div class="media-block also-read"><a href="/a/1.html"><span class="also-read__text--label">{p.word["read_also"]}</span><h4 class="media-block__title media-block__title--size-3 also-read__text p-t-md">{p.headline(5)}</h4></a></div></div>',
    )
    body.insert(
        4,
        f'<div class="wsw__embed"><div class="media-pholder media-pholder--video"><div class="c-sticky-element"><span>No media source currently available</span><span class="time">0:00</span> <span class="duration">0:02:40</span></div></div><a href="#">{p.pick("Direct link", "Прямая ссылка на видео", "Тікелей сілтеме")}</a></div>',
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}" dir="ltr" class="no-js"><head><title>{p.title}</title><meta charset="utf-8"><meta name="author" content="{p.outlet}"/><meta content="{p.outlet}" property="og:site_name"><meta content="{p.lead}" name="description"><link href="{p.site}{path}" rel="canonical"><script type="application/ld+json">{json.dumps({"articleSection": p.topic(1), "inLanguage": p.language, "headline": p.title, "author": {"@type": "Person", "name": p.author}, "datePublished": f"{p.day} {p.clock}:11Z", "dateModified": f"{p.later(1)} 06:02:10Z", "publisher": {"name": p.outlet}, "@context": "https://schema.org", "@type": "NewsArticle"}, ensure_ascii=False)}</script></head><body class="nav-no-loaded cc_theme pg-article"><div class="accessibility-bar"><ul><li><a href="#c">{p.pick("Skip to main content", "Вернуться к основному содержанию", "Негізгі мазмұнға өту")}</a></li></ul></div>
<div id="content"><main class="container"><div class="hdr-container"><div class="category"><a href="/z/1">{p.topic(1)}</a></div><div class="col-title"><h1 class="title pg-title">{p.title}</h1></div><div class="col-publishing-details"><div class="publishing-details"><div class="published"><span class="date"><time pubdate="pubdate" datetime="{p.stamp}">{worded(p.day, p.language)}</time></span></div><div class="links"><ul class="links__list"><li><a class="links__item-link" href="/au">{p.author}</a></li></ul></div></div></div><div class="col-lead"><div class="intro"><p>{p.lead}</p></div></div></div><div class="body-container"><div class="row"><div class="col-article"><div id="article-content" class="content-floated-wrap fb-quotable"><div class="wsw">{"".join(body)}</div></div><div class="media-block-wrap" id="forum"><h2 class="section-head">{p.pick("Forum", "Форум", "Форум")}</h2><div class="comment"><b>{p.reader(2)}</b><p>{p.remark(3)}</p></div></div></div><div class="region"><div class="media-block-wrap"><h2 class="section-head">{p.pick("More on this", "Смотрите также", "Тағы оқыңыз")}</h2><ul><li class="mb-grid"><div class="media-block"><span class="date">{worded(p.later(3), p.language)}</span><h4>{p.headline(6)}</h4></div></li></ul></div></div></div></div></main></div><footer><p>{p.outlet} © 2026</p></footer></body></html>"""
    return p.made("radio", markup, path, lead=True, clock=True)


def endless(p: Piece) -> Made:
    """An agency's page that goes on into the next story, whole, below the first; text in typed boxes."""
    path = f"/{p.day:%Y%m%d}/slug-{p.number}.html"
    block = '<div class="article__block" data-type="{}"><div class="article__{}">{}</div></div>'
    body = [
        block.format("text", "text", part)
        for part in p.set(
            p="{}", h="<h3>{}</h3>", q="<strong>{}</strong>", caption='<span class="media__desc">{}</span>'
        )
    ]
    body.insert(
        1,
        block.format(
            "article",
            "article",
            f'<a href="/20260101/x.html"><span class="article__article-date">1 {p.pick("January", "января", "қаңтар")}, 10:00</span><span class="article__article-title">{p.headline(3)}</span></a>',
        ),
    )
    following = "".join(block.format("text", "text", f"{p.teaser(n)} {p.remark(n)}") for n in range(3))
    shell = '<div class="layout-article__over"><div class="layout-article__main"><div class="article m-article" data-id="{0}" data-published="{1}"><div class="article__header"><div class="article__info"><div class="article__info-date"><a href="{2}">{3}</a>{4}</div></div><h1 class="article__title">{5}</h1><h2 class="article__second-title">{6}</h2></div><div class="article__announce"><div class="media"><div class="media__copyright">© {7}</div></div></div><div class="article__body">{8}</div><div class="article__tags"><a class="article__tags-item">{9}</a></div></div></div></div>'
    changed = f' <span class="article__info-date-modified">({p.pick("Updated", "обновлено", "жаңартылды")}: 16:05 {p.later(1):%d.%m.%Y})</span>'
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title} - {p.outlet}, {p.day:%d.%m.%Y}</title><link rel="canonical" href="{p.site}{path}"><meta property="og:title" content="{p.title}"></head><body id="body" class="page_article"><div class="header"><div class="header__logo">{p.outlet}</div></div><div class="page" id="page"><div class="endless">
<div class="endless__item">{shell.format(p.number, p.stamp, path, f"{p.clock} {p.day:%d.%m.%Y}", changed, p.title, p.lead, p.outlet, "".join(body), p.topic(2))}</div><div class="endless__item">{shell.format(99, f"{p.later(2)}T10:00", "/20261010/next.html", f"10:00 {p.later(2):%d.%m.%Y}", "", p.headline(0), p.teaser(1), p.outlet, following, p.topic(3))}</div></div></div><div class="footer"><p>{p.word["rights"]}</p><p>{p.word["cookies"]}</p></div></body></html>"""
    return p.made("endless", markup, path, lead=True, clock=True, author=False, updated=p.later(1).isoformat())


def business(p: Piece) -> Made:
    """A business paper: a call to subscribe amid the text, links to other stories as paragraphs, the author at the end."""
    path = f"/doc/{p.number}0011?from=main"
    body = p.set(
        p='<p class="doc__text">{}</p>',
        h='<p class="doc__text"><b>{}</b></p>',
        caption='<div class="incut"><p class="doc_caption">{}</p></div>',
    )
    body.insert(1, f'<p class="doc__text"><b>{p.word["read_also"]}:</b> <a href="/doc/1">{p.headline(1)}</a></p>')
    body.insert(
        3,
        f'<div class="doc__subs js-subs"><div class="subs__title">{p.pick("Support us", "Поддержите нас", "Бізді қолдаңыз")}</div><p>{p.word["subscribe"]}</p><p>{p.pick("From 900 tenge a month. You can cancel at any time.", "От 900 тенге в месяц. Отменить можно в любой момент.", "Айына 900 теңгеден. Кез келген уақытта бас тартуға болады.")}</p></div>',
    )
    body.insert(5, f'<p class="doc__text"><a href="/doc/2">{p.headline(2)}</a></p>')
    markup = f"""<!doctype html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title} — {p.outlet}</title><meta property="og:site_name" content="{p.outlet}"><meta property="og:url" content="{p.site}/doc/{p.number}0011"><meta name="mediator_published_time" content="{p.stamp}"></head><body><div class="rates"><span>USD {p.day:%d.%m} 471,20</span></div><div class="layout"><main><article class="doc js-article" data-article-docsid="{p.number}"><header class="doc_header"><p class="doc_header__rubric">{p.topic(2)}</p><h1 class="doc_header__name js-search-mark">{p.title}</h1><h2 class="doc_header__subheader">{p.lead}</h2><div class="doc_header__publish"><time class="doc_header__publish_time" datetime="{p.stamp}">{p.day:%d.%m.%Y}, {p.clock}</time></div></header><div class="doc__body article_text_wrapper js-search-mark">{"".join(body)}<p class="doc__text document_authors">{p.author}</p></div></article><div class="doc_more"><div class="uho__text"><h2 class="uho__name"><a href="/1">{p.headline(4)}</a></h2><p class="uho__lead">{p.teaser(0)}</p></div></div></main><aside><div class="tape"><time>{TODAY:%d.%m.%Y}</time><a href="/7">{p.headline(8)}</a></div></aside></div><footer>© 1991–2026 {p.outlet}. 18+</footer></body></html>"""
    return p.made("business", markup, path, lead=True, clock=True, canonical=f"/doc/{p.number}0011")


def online(p: Piece) -> Made:
    """A live text: each entry in a card with its time and buttons, a note on top when it was last changed."""
    path = f"/online/{p.number}"
    cards: list[str] = []
    entry: list[str] = []
    for kind, text in [*p.blocks, ("time", "")]:
        if kind == "time":
            if entry:
                cards.append(
                    f'<div class="online-card" id="c{len(cards)}"><div class="online-card__time">{entry[0]}</div><div class="online-card__body">{"".join(f"<p>{part}</p>" for part in entry[1:])}</div><div class="online-card__share"><a>Telegram</a><a>VK</a><a>{p.pick("Copy link", "Скопировать ссылку", "Сілтемені көшіру")}</a></div></div>'
                )
            entry = [text]
        else:
            entry.append(text)
    ld = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": p.title,
        "datePublished": p.stamp,
        "coverageStartTime": p.stamp,
        "dateModified": f"{p.later(1)}T20:00:00+05:00",
        "author": {"@type": "Organization", "name": p.outlet},
    }
    data = (
        f'<script type="application/ld+json">{json.dumps(ld, ensure_ascii=False)}</script>'
        if p.language != "kk"
        else ""
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title} — {p.outlet}</title>{data}</head><body><div class="nav"><a href="/">{p.outlet}</a><a href="/o">{p.pick("Live", "Онлайн", "Онлайн")}</a></div><div class="online"><div class="online__label">{p.pick("LIVE", "ОНЛАЙН", "ТІКЕЛЕЙ")}</div><h1 class="online__title">{p.title}</h1><div class="online__when">{worded(p.day, p.language)}</div><div class="online__lead"><p>{p.lead}</p></div><div class="online__upd">{p.word["updated"]}: {worded(p.later(1), p.language)}, 20:00</div><div class="online__sort"><button>{p.pick("Newest first", "Сначала новые", "Алдымен жаңасы")}</button></div><div class="online__cards">{"".join(cards)}</div><button class="online__more">{p.pick("Show more", "Показать ещё", "Тағы көрсету")}</button></div><div class="after"><h3>{p.word["popular"]}</h3><p><a href="/1">{p.headline(1)}</a></p><p><a href="/2">{p.headline(2)}</a></p></div><footer>{p.word["rights"]}</footer></body></html>"""
    return p.made("online", markup, path, lead=True, author=False, clock=p.language != "kk")


def mobile(p: Piece) -> Made:
    """A version for telephones: hardly any markup, a year of two digits, ways to the full version and to the neighbours."""
    path = f"/n{p.number}.html"
    body = "<br/><br/>".join(
        p.set(
            p="{}",
            h="<b>{}</b>",
            li="- {}",
            quote="<i>{}</i>",
            q="<b>{}</b>",
            caption="<small>{}</small>",
            row="{}",
            time="<b>{}</b>",
        )
    )
    markup = f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//WAPFORUM//DTD XHTML Mobile 1.0//EN" "http://www.wapforum.org/DTD/xhtml-mobile10.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{p.title}</title><link rel="canonical" href="https://www.{p.host}/news/{p.number}/"/></head><body><div class="h"><a href="/">{p.outlet}</a></div><div class="m"><a href="/p">{p.word["politics"]}</a> | <a href="/e">{p.word["economy"]}</a></div><div class="t"><b>{p.title}</b><br/><span class="d">{p.day:%d.%m.%y} {p.clock}</span></div><div class="c">{body}</div><div class="k"><a href="/c">{p.word["comments"]} (7)</a></div><div class="l"><b>{p.word["latest"]}</b><br/>{"<br/>".join(f'<a href="/n{n}.html">{p.headline(n)}</a>' for n in range(5))}</div><div class="f"><a href="https://www.{p.host}/">{p.pick("Full version", "Полная версия", "Толық нұсқа")}</a><br/>© 2026 {p.outlet}</div></body></html>"""
    page = p.made("mobile", markup, path, author=False, clock=True)
    return type(page)(
        **{
            **{name: getattr(page, name) for name in page.__dataclass_fields__},
            "canonical": f"https://www.{p.host}/news/{p.number}/",
        }
    )


def printed(p: Piece) -> Made:
    """A version for printers: when it was printed stands first, where it is from last."""
    path = f"/print.php?id={p.number}"
    markup = f"""<html><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>{p.outlet} :: {p.word["print"]} :: {p.title}</title></head><body onload="window.print()"><table width="600"><tr><td><font size="1">{p.outlet} — {p.word["print"]}. {p.pick("Printed", "Распечатано", "Басылған күні")}: {TODAY:%d.%m.%Y} 20:41</font><hr><font size="4"><b>{p.title}</b></font><br><font size="2">{p.worded}{p.pick("", " г.", "")}, {p.author}</font><hr>{"".join(p.set())}<hr><font size="1">{p.pick("The address of this page", "Постоянный адрес", "Тұрақты мекенжайы")}: {p.site}/news/{p.number}<br>© 2003-2026 {p.outlet}</font></td></tr></table></body></html>"""
    return p.made("printed", markup, path)


def tables(p: Piece) -> Made:
    """An old site of nested tables in windows-1251: rates on the left, news on the right, the day by the headline."""
    path = f"/index.php?newsid={p.number}"
    body = "".join(
        p.set(
            p="<p align=justify><font face=Verdana size=2>{}</font>",
            q="<p><b>{}</b>",
            time="<p><b>{}</b>",
            caption="<table align=left width=200><tr><td><img src=i.gif></td></tr><tr><td><font size=1>{}</font></td></tr></table>",
        )
    )
    news = "".join(
        f"<tr><td bgcolor=#eeeeee><font size=1><b>{TODAY:%d.%m}</b> <a href=?newsid={n}>{p.headline(n)}</a></font></td></tr>"
        for n in range(9)
    )
    markup = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>{p.outlet}: {p.title}</title></head><body bgcolor=white><table width=100% border=0><tr><td colspan=3><img src=logo.gif alt="{p.outlet}"> <font size=1>{p.word["today"]} {worded(TODAY, p.language)}</font></td></tr><tr><td width=150 valign=top><table><tr><td><a href=/>{p.word["home"]}</a></td></tr><tr><td><a href=/e>{p.word["economy"]}</a></td></tr><tr><td>USD 471,20</td></tr><tr><td><form><input name=q></form></td></tr></table></td>
<td valign=top><table width=100%><tr><td><font size=4 color=navy>{p.title}</font></td></tr><tr><td align=right><font size=1 color=gray>{p.day:%d.%m.%Y} | {p.topic(1)} | {p.word["views"]}: 812</font></td></tr><tr><td>{body}<p align=right><i>{p.author}</i></td></tr><tr><td><a href=print.php>{p.word["print"]}</a> | <a href=mail>{p.pick("Send to a friend", "Отправить другу", "Досыңа жібер")}</a></td></tr></table></td><td width=200 valign=top><table>{news}</table></td></tr><tr><td colspan=3 align=center><font size=1>Copyright © 2001-2026 {p.outlet}. {p.word["rights"]}</font></td></tr></table></body></html>"""
    return p.made("tables", markup, path, encoding="windows-1251")


def talk(p: Piece) -> Made:
    """An interview: questions and answers as boxes, a card about the person, photographs with signatures, tags as a cloud."""
    path = f"/{p.pick('interviews', 'intervyu', 'sukhbat')}/{p.number}/"
    body = p.set(
        p='<div class="dialog__a"><div class="dialog__txt">— {}</div></div>',
        q='<div class="dialog__q"><div class="dialog__txt">— {}</div></div>',
    )
    body.insert(
        2,
        f'<div class="person-card"><div class="person-card__photo"><img src="/p.jpg" alt=""></div><div class="person-card__name">{p.reader(0)}</div><div class="person-card__bio">{p.pick("Born in 1964. Took part in three expeditions.", "Родился в 1964 году. Участник трёх экспедиций.", "1964 жылы туған. Үш экспедицияға қатысқан.")}</div></div>',
    )
    body.insert(
        5, f'<div class="pic"><img src="/2.jpg"><span class="pic__sign">{p.word["photo"]}: {p.reader(3)}</span></div>'
    )
    cloud = "".join(f'<a href="/t{n}" style="font-size:{10 + n}px">{p.topic(n)}</a> ' for n in range(10))
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title} — {p.outlet}</title><meta name="description" content="{p.lead}"><meta property="og:site_name" content="{p.outlet}"></head><body><div class="page"><div class="page__top"><a href="/">{p.outlet}</a></div><div class="iv"><div class="iv__rubric">{p.pick("Interview", "Интервью", "Сұхбат")}</div><h1 class="iv__h">{p.title}</h1><div class="iv__lead">{p.lead}</div><div class="iv__by">{p.pick("Interviewed by", "Беседовал(а)", "Сұхбаттасқан")} {p.author} · {p.worded}</div><div class="iv__body">{"".join(body)}</div></div><div class="cloud">{cloud}</div><div class="cm"><div class="cm__h">{p.word["comments"]}</div><div class="cm__i"><b>{p.reader(1)}</b>, {worded(p.later(2), p.language)}<br>{p.remark(2)}</div><div class="cm__i"><b>{p.reader(2)}</b><br>{p.remark(5)}</div></div><div class="page__bottom">{p.word["rights"]}</div></div></body></html>"""
    return p.made("talk", markup, path, lead=True)


def haber(p: Piece) -> Made:
    """A site after a Turkish model: both days with their words in a row, a box of a related story amid the text, sharing twice."""
    path = f"/gundem/slug-haber-{p.number}"
    body = p.set()
    body.insert(
        2,
        f'<div class="ilgili-haber"><a href="/h1"><span>{p.word["related"]}</span><strong>{p.headline(2)}</strong></a></div>',
    )
    share = "".join(f"<li><a>{name}</a></li>" for name in ("Facebook", "X", "WhatsApp", "Telegram"))
    others = "".join(
        f'<div class="col-6"><a class="card" href="/k{n}"><span class="card-title">{p.headline(n)}</span></a></div>'
        for n in range(6)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title} - {p.outlet}</title><meta name="description" content="{p.lead}"><meta itemprop="datePublished" content="{p.stamp}"><meta itemprop="dateModified" content="{p.later(5)}T10:00:00+03:00"><link rel="canonical" href="{p.site}{path}"></head><body><header><a class="navbar-brand" href="/" title="{p.outlet}"></a><div class="son-dakika"><span>{p.pick("BREAKING", "СРОЧНО", "ШҰҒЫЛ")}</span><marquee><a>{p.headline(9)}</a></marquee></div></header><section class="container"><div class="haber-detay"><h1 class="haber-baslik">{p.title}</h1><h2 class="haber-spot">{p.lead}</h2><div class="haber-meta"><span class="yazar">{p.author}</span><span class="tarih">{p.word["published"]}: {p.day:%d.%m.%Y} - {p.clock}</span><span class="tarih">{p.word["updated"]}: {p.later(5):%d.%m.%Y} - 10:00</span></div><ul class="paylas">{share}</ul><div class="haber-icerik">{"".join(body)}</div><ul class="paylas">{share}</ul><div class="etiketler"><a href="/e">#{p.topic(3)}</a></div><div class="yorumlar"><h3>{p.word["comments"]}</h3><p>{p.remark(1)}</p><p>{p.remark(4)}</p></div></div><div class="row">{others}</div></section><footer>{p.outlet} © 2026 {p.word["rights"]}</footer></body></html>"""
    return p.made("haber", markup, path, lead=True, clock=True, updated=p.later(5).isoformat())


PLAN = (
    (tagdiv, "news analysis figures"), (elementor, "analysis brief news"), (avada, "brief figures analysis"),
    (ghost, "interview analysis news"), (amp, "figures news brief"), (bitrix, "brief news figures"),
    (dle, "news brief analysis"), (joomla, "figures interview news"), (drupal, "brief analysis interview"),
    (hashed, "news figures brief"), (nuxt, "analysis brief figures"), (state_portal, "brief news brief"),
    (wire, "brief brief news"), (tilda, "analysis analysis analysis"), (radio, "interview news analysis"),
    (endless, "news brief figures"), (business, "analysis figures news"), (online, "live live live"),
    (mobile, "brief news news"), (printed, "news analysis brief"), (tables, "figures news brief"),
    (talk, "interview interview interview"), (haber, "news analysis news"),
)  # fmt: skip
"""The layouts and what each sets in English, Russian and Kazakh."""


def pages() -> list[Made]:
    """69 pages: 23 layouts, one page a language in each."""
    return [
        layout(piece(language, kind, 20 + place * 3 + at, *OUTLETS[language][place % 5]))
        for place, (layout, kinds) in enumerate(PLAN)
        for at, (language, kind) in enumerate(zip(("en", "ru", "kk"), kinds.split(), strict=True))
    ]
