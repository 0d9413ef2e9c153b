"""Every parser of outside bytes as a target for damaged and hostile input: `benchmarks/fuzz.py` and the tests use it.

A target takes any bytes. It returns when they were read, or refused with a code that is documented; whatever else it
does is a mistake.
"""

import gzip
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli

import sholu
from sholu.errors import InputError, Rejected
from sholu.model.document import Document
from sholu.model.edtf import Edtf
from sholu.sources import gdelt, pdf_pages
from sholu.sources.columns import Columns
from sholu.sources.given import Given
from sholu.sources.item import Budget, Found, Item
from sholu.sources.opening import open_item
from sholu.sources.web import discovery, fetch, retry, robots
from sholu.sources.web.address import forbidden, parse
from sholu.sources.web.decoding import Decoder, unpacked
from sholu.sources.web.exchange import Reply
from sholu.sources.web.feeds import parse_feed
from sholu.sources.web.listing import read_listing
from sholu.sources.web.markup import text_of
from sholu.sources.web.opml import from_opml, from_toml, to_opml, to_toml
from sholu.sources.web.page import Page, documents
from sholu.sources.web.parts import next_part
from sholu.sources.web.reference import Reference, day_in, reference
from sholu.sources.web.sitemaps import read_sitemap
from sholu.text.encoding import decode
from sholu.text.headers import read_header
from sholu.text.html import main_text, plain_text
from sholu.text.written_dates import written_dates
from tests.sources import builders
from tests.sources.builders import ENGLISH, RUSSIAN
from tests.sources.packing import zstd

URL = "https://press.example/news/2026/03/02/dam.html"
_MOST = 300_000  # bytes that a packed body of the fuzzer may open to
_OURS = frozenset(path.name for path in Path(sholu.__file__).parent.rglob("*.py"))
_CAUGHT = re.compile(r"\((\w+\.py), line \d+\)\.$")


@dataclass(frozen=True, slots=True)
class Target:
    """A parser: what to call, good input to start from, and words that mean something to it."""

    run: Callable[[bytes], object]
    seeds: Callable[[], Sequence[bytes]]
    words: tuple[str, ...] = ()


class Mistake(AssertionError):
    """A parser gave what it promises never to give."""


def check(found: Iterable[Found]) -> None:
    """That all is a whole document or a reason; a reason that tells of a slip in our own code is a mistake."""
    for one in found:
        if isinstance(one, Document):
            _document(one)
        elif not one.where:
            raise Mistake(f"a refusal of nobody knows what: {one}")
        else:
            _told(one.error)


def _told(error: InputError) -> None:
    if not error.message or not error.code:
        raise Mistake(f"a refusal without a word: {error!r}")
    if (caught := _CAUGHT.search(error.message)) and caught.group(1) in _OURS:
        raise Mistake(error.message)


def _document(document: Document) -> None:
    if not document.text:
        raise Mistake("a document without text")
    for value in (document.text, document.title, document.outlet, document.url):
        (value or "").encode("utf-8")
    if document.published is not None:
        Edtf.parse(document.published)


def _references(found: Iterable[Reference]) -> None:
    for one in found:
        if str(parse(one.url)).partition("?")[0] != one.url.partition("?")[0]:
            raise Mistake(f"an address that is read otherwise than it is written: {one.url}")
        (one.title or "").encode("utf-8")


def _refusing(run: Callable[[bytes], object]) -> Callable[[bytes], None]:
    def guarded(data: bytes) -> None:
        try:
            run(data)
        except InputError as error:
            _told(error)

    return guarded


def _file(name: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        item = Item.of(name, io.BytesIO(data), Budget.of_size(len(data)))
        check(open_item(item, Given(), Columns()))

    return run


def _in_zip(name: str, whole: Callable[[], bytes], place: str) -> Callable[[bytes], None]:
    """The bytes as one member of a good zip file: a fuzzer that has to write checksums learns nothing else."""

    def run(data: bytes) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(whole())) as old, zipfile.ZipFile(out, "w") as new:
            for member in old.namelist():
                new.writestr(member, data if member == place else old.read(member))
        _file(name)(out.getvalue())

    return run


@cache
def _word() -> bytes:
    return builders.word_file(ENGLISH[:2], title="Karasu drained")


@cache
def _odt() -> bytes:
    return builders.open_document(
        '<text:h text:outline-level="1">Karasu</text:h><text:p>The<text:s text:c="3"/>dam.</text:p>'
    )


@cache
def _wacz() -> bytes:
    pages = builders.warc([("https://a.example/", "text/html", builders.page().encode())])
    return builders.zipped(
        {
            "archive/data.warc.gz": pages,
            "datapackage.json": "{}",
            "pages/pages.jsonl": '{"format": "json-pages-1.0"}\n{"url": "https://a.example/", "title": "x"}\n',
        }
    )


def _member(whole: Callable[[], bytes], place: str) -> Callable[[], list[bytes]]:
    def seeds() -> list[bytes]:
        with zipfile.ZipFile(io.BytesIO(whole())) as archive:
            return [archive.read(place)]

    return seeds


def _feed(data: bytes) -> None:
    feed = parse_feed(data, URL)
    _references(feed.references)
    (feed.title or "").encode("utf-8")


def _sitemap(data: bytes) -> None:
    found = read_sitemap(data, URL)
    _references((*found.references, *found.children))


def _robots(data: bytes) -> None:
    rules = robots.from_reply(200, data, 0.0, None)
    for target in ("/", "/news/1?a=%D0%B0", "/" + "a" * 200):
        rules.allow(parse("https://press.example" + target))
    if not 0.0 <= rules.delay <= 86_400.0:
        raise Mistake(f"a delay of {rules.delay}")
    _references(found for link in rules.sitemaps if (found := reference(link, URL)))


def _listing(data: bytes) -> None:
    page = Page(URL, "text/html", data)
    next_part("https://press.example/news/dam", page, 2)
    markup = text_of(data, None)
    discovery.feeds_of(markup, URL)
    found = read_listing(markup, URL)
    _references(found.references)


def _lists(data: bytes) -> None:
    """OPML and TOML, out again and in again."""
    read, write = (from_toml, to_toml) if data.lstrip().startswith(b"[[") else (from_opml, to_opml)
    sources = read(data)
    again = read(write(sources).encode("utf-8"))
    if [one.url for one in again] != [one.url for one in sources]:
        raise Mistake("a list that reads otherwise when it is written")


def _page(data: bytes) -> None:
    check(documents(Page(URL, "text/html", data), Reference(URL)))


def _head(data: bytes) -> None:
    """A page whose head the bytes make, with a good article under it."""
    _page(builders.page(head="HERE").encode().replace(b"HERE", data))


def _linked_data(data: bytes) -> None:
    _head(b'<script type="application/ld+json">' + data + b"</script>")


def _plain_page(data: bytes) -> None:
    markup = decode(data)[0]
    plain_text(markup)
    main_text(markup)


def _answer(data: bytes) -> None:
    """What the head of an answer says: where to go on, when to come again, what the body is."""
    lines = [line.decode("latin-1") for line in data.split(b"\n")[:6]]
    location, wait, kind, length, charset, number = [*lines, *[""] * (6 - len(lines))]
    waited = retry.retry_after(wait, 1_700_000_000.0)
    if waited is not None and not 0.0 <= waited <= retry.LONGEST:
        raise Mistake(f"a wait of {waited}")
    got = fetch.Fetched(URL, b"", {"content-type": kind}, ())
    _ = got.content_type, got.charset
    with suppress(Rejected):
        text_of(b"\xcf\xf0\xe8\xe2\xe5\xf2" + length.encode("latin-1"), charset)
    if forbidden(number) is None and number.startswith(("10.", "127.", "192.168.")):
        raise Mistake(f"{number} may be asked")
    day_in(location)
    address = fetch.onward(parse(URL), Reply(301, {"location": location}, b"", 0))
    if address.scheme not in ("http", "https") or parse(str(address)) != address:
        raise Mistake(f"{address!r} is read otherwise when it is written")


def _body(data: bytes) -> None:
    """A packed body in pieces: the first byte says how it is packed, the second how large the pieces are."""
    names = ("gzip", "deflate", "br", "zstd", "gzip, br", "x-gzip", "zstd, gzip", "")
    encoding, size = names[data[0] % len(names)] if data else "", data[1] + 1 if len(data) > 1 else 1
    decoder = Decoder(encoding, _MOST)
    out = sum(len(decoder.feed(data[at : at + size])) for at in range(2, len(data), size))
    decoder.finish()
    if out > _MOST:
        raise Mistake(f"{out} bytes came out")
    unpacked(data, _MOST)


def _encodings(data: bytes) -> None:
    name, _, rest = data.partition(b"\n")
    with suppress(Rejected):
        decode(rest, encoding=name.decode("latin-1"))
    text, _ = decode(data)
    list(written_dates(text))
    read_header(text)


def _gdelt(data: bytes) -> None:
    for one in gdelt.addresses(io.StringIO(data.decode("utf-8", "replace"))):
        if not one.url.startswith(("http://", "https://")):
            raise Mistake(one.url)


def _pdf(data: bytes) -> None:
    """In this very process: a crash of PDFium is to be seen here."""
    pdf_pages.text_of_pdf(data, 10.0).encode("utf-8")


def _packed_bodies() -> list[bytes]:
    page = builders.page().encode()
    packed = gzip.compress(page), gzip.compress(page)[10:-8], brotli.compress(page), zstd.compress(page)
    return [bytes((number, 200)) + body for number, body in enumerate(packed)] + [
        b"\x04\x10" + brotli.compress(packed[0])
    ]


def _jsons() -> list[bytes]:
    chat = {"name": "Ridge Post", "type": "public_channel", "id": 1, "messages": [
        {"id": 1, "type": "message", "date": "2026-03-02T10:00:00", "from": "Ridge Post", "text": ENGLISH[0]},
        {"id": 2, "type": "message", "date": "2026-03-02T11:00:00", "text": ["The ", {"type": "bold", "text": "dam"}]},
    ]}  # fmt: skip
    plain = {"text": ENGLISH[0], "title": "Karasu", "published": "2026-03-02", "url": URL, "id": 7}
    crawled = {
        "maintext": ENGLISH[1],
        "date_publish": "2026-03-02 10:00:00",
        "source_domain": "www.a.example",
        "url": URL,
    }
    seen = {"articles": [{"url": URL, "seendate": "20260302T101500Z", "title": "Dam", "language": "English"}]}
    made = (chat, {"chats": {"list": [chat]}}, plain, [plain, crawled], crawled, seen, {"articles": [plain]})
    return [json.dumps(one, ensure_ascii=False).encode() for one in made]


def _rows() -> list[bytes]:
    event = "\t".join(["1"] * 59 + ["20260302101500", URL])
    return [
        f'title,text,date\nKarasu,"{ENGLISH[0]}",2026-03-02\n'.encode(),
        f"заголовок;текст;дата\nКарасу;{RUSSIAN[0]};02.03.2026\n".encode("cp1251"),
        event.encode(),
    ]


def _parquet() -> list[bytes]:
    import pyarrow
    from pyarrow import parquet

    out = io.BytesIO()
    table = pyarrow.table({"text": list(ENGLISH), "title": ["a", "b", None], "date": ["2026-03-02", "", "x"]})
    parquet.write_table(table, out, compression="none")
    return [out.getvalue()]


def _feeds() -> list[bytes]:
    rss = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Ridge Post</title><language>en</language>
<item><title>Karasu &amp;amp; dam</title><link>/news/1?utm_source=x</link>
<guid isPermaLink="false">7</guid><pubDate>Mon, 02 Mar 2026 10:00:00 +0500</pubDate><dc:creator>A</dc:creator>
<description><![CDATA[<p>{ENGLISH[0]}</p>]]></description></item></channel></rss>"""
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/x/"><title type="html">R</title><entry>
<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Dam</div></title><link rel="alternate" href="a"/>
<id>{URL}</id><published>2026-03-02T10:00:00Z</published><updated>2026-03-04</updated></entry></feed>"""
    listed = {"version": "https://jsonfeed.org/version/1.1", "title": "R", "items": [
        {"id": "1", "url": "/a", "title": "Dam", "date_published": "2026-03-02T10:00:00Z"}]}  # fmt: skip
    return [rss.encode(), rss.encode("utf-16"), atom.encode(), json.dumps(listed).encode()]


def _sitemaps() -> list[bytes]:
    news = f"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{URL}</loc><lastmod>2026-03-02T10:00:00Z</lastmod>
<news:news><news:publication_date>2026-03-02</news:publication_date><news:title>Dam</news:title></news:news></url></urlset>"""
    index = f"<sitemapindex><sitemap><loc>{URL}.xml.gz</loc><lastmod>2026-03-02</lastmod></sitemap></sitemapindex>"
    return [news.encode(), index.encode(), f"{URL}\n{URL}?a=1\n".encode(), gzip.compress(index.encode())]


def _listings() -> list[bytes]:
    links = "".join(
        f'<li><a href="/news/2026/03/0{day}/the-dam-above-karasu-{day}.html">The dam above Karasu on day {day}</a></li>'
        for day in range(1, 5)
    )
    head = (
        '<base href="/"><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="next" href="?page=2">'
    )
    return [f"<html><head>{head}</head><body><ul>{links}</ul><a href='/news/dam/2'>Next</a></body></html>".encode()]


def _pages() -> list[bytes]:
    facts = (
        '<meta property="article:published_time" content="2026-03-02T10:00:00+05:00">'
        '<meta name="author" content="A. Orazova">'
        '<link rel="canonical" href="https://press.example/a"><meta property="og:site_name" content="Ridge Post">'
    )
    live = "".join(
        f"<div class='live-entry' id='e{hour}'><time>1{hour}:00</time><p>{line}</p></div>"
        for hour, line in enumerate(ENGLISH)
    )
    old = f"<html><body><table><tr><td><b>Карасу</b><br>02.03.2026<br>{'<br><br>'.join(RUSSIAN)}</td></tr></table>"
    return [builders.page(head=facts).encode(), live.encode(), old.encode("cp1251")]


def _facts() -> list[bytes]:
    article = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Karasu drained", "url": URL,
               "datePublished": "2026-03-02T10:00:00+05:00", "author": [{"@type": "Person", "name": "A"}],
               "publisher": {"name": "R"}, "isAccessibleForFree": "True"}  # fmt: skip
    live = {"@type": "LiveBlogPosting", "liveBlogUpdate": [
        {"@type": "BlogPosting", "datePublished": "2026-03-02", "articleBody": line, "url": f"{URL}#{number}"}
        for number, line in enumerate(ENGLISH)]}  # fmt: skip
    return [json.dumps(one).encode() for one in (article, {"@graph": [article, {"@id": "x"}]}, live)]


def _telegram_page() -> list[bytes]:
    return [
        b'<html><head><script src="js/script.js"></script></head><body><div class="page_wrap"><div class="page_header">'
        b'<div class="text bold">Ridge Post</div></div><div class="message default clearfix" id="message1">'
        b'<div class="pull_right date details" title="02.03.2026 10:00:00 UTC+05:00">10:00</div>'
        b'<div class="text">The dam held.<br>She said so.</div></div></div></body></html>'
    ]


def _mails() -> list[bytes]:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"] = "=?koi8-r?B?8snExw==?= <a@a.example>", "=?utf-8?q?Karasu_=D0=B0?="
    message["Date"] = "Tue, 03 Mar 2026 23:30:00 +0500"
    message.set_content("\n".join(RUSSIAN), charset="koi8-r")
    message.add_attachment(_odt(), maintype="application", subtype="odt", filename="a.odt")
    return [builders.mail(ENGLISH[0], builders.page()), message.as_bytes(), builders.mail(None, builders.page())]


def _mhtml() -> list[bytes]:
    return [
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/x\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="c"\n\n--c\nContent-Type: text/html\n'
        b"Content-Transfer-Encoding: quoted-printable\nContent-Location: https://a.example/x\n\n"
        + builders.page().replace("=", "=3D").encode()
        + b"\n--c\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--c--\n"
    ]


def _saved() -> list[bytes]:
    mark = "<!--\n Page saved with SingleFile \n url: https://a.example/x \n saved date: Mon Mar 02 2026 -->"
    picture = '<img src="data:image/png;base64,' + "A" * 200 + '">'
    return [builders.page(head=mark + picture).replace("<!DOCTYPE html>", f"<!DOCTYPE html>{mark}").encode()]


def _pdfs() -> list[bytes]:
    lines = builders.set_lines(ENGLISH, left=50, top=60)
    return [builders.pdf([lines]), builders.pdf([lines, builders.set_lines(RUSSIAN, left=300, top=60)])]


def _archives() -> list[bytes]:
    members = {"a.txt": ENGLISH[0].encode(), "b/c.html": builders.page().encode(), ".hidden": b"x"}
    return [builders.zipped({**members}), builders.tarred(members, mode="w"), builders.tarred(members)]


_XML = ("<?xml", "<![CDATA[", "]]>", "<!DOCTYPE", "&#x0;", "&#xD800;", "xmlns=", "encoding=", "utf-16", "cp1251", "/>")
_HTML = (
    "<article>", "<time datetime=", "itemprop=", "datePublished", "<meta name=", "content=", "<link rel=", "href=",
    "canonical", "<script>", "</script>", "<!--", "-->", "<table><tr><td>", "<br>", "<h1>", "&#xD800;", "&nbsp;",
    "class=", "application/ld+json", "2026-03-02", "2 марта 2026", "http://", "charset=", "windows-1251", "<base href=",
    "hidden",
)  # fmt: skip
_JSON = ('"text":', '"messages":', '"articles":', '"@graph":', '"@type":', "[[[[", "\\ud800", "1e999", "NaN", "null")
_PDF = (
    "endstream", "endobj", "/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/DCTDecode", "/JBIG2Decode", "/JPXDecode",
    "/Filter", "/Kids", "/Count", "/Contents", "/ToUnicode", "/Type0", "/Type3", "/XObject", "/ObjStm", "/Prev", "BT",
    "ET", "Tj", "TJ", "Tm", "Do", "1 0 R", "<<", ">>", "beginbfrange", "-2147483648", "4294967295",
)  # fmt: skip
_MAIL = (
    "Content-Type:",
    "multipart/mixed",
    "boundary=",
    "charset=",
    "base64",
    "quoted-printable",
    "=?utf-8?b?",
    "filename*=",
)

TARGETS: dict[str, Target] = {
    "feed": Target(_refusing(_feed), _feeds, (*_XML, "<item>", "<link>", "<entry>", "<guid>", "pubDate", "&amp;")),
    "sitemap": Target(_refusing(_sitemap), _sitemaps, (*_XML, "<url>", "<loc>", "<lastmod>", "sitemapindex")),
    "robots": Target(
        _refusing(_robots),
        lambda: [b"User-agent: *\nDisallow: /a*$\nAllow: /b\nCrawl-delay: 2\nRequest-rate: 1/5m\nSitemap: /s.xml\n"],
        (
            "User-agent:",
            "Sholu",
            "Disallow:",
            "Allow:",
            "Crawl-delay:",
            "Request-rate:",
            "Visit-time:",
            "Sitemap:",
            "%",
        ),
    ),
    "listing": Target(_refusing(_listing), _listings, _HTML),
    "lists": Target(
        _refusing(_lists),
        lambda: [
            b'<opml xmlns:sholu="urn:sholu:sources"><body><outline text="a"><outline type="rss" xmlUrl="https://a.example/f"'
            b' sholu:kind="feed" sholu:every="60" language="ru"/></outline></body></opml>',
            b'[[source]]\nid = "a"\nurl = "https://a.example/f"\nkind = "feed"\nevery = 60.0\nallowed = ["h"]\n',
        ],
        (*_XML, "<outline", "xmlUrl=", "sholu:every=", "[[source]]", "every = nan", "inf", "allowed = []", "url ="),
    ),
    "page": Target(_refusing(_page), _pages, _HTML),
    "head": Target(_refusing(_head), lambda: [_pages()[0][60:500], b"<link rel=next href='/news/2'>"], _HTML),
    "linked-data": Target(_refusing(_linked_data), _facts, (*_JSON, "datePublished", "liveBlogUpdate", "articleBody")),
    "plain-page": Target(_refusing(_plain_page), lambda: [*_pages(), *_saved()], _HTML),
    "saved-page": Target(_file("a.html"), _saved, (*_HTML, "data:image/png;base64,", "saved from url=(0020)")),
    "answer": Target(
        _refusing(_answer),
        lambda: [
            b"/a/../b?x=1#f\n120\ntext/html; charset=cp1251\n10\nwindows-1251\n10.0.0.1",
            "//xn--e1afmkfd.example:8080/ф\nMon, 02 Mar 2026 10:00:00 GMT\n\n\nutf-16\n::ffff:10.0.0.1".encode(),
        ],
        ("http://", "https:", "//", "@", "..", "%2e", "[::1]", "::ffff:", "0x7f.1", "xn--", "\\", "GMT", "-0000"),
    ),
    "body": Target(_refusing(_body), _packed_bodies),
    "encodings": Target(
        _refusing(_encodings),
        lambda: [f"{name}\n{RUSSIAN[0]}".encode(name) for name in ("cp1251", "koi8-r", "utf-8", "utf-16", "cp866")],
        ("utf-7", "idna", "punycode", "zlib", "unicode_escape", "charset=", "hz", "iso2022_kr", "2026-03-02", "марта"),
    ),
    "pdf": Target(_refusing(_pdf), _pdfs, _PDF),
    "docx": Target(
        _in_zip("a.docx", _word, "word/document.xml"), _member(_word, "word/document.xml"), (*_XML, "<w:p>", "<w:t>")
    ),
    "odt": Target(_in_zip("a.odt", _odt, "content.xml"), _member(_odt, "content.xml"), (*_XML, "<text:p>", "text:c=")),
    "wacz": Target(
        _in_zip("a.wacz", _wacz, "pages/pages.jsonl"), _member(_wacz, "pages/pages.jsonl"), (*_JSON, '"url":')
    ),
    "zip": Target(_file("a.zip"), lambda: [_word(), _odt(), _wacz(), *_archives()], ("PK\x03\x04", "PK\x01\x02")),
    "packed": Target(
        _file("a.bin"),
        lambda: [*_archives()[1:], gzip.compress(ENGLISH[0].encode()), *map(_compressed, ("bz2", "lzma"))],
        ("\x1f\x8b", "BZh9", "ustar"),
    ),
    "mail": Target(_file("a.eml"), _mails, _MAIL),
    "mbox": Target(
        _file("a.mbox"), lambda: [b"From x Mon Mar  2 10:00:00 2026\n" + one for one in _mails()], ("\nFrom ", *_MAIL)
    ),
    "mhtml": Target(_file("a.mhtml"), _mhtml, (*_MAIL, "Snapshot-Content-Location:", "text/html")),
    "warc": Target(
        _file("a.warc"),
        lambda: [
            builders.warc([("https://a.example/", "text/html; charset=utf-8", builders.page().encode())], gzip=False)
        ],
        (
            "WARC/1.0",
            "WARC-Type:",
            "Content-Length:",
            "Transfer-Encoding: chunked",
            "Content-Encoding: br",
            "HTTP/1.1 200",
        ),
    ),
    "csv": Target(_file("a.csv"), _rows, ('"', '""', ";", "\t", "|", "\r", "text", "текст")),
    "parquet": Target(_file("a.parquet"), _parquet, ("PAR1",)),
    "json": Target(_file("a.json"), _jsons, _JSON),
    "jsonl": Target(_file("a.jsonl"), _jsons, _JSON),
    "gdelt": Target(_refusing(_gdelt), lambda: [_rows()[2], _jsons()[5]], (*_JSON, "\t\t\t\t", "seendate")),
    "telegram-page": Target(
        _file("messages.html"), _telegram_page, (*_HTML, "page_wrap", 'class="message ', "js/script.js")
    ),
}


def _compressed(name: str) -> bytes:
    from importlib import import_module

    packed: bytes = import_module(name).compress(ENGLISH[0].encode())
    return packed
