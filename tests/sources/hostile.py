"""Documents of any size that are made to be slow or to fill memory, and what reads them.

`benchmarks/hostile.py` measures all of them; the tests take those that were slow once.
"""

from collections.abc import Callable, Mapping

from sholu.sources.web import robots
from sholu.sources.web.address import parse
from sholu.sources.web.discovery import feeds_of
from sholu.sources.web.feeds import parse_feed
from sholu.sources.web.listing import read_listing
from sholu.sources.web.page import Page
from sholu.sources.web.parts import next_part
from sholu.sources.web.sitemaps import read_sitemap
from sholu.text.html import main_text

Made = Callable[[int], str]
"""A document of about so many characters."""

URL = "https://press.example/news/2026/03/02/dam.html"
PROSE = "<p>The reservoir above Karasu was drained on Monday, the committee said, %d homes are dry and nobody came.</p>"


def same(unit: str, size: int) -> str:
    """The same again and again."""
    return unit * (size // len(unit) + 1)


def counted(pattern: str, size: int) -> str:
    """The pattern with 0, 1, 2, ... in place of its %d."""
    return "".join([pattern % number for number in range(size // len(pattern) + 1)])


def _page(body: str, head: str = "") -> str:
    return f"<html><head><title>Karasu drained on Monday</title>{head}</head><body>{body}</body></html>"


def _pages(make: Callable[[str, int], str], unit: str, before: str = "", after: str = "") -> Made:
    return lambda size: _page(before + make(unit, size) + after)


def _heads(make: Callable[[str, int], str], unit: str, before: str = "", after: str = "") -> Made:
    return lambda size: _page(counted(PROSE, 100_000), before + make(unit, size) + after)


_SOME = counted(PROSE, 100_000)
_DATA = '<script type="application/ld+json">'
PAGES: dict[str, Made] = {
    "boxes in boxes": _pages(same, "<div>"),
    "bold in bold": _pages(same, "<b>"),
    "fonts with text": _pages(counted, "<font>x%d "),
    "links in links": _pages(same, "<a href=x>"),
    "tables in tables": _pages(same, "<table><tr><td>"),
    "lists in lists": _pages(same, "<dl><dt>a<dd>b"),
    "ends without beginnings": _pages(same, "</p>"),
    "forms": _pages(same, "</form><form>"),
    "options": _pages(same, "<select><option>a", after=_SOME),
    "paragraphs": _pages(counted, PROSE),
    "boxes of one name": _pages(counted, f"<div class=text>{PROSE}</div>"),
    "boxes of one name, apart": _pages(counted, f"<div class=text>{PROSE}</div><div class=ad>x</div>"),
    "one paragraph": _pages(same, "The dam held, she said on 4 March 2026. ", "<p>", "</p>"),
    "lines": _pages(counted, "goes on line %d<br>"),
    "links": _pages(counted, '<li><a href="/news/%d">Story of the dam</a></li>'),
    "prose and links": _pages(
        counted, "<p>The dam held on day %d, and nobody who came said why.</p><a href=/x>More of this story here</a>"
    ),
    "labels of other stories": _pages(same, "<li>Read also</li>", "<ul>", "</ul>"),
    "labels and prose": _pages(counted, f"<h3>Read also</h3>{PROSE}"),
    "calls": _pages(same, "<p>Subscribe to our newsletter</p>", "<div>", "</div>"),
    "remarks": _pages(counted, "<p>04.03.2026 10:%d</p><p>The dam held, she said again, and it did so for all.</p>"),
    "credits": _pages(same, "Photo: " + "a" * 40 + " ", "<p>", "</p>"),
    "a credit of long words": lambda size: _page(
        "".join(f"<p>Photo: {('b' * 600 + ' ') * 9}</p>" for _ in range(size // 5_500 + 1))
    ),
    "dates": _pages(counted, "<p>4 March 2026 the %d</p>"),
    "dates in one line": _pages(same, "04.03.2026 ", "<h1>Karasu drained on Monday</h1><p>", f"</p>{_SOME}"),
    "times": _pages(same, "<time>x</time>", _SOME),
    "days of publication": _pages(same, "<span itemprop=datepublished>x</span>"),
    "headlines": _pages(counted, "<h1>Karasu drained on Monday %d</h1>", after=_SOME),
    "live": _pages(
        counted,
        '<div class="live-entry"><time>10:%d</time><p>The dam held, she said so again, and it held.</p></div>',
        "<div class=live>",
        "</div>",
    ),
    "live in live": _pages(same, "<div class=live><time>x</time>"),
    "remarks open": _pages(same, "<!--"),
    "signs": _pages(same, "<"),
    "tags open": _pages(same, "<a "),
    "attributes": _pages(counted, "a%d=1 ", "<p ", f">x</p>{_SOME}"),
    "a long attribute": _pages(same, "live ", '<p class="', f'">x</p>{_SOME}'),
    "entities": _pages(same, "&amp;", "<p>"),
    "a long entity": _pages(same, "a", "<p>&"),
    "spaces": _pages(same, " ", "<p>x", f"y</p>{_SOME}"),
    "hard spaces": _pages(same, "&nbsp;a", "<p>"),
    "line ends": _pages(same, "\n", after=_SOME),
    "embedded": _pages(same, "data:a/", '<img src="', f'">{_SOME}'),
    "one word": _pages(same, "a", "<p>", "</p>"),
    "metas": _heads(counted, "<meta name=x%d content=y>"),
    "next pages": _heads(counted, "<link rel=next href=/a%d>"),
    "titles": _heads(same, "<title>Karasu</title>"),
    "data in data": _heads(same, "[", _DATA, "</script>"),
    "graph in graph": _heads(same, '{"@graph":', _DATA, "</script>"),
    "many data": _heads(same, '{"@type":"NewsArticle","headline":"x"},', f"{_DATA}[", "{}]</script>"),
    "many scripts": _heads(same, f'{_DATA}{{"@type":"NewsArticle"}}</script>'),
    "many updates": _heads(
        same,
        '{"articleBody":"The dam held."},',
        f'{_DATA}{{"@type":"LiveBlogPosting","liveBlogUpdate":[',
        "{}]}</script>",
    ),
    "a declaration": lambda size: " " * (size // 2) + "<?xml " + " " * (size // 2),
}


def _feeds(make: Callable[[str, int], str], unit: str, before: str = "", after: str = "") -> Made:
    start = '<?xml version="1.0"?><rss version="2.0"><channel><title>R</title>'
    return lambda size: f"{start}{before}{make(unit, size)}{after}</channel></rss>"


def _atom(unit: str, before: str = "", after: str = "") -> Made:
    return lambda size: f'<feed xmlns="http://www.w3.org/2005/Atom">{before}{same(unit, size)}{after}</feed>'


_ATTRIBUTE, _NAMESPACE = 'a%d="1" ', 'xmlns:n%d="u" '
_ITEM = "<item><link>/a</link>"
FEEDS: dict[str, Made] = {
    "items": _feeds(counted, "<item><title>Dam %d</title><link>/news/x</link><pubDate>02 Mar 2026</pubDate></item>"),
    "items with text": _feeds(
        counted, "<item><title>Dam %d</title><link>/a</link><description>&lt;p&gt;It held</description></item>"
    ),
    "a long title": _feeds(same, "dam &amp;amp; ", f"{_ITEM}<title>", "</title></item>"),
    "a title of tags": _feeds(same, "&lt;b", f"{_ITEM}<title>", "</title></item>"),
    "titles": _feeds(same, "<title>dam</title>", _ITEM, "</item>"),
    "links": _feeds(same, "<link>/a</link>", _ITEM, "</item>"),
    "enclosures": _feeds(same, '<enclosure url="/a"/>', _ITEM, "</item>"),
    "categories": _feeds(counted, "<category>c%d</category>", _ITEM, "</item>"),
    "authors": _feeds(counted, "<author>c%d@a.example (x)</author>", _ITEM, "</item>"),
    "media": _feeds(same, '<media:content url="a"/>', _ITEM, "</item>"),
    "places": _feeds(same, "1 2 ", f"{_ITEM}<georss:polygon>", "</georss:polygon></item>"),
    "a long date": _feeds(same, "Mon, 02 Mar ", f"{_ITEM}<pubDate>", "</pubDate></item>"),
    "a date of digits": _feeds(same, "1", f"{_ITEM}<pubDate>", "</pubDate></item>"),
    "dates": _feeds(same, "<pubDate>02 Mar 2026</pubDate>", _ITEM, "</item>"),
    "a long language": _feeds(same, "a", "<language>", "</language>"),
    "items in items": _feeds(same, "<item>"),
    "boxes in boxes": _feeds(same, "<x>"),
    "signs": _feeds(same, "<"),
    "ampersands": _feeds(same, "&"),
    "broken items": _feeds(counted, "<item><title>a & b < c %d</title><link>/a</link></item>"),
    "raw text open": _feeds(same, "<![CDATA[", "<item><title>"),
    "raw texts, broken": _feeds(same, "<![CDATA[x]]>", f"{_ITEM}<title>", " & "),
    "remarks": _feeds(same, "<!-- x -->"),
    "remarks open, broken": _feeds(same, "<!--", "&"),
    "instructions": _feeds(same, "<?x y?>"),
    "ends without beginnings, broken": _feeds(same, "</x>", "&"),
    "beginnings without ends, broken": _feeds(counted, "<t%d>", "&", "</t0>" * 1_000),
    "attributes": lambda size: f"<rss {counted(_ATTRIBUTE, size)}><channel>{_ITEM}</item></channel></rss>",
    "attributes, broken": lambda size: f"<rss &><channel {counted('a%d=1 ', size)}>{_ITEM}</item></channel></rss>",
    "namespaces": lambda size: f"<rss {counted(_NAMESPACE, size)}><channel>{_ITEM}</item></channel></rss>",
    "letters as numbers": _feeds(same, "&#65;", f"{_ITEM}<title>", "</title></item>"),
    "letters as numbers, broken": _feeds(same, "&#x41", f"{_ITEM}<title>"),
    "a name of many parts": _feeds(same, "a:", f"{_ITEM}<", "x>1</item>"),
    "a type": lambda size: "<!DOCTYPE " + same("a [", size),
    "types": lambda size: f'<?xml version="1.0"?>{same("<!DOCTYPE a>", size)}<rss/>',
    "a declaration": lambda size: "<?xml" + same(" ", size),
    "marks": lambda size: same("\ufeff<rss>", size),
    "boxes in text": _atom("<div>x", '<entry><link href="a"/><content type="xhtml">', "</content></entry>"),
    "bold in a title": _atom("<b>x</b>", '<entry><link href="a"/><title type="xhtml">', "</title></entry>"),
    "bases": _atom('<entry xml:base="a/">'),
    "JSON": lambda size: '{"items":[' + same('{"url":"/a","title":"x"},', size) + "{}]}",
    "JSON in JSON": lambda size: '{"items":' + same("[", size),
    "a long title in JSON": lambda size: '{"items":[{"url":"/a","title":"' + same("<b ", size) + '"}]}',
    "a long address in JSON": lambda size: '{"items":[{"url":"' + same("/..", size) + '"}]}',
}


def _maps(make: Callable[[str, int], str], unit: str, before: str = "", after: str = "") -> Made:
    return lambda size: f"<urlset>{before}{make(unit, size)}{after}</urlset>"


_PLACE = "<url><loc>https://press.example/%d</loc></url>"
SITEMAPS: dict[str, Made] = {
    "places": _maps(counted, f"{_PLACE}"),
    "places and others": _maps(counted, f"<x/>{_PLACE}"),
    "places in groups": _maps(counted, f"<g>{_PLACE}</g>"),
    "others before places": lambda size: _maps(counted, _PLACE, same("<x>y</x>", size // 2))(size // 2),
    "others": _maps(same, "<x/>"),
    "others in a place": _maps(same, "<x/>", "<url>", "</url>"),
    "many places in one": _maps(same, "<loc>https://press.example/a</loc>", "<url>", "</url>"),
    "places in places": _maps(same, "<url>"),
    "places in places, 200 deep": lambda size: _maps(same, "<url>" * 200 + "</url>" * 200)(size),
    "a long place": _maps(same, "https://press.example/", "<url><loc>", "</loc></url>"),
    "a long title": _maps(same, "&lt;", "<url><loc>https://press.example/a</loc><title>", "</title></url>"),
    "attributes": lambda size: f"<urlset {counted(_ATTRIBUTE, size)}/>",
    "namespaces": _maps(counted, '<a xmlns:n%d="u">'),
    "ampersands": _maps(same, "&"),
    "signs": _maps(same, "<"),
    "wrong ends": _maps(same, "<url></loc>"),
    "lines": lambda size: counted("https://press.example/%d\n", size),
    "a long line": lambda size: "https://press.example/" + same("a", size),
    "empty lines": lambda size: "https://press.example/" + same("\r", size),
}

LISTINGS: dict[str, Made] = {
    "links": _pages(counted, '<li><a href="/news/2026/03/02/story-%d.html">Story of the dam</a></li>'),
    "links in links": _pages(counted, '<a href="/news/%d">'),
    "links in boxes in links": _pages(same, '<div><a href="/news/1">x'),
    "a link of long text": _pages(same, "dam ", '<a href="/news/1">'),
    "links of long text": _pages(counted, '<a href="/news/%d">' + "The dam held " * 50 + "</a>"),
    "long addresses": lambda size: _page(f'<a href="{same("/..", size // 3)}">x</a>' * 3),
    "links without address": _pages(same, "<a>"),
    "a long base": _heads(same, "a/", '<base href="', '">'),
    "feeds": _heads(counted, '<link rel=alternate type="application/rss+xml" href="/feed/%d">'),
    "boxes in boxes": PAGES["boxes in boxes"],
    "tags open": PAGES["tags open"],
    "attributes": PAGES["attributes"],
}

ROBOTS: dict[str, Made] = {
    "stars": lambda size: "User-agent: *\n" + counted("Disallow: /" + "*a" * 100 + "%d$\n", size),
    "names, then rules": lambda size: counted("User-agent: a%d\n", size // 2) + same("Disallow: /a\n", size // 2),
    "names and rules": lambda size: counted("User-agent: a%d\nDisallow: /a\n", size),
    "rules": lambda size: "User-agent: *\n" + counted("Disallow: /a%d\n", size),
    "escapes": lambda size: "User-agent: *\n" + same("Disallow: /%d0%b0*\n", size),
    "lines": lambda size: same("\n", size),
    "colons": lambda size: same(":", size),
}


def _read_listing(text: str) -> object:
    return feeds_of(text, URL), next_part(URL, Page(URL, "text/html", text.encode()), 2), read_listing(text, URL)


def _read_robots(text: str) -> object:
    rules = robots.from_reply(200, text.encode(), 0.0, None)
    asked = [parse(f"https://press.example{target}") for target in ("/", "/" + "a" * 1_500, "/news/1?a=b")]
    return [rules.allow(address) for address in asked], rules.delay, rules.sitemaps


KINDS: Mapping[str, tuple[Mapping[str, Made], Callable[[str], object]]] = {
    "page": (PAGES, lambda text: main_text(text, url=URL)),
    "feed": (FEEDS, lambda text: parse_feed(text.encode(), URL)),
    "sitemap": (SITEMAPS, lambda text: read_sitemap(text.encode(), URL)),
    "listing": (LISTINGS, _read_listing),
    "robots": (ROBOTS, _read_robots),
}
