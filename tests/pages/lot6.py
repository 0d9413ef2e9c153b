# ruff: noqa: E501 (markup is clearer in whole lines)
"""A sixth lot of layouts, written after the extractor had learned from the fifth and without trying it on them."""

import json

from tests.pages.lot5 import OUTLETS
from tests.pages.pieces import Piece, piece
from tests.pages.press import TODAY, Made, worded


def gallery(p: Piece) -> Made:
    """A photo story: a slider with counters and credits stands above a short text, rows of other albums below."""
    path = f"/photo/{p.number}"
    slides = "".join(
        f'<div class="swiper-slide"><img data-src="/ph/{n}.jpg" alt="{p.title}"><div class="swiper-slide__info"><span>{n + 1}/7</span><span>© {p.outlet} / {p.reader(n)}</span></div></div>'
        for n in range(7)
    )
    albums = "".join(
        f'<li class="album"><a href="/photo/{n}"><img src="/a.jpg"><span class="album__n">{n + 4} {p.pick("photos", "фото", "сурет")}</span><b>{p.headline(n)}</b></a><i>{p.later(n):%d.%m.%Y}</i></li>'
        for n in range(6)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title} — {p.pick("photo", "фото", "фото")} — {p.outlet}</title><meta property="og:type" content="article"><meta property="og:title" content="{p.title}"><meta property="og:image" content="/ph/0.jpg"></head><body><header class="hd"><a class="hd__logo" href="/"><img src="/logo.svg" alt="{p.outlet}"></a><ul class="hd__nav"><li><a href="/news">{p.word["news"]}</a></li><li><a href="/photo">{p.pick("Photo", "Фото", "Фото")}</a></li></ul></header><main><div class="ph"><h1>{p.title}</h1><div class="ph__when"><i class="icon-calendar"></i>{p.day:%d.%m.%Y} <i class="icon-eye"></i>1 508</div><div class="swiper"><div class="swiper-wrapper">{slides}</div></div><div class="ph__text">{"".join(p.set())}</div><div class="ph__by">{p.pick("Photographs and text", "Фото и текст", "Сурет пен мәтін")}: {p.author}</div><div class="ph__soc"><a>Facebook</a><a>Telegram</a></div></div><section class="albums"><h2>{p.pick("Other albums", "Другие фоторепортажи", "Басқа фоторепортаждар")}</h2><ul>{albums}</ul></section></main><footer class="ft"><p>{p.outlet} © 2011—2026</p><p>{p.word["rights"]}</p></footer></body></html>"""
    return p.made("gallery", markup, path)


def olivero(p: Piece) -> Made:
    """Drupal 10: regions, blocks and fields with their own names, a line of the day and the person above the picture."""
    path = f"/{p.language}/articles/{p.number}-slug"
    teasers = "".join(
        f'<article class="node node--type-article node--view-mode-teaser"><h2 class="node__title teaser__title"><a href="/x{n}" rel="bookmark"><span class="field field--name-title">{p.headline(n)}</span></a></h2><div class="node__content"><div class="text-content field field--name-body field--type-text-with-summary"><p>{p.teaser(n)}</p></div></div></article>'
        for n in range(3)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8" /><meta name="Generator" content="Drupal 10 (https://www.drupal.org)" /><link rel="canonical" href="{p.site}{path}" /><title>{p.title} | {p.outlet}</title></head><body class="path-node page-node-type-article"><a href="#main-content" class="visually-hidden focusable skip-link">{p.pick("Skip to main content", "Перейти к основному содержанию", "Негізгі мазмұнға өту")}</a><div class="dialog-off-canvas-main-canvas"><div id="page-wrapper" class="page-wrapper"><header id="header" class="site-header"><div class="site-branding__name"><a href="/" rel="home">{p.outlet}</a></div></header><div class="layout-main-wrapper"><main role="main"><div class="region region--content-above grid-full"><div class="block block-system block-system-breadcrumb-block"><ol class="breadcrumb__list"><li class="breadcrumb__item"><a href="/" class="breadcrumb__link">{p.word["home"]}</a></li></ol></div></div><div class="region region--content grid-full layout--pass--content-medium" id="content"><div class="block block-core block-page-title-block"><h1 class="title page-title"><span class="field field--name-title field--type-string field--label-hidden">{p.title}</span></h1></div><div class="block block-system block-system-main-block"><div class="block__content"><article class="node node--type-article node--view-mode-full"><header><div class="node__meta"><span>{p.pick("By", "Автор:", "Авторы:")} <span class="field field--name-uid field--type-entity-reference field--label-hidden"><span lang="" typeof="schema:Person" property="schema:name" datatype="">{p.author}</span></span>, <span class="field field--name-created field--type-created field--label-hidden"><time datetime="{p.stamp}" title="{p.weekday}, {p.clock}" class="datetime">{p.day.day} {p.month}, {p.day.year}</time></span></span></div></header><div class="node__content"><div class="field field--name-field-image"><div class="field__item"><img src="/f.jpg" /></div></div><div class="clearfix text-formatted text-content field field--name-body field--type-text-with-summary field--label-hidden field__item">{"".join(p.set())}</div><div class="field field--name-field-tags field--type-entity-reference field--label-above"><div class="field__label">{p.word["tags"]}</div><div class="field__items"><div class="field__item"><a href="/t/1">{p.topic(3)}</a></div></div></div></div></article></div></div><div class="block block-views block-views-blocklatest"><h2 class="block__title">{p.pick("Recent content", "Недавние материалы", "Соңғы материалдар")}</h2><div class="views-element-container">{teasers}</div></div></div></main></div><footer class="site-footer"><div class="region region--footer-bottom">{p.outlet}</div></footer></div></div></body></html>"""
    return p.made("olivero", markup, path, regional=False, clock=True)


def gutenberg(p: Piece) -> Made:
    """A block theme of WordPress: groups, buttons and columns in the text, a query of posts and remarks below."""
    path = f"/{p.day:%Y/%m/%d}/slug-{p.number}/"
    body = p.set(
        p='<p class="has-medium-font-size">{}</p>',
        h='<h2 class="wp-block-heading">{}</h2>',
        quote='<blockquote class="wp-block-quote is-layout-flow"><p>{}</p></blockquote>',
        caption='<figure class="wp-block-image size-large"><img src="/i.jpg" alt=""/><figcaption class="wp-element-caption">{}</figcaption></figure>',
    )
    body.insert(
        2,
        f'<div class="wp-block-group has-background" style="padding:20px"><div class="wp-block-group__inner-container"><p><strong>{p.pick("Dear readers!", "Дорогие читатели!", "Құрметті оқырман!")}</strong></p><p>{p.pick("We have no owner and no advertisements. Become our patron from two dollars a month.", "У нас нет хозяина и рекламы. Станьте нашим патроном от тысячи тенге в месяц.", "Бізде қожайын да, жарнама да жоқ. Айына мың теңгеден бастап демеушіміз болыңыз.")}</p><div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/donate">{p.pick("Donate", "Поддержать", "Қолдау")}</a></div></div></div></div>',
    )
    posts = "".join(
        f'<li class="wp-block-post post type-post"><h3 class="wp-block-post-title"><a href="/q{n}">{p.headline(n)}</a></h3><div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">{p.teaser(n)}</p></div><div class="wp-block-post-date"><time datetime="{p.later(n + 1)}T10:00:00+00:00">{worded(p.later(n + 1), p.language)}</time></div></li>'
        for n in range(4)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="UTF-8" /><title>{p.title} &#8211; {p.outlet}</title><link rel="canonical" href="{p.site}{path}" /></head><body class="post-template-default single wp-embed-responsive"><div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="{p.site}" target="_self" rel="home">{p.outlet}</a></p></header><main class="wp-block-group" id="wp--skip-link--target"><div class="wp-block-group has-global-padding is-layout-constrained"><h1 class="wp-block-post-title">{p.title}</h1><div class="wp-block-group is-layout-flex"><div class="wp-block-post-date"><time datetime="{p.day}T08:00:00+00:00"><a href="{path}">{worded(p.day, p.language)}</a></time></div><p class="has-contrast-2-color">—</p><p>{p.pick("by", "автор:", "авторы")}</p><div class="wp-block-post-author-name"><a class="wp-block-post-author-name__link" href="/author/x/">{p.author}</a></div><div class="taxonomy-category wp-block-post-terms"><span class="wp-block-post-terms__prefix">in </span><a href="/category/1/" rel="tag">{p.topic(1)}</a></div></div></div><div class="entry-content wp-block-post-content has-global-padding is-layout-constrained">{"".join(body)}</div><div class="wp-block-comments"><h2 class="wp-block-comments-title">{p.word["comments"]}</h2><ol class="wp-block-comment-template"><li><div class="wp-block-comment-author-name">{p.reader(2)}</div><div class="wp-block-comment-date"><time datetime="{p.later(3)}T10:00:00+00:00">{worded(p.later(3), p.language)}</time></div><div class="wp-block-comment-content"><p>{p.remark(1)}</p></div></li></ol></div><div class="wp-block-query"><h2 class="wp-block-heading">{p.pick("Keep reading", "Что ещё почитать", "Тағы не оқуға болады")}</h2><ul class="wp-block-post-template">{posts}</ul></div></main><footer class="wp-block-template-part"><p>{p.outlet}</p><p>{p.pick("Designed with", "Сайт работает на", "Сайт негізі")} WordPress</p></footer></div></body></html>"""
    return p.made("gutenberg", markup, path, regional=False)


def uikit(p: Piece) -> Made:
    """Joomla under YOOtheme: one line says who wrote when and where, a module of the weather and a calendar beside."""
    path = f"/index.php/kk-news/{p.number}-slug"
    days = "".join(f"<td>{n}</td>" for n in range(1, 31))
    said = p.pick(
        f"Written by {p.author} on {worded(p.day, 'en')}. Posted in <a href='/c'>{p.topic(2)}</a>.",
        f"Автор: {p.author}. Дата публикации: {worded(p.day, 'ru')}. Категория: <a href='/c'>{p.topic(2)}</a>.",
        f"Авторы: {p.author}. Жарияланған күні: {p.worded}. Санаты: <a href='/c'>{p.topic(2)}</a>.",
    )
    markup = f"""<!DOCTYPE html><html lang="{p.pick("en-gb", "ru-ru", "kk-kz")}"><head><meta charset="utf-8"><meta name="rights" content="{p.outlet}"><title>{p.title} - {p.outlet}</title></head><body><div class="tm-page"><div class="tm-toolbar uk-visible@m"><div class="uk-container uk-flex"><div>{worded(TODAY, p.language)}</div><div>Астана: −7 °C</div></div></div><div class="tm-header"><a href="/" class="uk-navbar-item uk-logo"><img alt="{p.outlet}" src="/l.png"></a></div><div class="tm-main uk-section"><div class="uk-container"><div class="uk-grid"><div class="uk-width-expand@m"><article id="article-{p.number}" class="uk-article" data-permalink="{p.site}{path}"><h1 class="uk-article-title">{p.title}</h1><p class="uk-article-meta">{said}</p><div class="uk-margin-medium-top" property="text">{"".join(p.set())}</div><ul class="uk-pagination"><li><a href="/prev"><span uk-pagination-previous></span> {p.headline(2)}</a></li><li><a href="/next">{p.headline(3)} <span uk-pagination-next></span></a></li></ul></article></div><aside id="tm-sidebar" class="tm-sidebar uk-width-1-4@m"><div class="uk-panel"><h3>{p.pick("Calendar", "Календарь", "Күнтізбе")}</h3><table><tr><td>{p.pick("November", "Ноябрь", "Қараша")} 2026</td></tr><tr>{days}</tr></table></div></aside></div></div></div><div class="uk-section-secondary"><p>{p.word["address"]}</p></div></div></body></html>"""
    return p.made("uikit", markup, path)


def diary(p: Piece) -> Made:
    """A diary's platform: the user's name, the day in figures with seconds, mood and tags, a thread of remarks."""
    path = f"/{p.number}042.html"
    thread = "".join(
        f'<div class="b-leaf" style="margin-left:{n * 20}px"><div class="b-leaf-header"><span class="ljuser"><b>{p.reader(n)}</b></span> <span class="b-leaf-createdtime">{p.later(n)} 10:0{n}:11 (UTC)</span></div><div class="b-leaf-article">{p.remark(n)}</div><div class="b-leaf-footer"><a>{p.word["reply"]}</a> <a>{p.pick("Thread", "Ветка", "Тармақ")}</a></div></div>'
        for n in range(5)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title}: zhurnal_{p.number}</title><meta property="og:title" content="{p.title}"><meta property="og:url" content="{p.site}{path}"><link rel="canonical" href="{p.site}{path}"></head><body class="p-aentry"><div class="s-header"><a class="s-logo" href="/">{p.outlet}</a><a class="s-login">{p.pick("Log in", "Войти", "Кіру")}</a></div><div class="aentry"><div class="aentry-head"><span class="ljuser i-ljuser"><a href="/profile"><b>zhurnal_{p.number}</b></a></span><p class="aentry-head__date"><time>{p.day} {p.clock}:07</time></p></div><article class="aentry-post"><h1 class="aentry-post__title"><span class="aentry-post__title-text">{p.title}</span></h1><div class="aentry-post__content"><div class="aentry-post__text aentry-post__text--view">{"<br><br>".join(p.set(p="{}", h="<b>{}</b>", li="- {}", quote="<i>{}</i>", q="<b>{}</b>"))}<a name="cutid1-end"></a></div></div><div class="aentry-post__meta"><dl><dt>{p.pick("Mood", "Настроение", "Көңіл күй")}:</dt><dd>{p.pick("tired", "усталое", "шаршаңқы")}</dd><dt>{p.pick("Music", "Музыка", "Музыка")}:</dt><dd>Kobyz</dd></dl><div class="aentry-tags">{p.word["tags"]}: <a>{p.topic(1)}</a>, <a>{p.topic(7)}</a></div></div></article><div class="b-tree">{thread}</div></div><div class="s-foot">{p.pick("Top of the week", "Топ недели", "Апта үздігі")}: <a>{p.headline(1)}</a></div></body></html>"""
    return p.made("diary", markup, path, author=False, clock=True, outlet=False)


def aspnet(p: Piece) -> Made:
    """An office's old portal on ASP.NET: a hidden state, labels with long ids, paragraphs pasted from Word, a counter."""
    path = f"/Pages/NewsDetail.aspx?id={p.number}"
    state = "dDwtMTY0MzM5NjUx" * 30
    para = '<p class="MsoNormal" style="text-align:justify;text-indent:35.4pt"><span lang="KZ" style="font-size:14.0pt;font-family:&quot;Times New Roman&quot;">{}<o:p></o:p></span></p>'
    rows = "".join(
        f'<tr><td class="dt">{p.later(n + 1):%d.%m.%Y}</td><td><a id="ctl00_rpt_ctl0{n}_lnk" href="NewsDetail.aspx?id={n}">{p.headline(n)}</a></td></tr>'
        for n in range(6)
    )
    markup = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>
	{p.outlet}
</title></head><body><div><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{state}" /></div><div id="wrap"><div id="top"><h1><a href="/">{p.outlet}</a></h1><div id="ctl00_pnlLang"><a>KZ</a> | <a>RU</a> | <a>EN</a></div><span id="ctl00_lblNow">{TODAY:%d.%m.%Y} 20:41</span></div><div id="menu"><ul><li><a href="#">{p.word["about"]}</a></li><li><a href="#">{p.pick("Leadership", "Руководство", "Басшылық")}</a></li><li><a href="#">{p.word["news"]}</a></li><li><a href="#">{p.pick("State services", "Государственные услуги", "Мемлекеттік қызметтер")}</a></li></ul></div><div id="body"><div class="ms-crumb">{p.word["home"]} &gt; {p.word["news"]}</div><div id="ctl00_cph_pnlNews"><span id="ctl00_cph_lblTitle" class="news-title">{p.title}</span><br /><span id="ctl00_cph_lblDate" class="news-date">{p.day:%d.%m.%Y} {p.clock}:00</span><div id="ctl00_cph_divText">{"".join(p.set(p=para))}</div><span id="ctl00_cph_lblCount">{p.word["views"]}: 214</span></div><div id="ctl00_cph_pnlOther"><h4>{p.pick("Archive", "Архив", "Мұрағат")}</h4><table>{rows}</table></div></div><div id="foot">{p.word["address"]}</div></div></body></html>"""
    return p.made("aspnet", markup, path, author=False, clock=True, outlet=True)


def newspaper(p: Piece) -> Made:
    """A newspaper's site: the number of the issue with its day above, the surname in capitals and the place at the end."""
    path = f"/{p.pick('en', 'ru', 'kk')}/{p.day:%Y}/{p.number}/"
    first, _, last = p.author.partition(" ")
    sign = f"{first} {last.upper()},"
    place = p.pick("Kostanay region", "Костанайская область", "Қостанай облысы")
    issue = p.pick(
        f"No 34 (21 034), {p.weekday}, {worded(p.day, 'en')}",
        f"№ 34 (21 034), {p.weekday}, {worded(p.day, 'ru')} года",
        f"№ 34 (21 034), {p.worded}, {p.weekday}",
    )
    columns = "".join(
        f'<div class="col"><h5><a href="/k{n}">{p.headline(n)}</a></h5><div class="col-d">{worded(p.later(n + 2), p.language)}</div><p>{p.teaser(n)}</p></div>'
        for n in range(4)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title} | {p.outlet} {p.pick("newspaper", "газеті" if p.language == "kk" else "— областная газета", "газеті")}</title><meta property="og:site_name" content="{p.outlet}"></head><body><div class="masthead"><div class="since">{p.pick("Published since 1 May 1931", "Издаётся с 1 мая 1931 года", "1931 жылғы 1 мамырдан шығады")}</div><div class="name"><a href="/">{p.outlet}</a></div><div class="pdf"><a href="/pdf">{p.pick("Issue in PDF", "Номер в PDF", "Газет PDF")}</a></div></div><div class="wrap"><div class="left"><div class="rub">{p.topic(8)}</div><div class="iss">{issue}</div><h1>{p.title}</h1><div class="txt">{"".join(p.set())}<p style="text-align:right"><b>{sign}</b><br><i>{place}</i></p></div><div class="vote">{p.pick("Rate the article", "Оцените статью", "Мақаланы бағалаңыз")}: ★★★★☆</div></div><div class="right">{columns}</div></div><div class="foot">{p.pick("Editor-in-chief", "Главный редактор", "Бас редактор")} {p.reader(0)}. © {p.outlet}, 1931–2026</div></body></html>"""
    page = p.made("newspaper", markup, path)
    return type(page)(
        **{**{name: getattr(page, name) for name in page.__dataclass_fields__}, "author": f"{first} {last.upper()}"}
    )


def teletype(p: Piece) -> Made:
    """A page of a writers' platform: the month shortened, reactions, a call to follow the blog, more by the same hand."""
    path = f"/@{p.host.split('.', maxsplit=1)[0]}/{p.number}abc"
    short = p.month[:3]
    more = "".join(
        f'<a class="journal__post" href="/m{n}"><div class="journal__post__date">{p.later(n + 1).day} {short}, 1{n}:00</div><div class="journal__post__title">{p.headline(n)}</div><div class="journal__post__excerpt">{p.teaser(n)}</div></a>'
        for n in range(3)
    )
    nodes = "".join(
        p.set(
            p='<p data-anchor="x1">{}</p>',
            h='<h3 id="h1" data-align="">{}</h3>',
            quote='<blockquote data-anchor="q">{}</blockquote>',
            caption='<figure class="m_column"><img src="/1.png"/><figcaption>{}</figcaption></figure>',
        )
    )
    state = {
        "domains": {},
        "articles": {
            "items": {
                str(p.number): {
                    "id": p.number,
                    "uri": "abc",
                    "title": p.title,
                    "author": {"name": p.author},
                    "published_at": f"{p.stamp}",
                    "created_at": f"{p.later(-3)}T10:00:00Z",
                }
            }
        },
    }
    script = (
        f"<script>window.__INITIAL_STATE__={json.dumps(state, ensure_ascii=False)};</script>"
        if p.language == "kk"
        else ""
    )
    markup = f"""<!doctype html><html lang="{p.pick("en", "ru", "ru")}"><head><meta charset="utf-8"/><title>{p.title} — {p.outlet}</title><meta property="og:site_name" content="Slovopis"/><meta property="og:title" content="{p.title}"/><link rel="canonical" href="{p.site}{path}"/></head><body><div id="app"><div class="layout"><div class="layout__navbar"><a href="/">Slovopis</a><a href="/login">{p.pick("Sign in", "Войти", "Кіру")}</a></div><div class="layout__content"><div class="article"><div class="article__container"><header class="article__header"><div class="article__info"><div class="article__badges"></div><div class="article__status">{p.day:%d}&nbsp;{short}, {p.day.year}</div></div><h1 class="article__header_title">{p.title}</h1></header><article class="article__content text" itemprop="articleBody">{nodes}</article><div class="article__info_bar"><div class="article__author"><span class="article__author_name">{p.author}</span></div><div class="article__reactions">👍 31 🔥 8</div></div><div class="articleRecommended"><div class="follow">{p.pick("Follow the blog so as not to miss new texts", "Подпишитесь на блог, чтобы не пропустить новые тексты", "Жаңа мәтінді өткізіп алмас үшін блогқа жазылыңыз")}</div></div></div></div><div class="journal">{more}</div></div></div></div>{script}</body></html>"""
    page = p.made("teletype", markup, path)
    return type(page)(**{**{name: getattr(page, name) for name in page.__dataclass_fields__}, "outlet": "Slovopis"})


def digest(p: Piece) -> Made:
    """A site that reprints: other stories' leads above, whose text it is at the end, the day in a cell of a table."""
    path = f"/?a={p.number}&c=12"
    leads = "".join(
        f'<tr><td class="tp"><a href="/?a={n}"><b>{p.headline(n)}</b></a><br>{p.teaser(n)} <a href="/?a={n}">&gt;&gt;</a></td></tr>'
        for n in range(3)
    )
    markup = f"""<html><head><meta charset="utf-8"><title>{p.title}</title><meta name="keywords" content="{p.topic(1)}, {p.topic(2)}"></head><body><center><table width="980"><tr><td colspan="2"><a href="/"><img src="/t.gif" alt="{p.outlet}"></a></td></tr><tr><td width="700" valign="top"><table class="top3">{leads}</table><br><table class="st" width="100%"><tr><td class="st1">{p.worded}</td><td class="st2" align="right">{p.topic(1)} / {p.topic(2)}</td></tr><tr><td colspan="2" class="st3"><h2>{p.title}</h2></td></tr><tr><td colspan="2" class="st4">{"<br>&nbsp;&nbsp;&nbsp;".join(p.set(p="{}", h="<b>{}</b><br>", quote="«{}»", q="<b>{}</b>", li="* {}", caption="<i>{}</i>"))}</td></tr><tr><td colspan="2" class="st5">{p.author}<br>{p.pick("Source", "Источник", "Дереккөз")}: <a href="https://other.example/1">other.example</a></td></tr></table></td><td valign="top" class="adv"><b>{p.pick("Forum", "Форум", "Форум")}</b><br>{p.remark(1)}<br><br>{p.remark(2)}<hr>{p.remark(3)}</td></tr><tr><td colspan="2" class="bt">{p.pick("The editors may not share the views of the authors.", "Мнение редакции может не совпадать с мнением авторов.", "Редакция көзқарасы авторлар пікірімен сәйкес келмеуі мүмкін.")} © {p.outlet}, 1999-2026</td></tr></table></center></body></html>"""
    return p.made("digest", markup, path)


def tailwind(p: Piece) -> Made:
    """A page styled by utilities: no name says anything; the day in a meta element, in the address, or nowhere at all."""
    path = p.pick(f"/story/{p.number}", f"/{p.day:%Y/%m/%d}/story-{p.number}", f"/story/{p.number}")
    meta = p.pick(
        f'<meta property="article:published_time" content="{p.stamp}"/><meta property="article:modified_time" content="{p.later(9)}T00:00:00+05:00"/>',
        "",
        "",
    )
    ago = p.pick("3 days ago", "3 дня назад", "3 күн бұрын")
    cards = "".join(
        f'<a href="/s{n}" class="group flex flex-col gap-2 rounded-xl border p-4"><span class="text-xs text-gray-500">{worded(p.later(n + 2), p.language)}</span><span class="text-lg font-semibold group-hover:underline">{p.headline(n)}</span><span class="text-sm text-gray-700 line-clamp-2">{p.teaser(n)}</span></a>'
        for n in range(4)
    )
    body = p.set(
        p='<p class="mb-6 text-lg leading-8">{}</p>',
        h='<h2 class="mt-10 mb-4 text-2xl font-bold">{}</h2>',
        quote='<div class="my-8 border-l-4 pl-6 text-xl italic">{}</div>',
        q='<p class="mb-2 font-bold">{}</p>',
        caption='<div class="my-6"><img class="rounded" src="/i.avif"/><div class="mt-2 text-sm text-gray-500">{}</div></div>',
    )
    body.insert(
        1,
        f'<div class="my-8 rounded-xl bg-gray-100 p-6"><div class="text-sm uppercase">{p.pick("On this topic", "По теме", "Осы тақырыпта")}</div><a class="mt-2 block font-semibold" href="/z">{p.headline(5)}</a></div>',
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}" class="h-full antialiased"><head><meta charset="utf-8"/><title>{p.title} · {p.outlet}</title>{meta}<link rel="canonical" href="{p.site}{path}"/></head><body class="flex min-h-full flex-col"><div class="sticky top-0 z-50 flex h-16 items-center justify-between px-4"><a href="/" class="text-xl font-black">{p.outlet}</a><div class="hidden gap-6 md:flex"><a href="/n">{p.word["news"]}</a><a href="/e">{p.word["economy"]}</a></div><div class="text-sm">{worded(TODAY, p.language)}</div></div><div class="mx-auto max-w-3xl px-4 py-10"><div class="mb-3 flex gap-3 text-sm text-gray-500"><span class="rounded bg-red-600 px-2 text-white">{p.topic(4)}</span><span>{ago}</span><span>5 {p.pick("min", "мин", "мин")}</span></div><h1 class="text-4xl font-extrabold tracking-tight">{p.title}</h1><div class="mt-6 flex items-center gap-3"><img class="h-10 w-10 rounded-full" src="/a.jpg" alt=""/><div><div class="font-medium">{p.author}</div><div class="text-sm text-gray-500">{p.pick("Correspondent", "Корреспондент", "Тілші")}</div></div></div><div class="mt-10">{"".join(body)}</div><div class="mt-12 flex gap-2"><span class="rounded-full bg-gray-100 px-3">#{p.topic(1)}</span><span class="rounded-full bg-gray-100 px-3">#{p.topic(5)}</span></div></div><div class="mx-auto grid max-w-6xl grid-cols-2 gap-6">{cards}</div><div class="border-t px-4 py-10 text-sm text-gray-500"><div>© 2026 {p.outlet}</div><div>{p.word["cookies"]}</div></div></body></html>"""
    when = p.pick("day", "day", "")
    return p.made(
        "tailwind",
        markup,
        path,
        regional=False,
        published=when or None,
        updated=f"{p.later(9)}" if p.language == "en" else None,
    )


def television(p: Piece) -> Made:
    """A television channel: a player with its own words, the text folded below it, programmes and the news of the hour."""
    path = f"/{p.pick('en', 'ru', 'kz')}/news/{p.topic(0).lower()}/{p.number}_slug"
    hour = "".join(
        f'<div class="news_of_hour_item"><div class="time">{19 - n}:{10 + n}</div><div class="txt"><a href="/h{n}">{p.headline(n)}</a></div></div>'
        for n in range(7)
    )
    grid = "".join(
        f'<div class="program"><div class="program_time">{9 + n}:00</div><div class="program_name">{p.topic(n)}</div></div>'
        for n in range(5)
    )
    markup = f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.title} - {p.pick("news", "новости", "жаңалықтар")} {p.topic(0)} - {p.outlet}</title><meta property="og:title" content="{p.title}"/><meta name="twitter:site" content="{p.outlet}"/></head><body><div id="wrapper"><div class="top_panel"><span class="air">{p.pick("On air", "Прямой эфир", "Тікелей эфир")}</span><span class="air_name">{p.topic(6)}</span><span class="clock">20:41 {worded(TODAY, p.language)}</span></div><div class="news_block"><div class="news_block_top"><span class="news_cat">{p.topic(0)}</span><span class="news_dt">{p.day.day} {p.month.capitalize()}, {p.day.year} {p.clock}</span></div><h1 class="news_ttl">{p.title}</h1><div class="video_box"><div class="vjs_text">{p.pick("Your browser does not support this video. Please install a newer one to watch.", "Ваш браузер не поддерживает это видео. Установите более новый, чтобы посмотреть.", "Браузеріңіз бұл бейнені қолдамайды. Көру үшін жаңасын орнатыңыз.")}</div><div class="vjs_dur">02:14</div></div><div class="news_txt" itemprop="description">{"".join(f"<div>{part}</div><div>&nbsp;</div>" for part in p.set(p="{}"))}<div>&nbsp;</div><div><em>{p.pick("Correspondents", "Корреспонденты", "Тілшілер")}: {p.author}</em></div></div><div class="news_bottom"><div class="likes">❤ 14</div><div class="send">{p.pick("Have you got news? Write to us on WhatsApp: +7 700 000 00 00", "Есть новость? Пишите нам в WhatsApp: +7 700 000 00 00", "Жаңалық бар ма? WhatsApp арқылы жазыңыз: +7 700 000 00 00")}</div></div></div><div class="news_of_hour"><div class="news_of_hour_ttl">{p.pick("News of the hour", "Новости часа", "Сағат жаңалығы")}</div>{hour}</div><div class="grid_tv"><div>{p.pick("Programmes", "Телепрограмма", "Бағдарлама")}</div>{grid}</div></div><div id="footer">© 2004-2026 {p.outlet}. {p.word["rights"]}</div></body></html>"""
    return p.made("television", markup, path, clock=True)


PLAN = (
    (gallery, "brief news figures"), (olivero, "report opinion news"), (gutenberg, "opinion report analysis"),
    (uikit, "news brief report"), (diary, "opinion opinion opinion"), (aspnet, "brief figures news"),
    (newspaper, "report news opinion"), (teletype, "opinion report interview"), (digest, "analysis opinion brief"),
    (tailwind, "report news opinion"), (television, "brief news brief"),
)  # fmt: skip
"""The layouts and what each sets in English, Russian and Kazakh."""


def pages() -> list[Made]:
    """33 pages: 11 layouts, one page a language in each."""
    return [
        layout(piece(language, kind, 200 + place * 3 + at, *OUTLETS[language][place % 5]))
        for place, (layout, kinds) in enumerate(PLAN)
        for at, (language, kind) in enumerate(zip(("en", "ru", "kk"), kinds.split(), strict=True))
    ]
