"""Small real files of every format, made on the spot."""

import io
import tarfile
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage

from docx import Document as WordDocument
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

ENGLISH = (
    "The reservoir above Karasu was drained on Monday, the water committee said.",
    "Its head, Dana Orazova, told journalists that 1,200 households would have no tap water until Friday.",
    "Farmers downstream had asked for the work to wait until the harvest was in.",
)
RUSSIAN = (
    "Водохранилище над Карасу спустили в понедельник, сообщил комитет по воде.",
    "Его глава Дана Оразова рассказала журналистам, что 1200 домов останутся без воды до пятницы.",
    "Фермеры ниже по течению просили подождать с работами до конца уборки урожая.",
)
Words = tuple[float, float, float, str]
"""Left, top (both from the upper left corner, in points), size of the type, text."""


def pdf(pages: Sequence[Sequence[Words]], *, extra: str = "") -> bytes:
    """A PDF of A4 pages with words at given places, in Helvetica with the Cyrillic letters that they need."""
    letters = sorted({char for page in pages for *_, text in page for char in text if ord(char) > 126})
    codes = {char: 161 + number for number, char in enumerate(letters)}
    names = " ".join(f"/uni{ord(char):04X}" for char in letters)
    mapping = "\n".join(f"<{codes[char]:02X}> <{ord(char):04X}>" for char in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"1 beginbfrange <20> <7E> <0020> endbfrange\n{len(letters)} beginbfchar\n{mapping}\nendbfchar\n"
        "endcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R "
        f"/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [161 {names}] >> >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    kids = []
    for page in pages:
        drawn = []
        for left, top, size, text in page:
            coded = "".join(f"{codes.get(char, ord(char)):02X}" for char in text)
            drawn.append(f"BT /F1 {size} Tf 1 0 0 1 {left} {842 - top - size} Tm <{coded}> Tj ET")
        content = "\n".join(drawn)
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF"
    ).encode("latin-1")
    return out


def set_lines(lines: Sequence[str], *, left: float, top: float, size: float = 10, lead: float = 13) -> list[Words]:
    """Lines of a column, one under the other."""
    return [(left, top + number * lead, size, line) for number, line in enumerate(lines)]


def word_file(paragraphs: Sequence[str], *, title: str | None = None) -> bytes:
    document = WordDocument()
    if title:
        document.add_paragraph(title, style="Title")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def open_document(body: str, *, kind: str = "text", encrypted: bool = False) -> bytes:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names}><office:body><office:text>{body}</office:text>'
        "</office:body></office:document-content>"
    )
    manifest = "<manifest>" + ("<encryption-data/>" if encrypted else "") + "</manifest>"
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def zipped(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members: dict[str, bytes], *, links: dict[str, str] | None = None, mode: str = "w:gz") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for name, target in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type = tarfile.SYMTYPE
            info.linkname = target
            archive.addfile(info)
    return out.getvalue()


def page(paragraphs: Sequence[str] = ENGLISH, *, title: str = "Karasu drained", head: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f"<nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}</article><footer>© Ridge Post</footer>"
        "</body></html>"
    )


def mail(text: str | None = None, markup: str | None = None, **headers: str) -> bytes:
    message = EmailMessage()
    message["From"] = headers.get("sender", "Ridge Post <letter@ridgepost.example>")
    message["Subject"] = headers.get("subject", "Karasu drained")
    message["Date"] = headers.get("date", "Tue, 03 Mar 2026 23:30:00 +0500")
    if text is not None:
        message.set_content(text)
    if markup is not None and text is not None:
        message.add_alternative(markup, subtype="html")
    elif markup is not None:
        message.set_content(markup, subtype="html")
    return message.as_bytes()


def warc(pages: Sequence[tuple[str, str, bytes]], *, status: str = "200 OK", gzip: bool = True) -> bytes:
    """A WARC of answers: address, media type, body."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for address, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address,
                "response",
                payload=io.BytesIO(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2026-11-20T00:00:00Z"},
            )
        )
    return out.getvalue()
