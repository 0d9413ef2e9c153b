import gzip
import io
import json
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from sholu.errors import InputError
from sholu.model.document import Document
from sholu.sources.files import read_file
from sholu.sources.given import Given
from sholu.sources.item import Budget, Refusal, Tally
from sholu.sources.opening import open_any
from tests.sources import builders
from tests.sources.builders import ENGLISH, RUSSIAN


def opened(tmp_path: Path, name: str, data: bytes, **given: str) -> tuple[list[Document], list[Refusal]]:
    """What comes out of a file of this name and content."""
    path = tmp_path / name
    path.write_bytes(data)
    found = list(open_any(path, Given(**given)))
    return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Refusal)]


def only(tmp_path: Path, name: str, data: bytes, **given: str) -> Document:
    documents, refusals = opened(tmp_path, name, data, **given)
    assert [str(one.error) for one in refusals] == []
    assert len(documents) == 1
    return documents[0]


def refused(tmp_path: Path, name: str, data: bytes) -> str:
    documents, refusals = opened(tmp_path, name, data)
    assert documents == []
    assert len(refusals) == 1
    assert refusals[0].error.message
    assert refusals[0].error.hint
    assert str(tmp_path / name) in refusals[0].where
    return refusals[0].error.code


def test_a_word_file(tmp_path: Path):
    document = only(tmp_path, "a.docx", builders.word_file(ENGLISH, title="Karasu drained"))
    assert document.text.split("\n\n") == ["Karasu drained", *ENGLISH]
    assert document.title == "Karasu drained"
    assert document.published is None, "the day on which a file was made is not the day of publication"


def test_a_word_file_reads_with_its_changes_accepted(tmp_path: Path):
    made = builders.word_file(["The dam held."])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                change = (
                    "<w:del><w:r><w:delText>Nobody knew.</w:delText></w:r></w:del>"
                    "<w:ins><w:r><w:t> All knew.</w:t></w:r></w:ins>"
                )
                data = data.replace(b"The dam held.</w:t></w:r>", f"The dam held.</w:t></w:r>{change}".encode())
            new.writestr(name, data)
    assert only(tmp_path, "a.docx", out.getvalue()).text == "The dam held. All knew."


def test_an_open_document(tmp_path: Path):
    body = (
        '<text:h text:outline-level="1">Karasu drained</text:h>'
        "<text:tracked-changes><text:p>deleted words</text:p></text:tracked-changes>"
        '<text:p>The dam<text:s text:c="2"/>held<text:note><text:p>a note</text:p></text:note>, '
        "<text:span>Lee</text:span> said.</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    document = only(tmp_path, "a.odt", builders.open_document(body))
    assert document.text.split("\n\n") == ["Karasu drained", "The dam  held, Lee said.", "a\tb"]
    assert document.title == "Karasu drained"


def test_a_newsletter(tmp_path: Path):
    text = "View in browser: https://x.example\n\n" + "\n\n".join(ENGLISH) + "\n\nUnsubscribe here\n-- \nThe desk"
    document = only(tmp_path, "a.eml", builders.mail(text))
    assert document.text == "\n\n".join(ENGLISH)
    assert (document.title, document.outlet) == ("Karasu drained", "Ridge Post")
    assert (document.published, document.published_basis) == ("2026-03-03", "metadata")


def test_a_newsletter_in_html_only(tmp_path: Path):
    rows = "".join(f"<tr><td><p>{line}</p></td></tr>" for line in RUSSIAN)
    markup = f"<html><body><table>{rows}<tr><td>Отписаться от рассылки</td></tr></table></body></html>"
    document = only(tmp_path, "a.eml", builders.mail(markup=markup))
    for line in RUSSIAN:
        assert line in document.text
    assert "Отписаться" not in document.text


def test_every_mail_of_an_mbox_and_a_broken_one(tmp_path: Path):
    mails = [builders.mail("\n\n".join(ENGLISH)), builders.mail("\n\n".join(RUSSIAN)), b"\0\1 no mail at all\n"]
    data = b"\n".join(b"From x Mon Mar  2 10:00:00 2026\n" + one for one in mails)
    documents, refusals = opened(tmp_path, "a.mbox", data)
    assert [document.text for document in documents] == ["\n\n".join(ENGLISH), "\n\n".join(RUSSIAN)]
    assert [one.error.code for one in refusals] == ["mail-broken"]


def test_an_attached_article_is_read_too(tmp_path: Path):
    from email import message_from_bytes, policy

    message = message_from_bytes(builders.mail("\n\n".join(ENGLISH)), policy=policy.default)
    message.add_attachment(builders.word_file(RUSSIAN), maintype="application", subtype="x", filename="../../r.docx")  # type: ignore[attr-defined]
    documents, _ = opened(tmp_path, "a.eml", message.as_bytes())
    assert [document.text[:5] for document in documents] == [ENGLISH[0][:5], RUSSIAN[0][:5]]


def test_a_page_that_a_browser_saved(tmp_path: Path):
    lines = [
        "From: <Saved by Browser>",
        "Snapshot-Content-Location: https://ridgepost.example/karasu",
        "Subject: Karasu drained",
        "Date: Fri, 20 Nov 2026 10:00:00 +0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="cut"',
        "",
        "--cut",
        "Content-Type: text/html; charset=windows-1251",
        "Content-Transfer-Encoding: base64",
        "",
    ]
    import base64

    body = base64.encodebytes(builders.page(RUSSIAN).replace("utf-8", "windows-1251").encode("cp1251"))
    data = "\n".join(lines).encode() + b"\n" + body + b"--cut--\n"
    for name in ("a.mhtml", "a.eml", "a"):
        document = only(tmp_path, name, data)
        assert RUSSIAN[2] in document.text
        assert document.url == "https://ridgepost.example/karasu"
        assert document.published is None, "the day of saving is not the day of publication"


def test_a_page_saved_with_its_pictures_inside(tmp_path: Path):
    picture = "<img src='data:image/png;base64," + "A" * 6_000_000 + "'>"
    comment = (
        "<!--\n Page saved with SingleFile \n url: https://ridgepost.example/k \n saved date: Fri Nov 20 2026\n-->"
    )
    markup = builders.page(head=comment).replace("<article>", "<article>" + picture)
    document = only(tmp_path, "a.html", markup.encode())
    assert ENGLISH[0] in document.text
    assert document.url == "https://ridgepost.example/k"


CP1251 = builders.page(RUSSIAN).replace("utf-8", "windows-1251").encode("cp1251")
PAGES = [
    ("https://ridgepost.example/one", "text/html; charset=utf-8", builders.page().encode()),
    ("https://ridgepost.example/two", "text/html; charset=utf-8", CP1251),
    ("https://ridgepost.example/style.css", "text/css", b"body {}"),
    ("https://ridgepost.example/none", "text/html", b"<html><body></body></html>"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "packed"), [("a.warc.gz", True), ("a.warc", False)])
def test_a_web_archive(tmp_path: Path, name: str, packed: bool):
    path = tmp_path / name
    path.write_bytes(builders.warc(PAGES, gzip=packed))
    tally = Tally()
    found = list(open_any(path, tally=tally))
    documents = [one for one in found if isinstance(one, Document)]
    assert [document.url for document in documents] == [address for address, *_ in PAGES[:2]]
    assert ENGLISH[1] in documents[0].text
    assert RUSSIAN[1] in documents[1].text, "a page's own encoding where the server is wrong"
    assert {document.published for document in documents} == {None}, "the crawl's day is not the article's"
    assert tally.documents == 2
    assert tally.refused == {"no-article": 1}
    assert tally.passed_over["warc not a page"] == 1


def test_a_web_archive_that_breaks_off(tmp_path: Path):
    whole = builders.warc(PAGES[:1]) + builders.warc(PAGES[1:2])
    documents, refusals = opened(tmp_path, "a.warc.gz", whole[:-100])
    assert [document.url for document in documents][:1] == [PAGES[0][0]]
    assert len(documents) + len(refusals) >= 2


def test_a_collection_reads_the_pages_that_it_lists(tmp_path: Path):
    listed = "\n".join([json.dumps({"format": "json-pages-1.0"}), json.dumps({"url": PAGES[0][0]}), "{broken"])
    data = builders.zipped(
        {"archive/data.warc.gz": builders.warc(PAGES), "pages/pages.jsonl": listed, "datapackage.json": "{}"}
    )
    assert only(tmp_path, "a.wacz", data).url == PAGES[0][0]


def test_a_table_in_a_code_page(tmp_path: Path):
    rows = [
        "Заголовок;Дата;Источник;Текст",
        f'"Карасу";03.03.2026;Хребет;"{RUSSIAN[0]}\n{RUSSIAN[1]}"',
        ";;;",
        "a;b;c;",
    ]
    documents, refusals = opened(tmp_path, "a.csv", "\r\n".join(rows).encode("cp1251"))
    assert [(one.title, one.published, one.outlet) for one in documents] == [("Карасу", "2026-03-03", "Хребет")]
    assert documents[0].text == f"{RUSSIAN[0]}\n{RUSSIAN[1]}"
    assert [(one.where.rsplit(", ")[1], one.error.code) for one in refusals] == [("row 4", "empty")]


def test_a_table_whose_columns_the_user_names(tmp_path: Path):
    from sholu.sources.columns import Columns

    path = tmp_path / "a.tsv"
    path.write_text("w\tt\n" + ENGLISH[0] + "\tKarasu\n", "utf-8")
    assert [one.error.code for one in open_any(path) if isinstance(one, Refusal)] == ["column-missing"]
    (document,) = open_any(path, columns=Columns.parse(["text=w", "title=t"]))
    assert isinstance(document, Document)
    assert (document.text, document.title) == (ENGLISH[0], "Karasu")
    for wrong in ("text", "text=", "words=w"):
        with pytest.raises(InputError) as caught:
            Columns.parse([wrong])
        assert caught.value.code == "column-wrong"


def test_a_parquet_table(tmp_path: Path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"body": [ENGLISH[0], None], "date": ["2026-03-03", None], "n": [1, 2]}), path)
    found = list(open_any(path))
    assert isinstance(found[0], Document)
    assert (found[0].text, found[0].published) == (ENGLISH[0], "2026-03-03")
    assert isinstance(found[1], Refusal)
    assert found[1].error.code == "empty"


def test_articles_of_news_please(tmp_path: Path):
    article = {
        "maintext": ENGLISH[0],
        "title": "Karasu",
        "date_publish": "2026-03-03 10:00:00",
        "date_download": "2026-11-20 00:00:00",
        "source_domain": "www.ridgepost.example",
        "url": "https://ridgepost.example/k",
        "language": "en",
    }
    document = only(tmp_path, "a.json", json.dumps(article).encode())
    assert (document.outlet, document.published) == ("ridgepost.example", "2026-03-03")
    document = only(tmp_path, "b.json", json.dumps([article | {"date_publish": None}]).encode())
    assert document.published is None, "the day of download is not the day of publication"


def test_lists_of_gdelt_are_addresses(tmp_path: Path):
    from sholu.sources.gdelt import addresses

    answer = json.dumps({"articles": [{"url": "https://a.example/1", "seendate": "20260303T101500Z", "title": "T"}]})
    row = "\t".join(["1"] * 59 + ["20260303101500", "https://a.example/2"])
    assert refused(tmp_path, "a.json", answer.encode()) == "addresses-only"
    assert refused(tmp_path, "a.csv", row.encode()) == "addresses-only"
    found = [*addresses([answer]), *addresses([row + "\n", row + "\n", "short\n"])]
    assert [(one.url, one.seen) for one in found] == [
        ("https://a.example/1", "2026-03-03"),
        ("https://a.example/2", "2026-03-03"),
    ]


BOLD = {"type": "bold", "text": " Да."}
TELEGRAM = {
    "name": "Хребет",
    "type": "public_channel",
    "id": 12,
    "messages": [
        {"id": 1, "type": "service", "date": "2026-03-01T10:00:00", "text": ""},
        {"id": 2, "type": "message", "date": "2026-03-03T23:50:00", "text": [RUSSIAN[0], BOLD]},
        {"id": 3, "type": "message", "date": "2026-03-03T23:55:00", "text": "", "photo": "photos/x.jpg"},
        {"id": 4, "type": "message", "date": "2026-03-04T00:10:00", "text": {"no": "text"}},
    ],
}  # fmt: skip


def test_a_channel_of_telegram(tmp_path: Path):
    for data in (TELEGRAM, {"chats": {"list": [TELEGRAM]}}):
        documents, refusals = opened(tmp_path, "result.json", json.dumps(data).encode())
        assert [(one.id, one.text, one.outlet, one.published) for one in documents] == [
            ("telegram-12-2", RUSSIAN[0] + " Да.", "Хребет", "2026-03-03")
        ]
        assert [one.error.code for one in refusals] == ["message-broken"]


def test_a_channel_of_telegram_as_pages(tmp_path: Path):
    markup = (
        '<!DOCTYPE html><html><head><script src="js/script.js"></script></head><body><div class="page_wrap">'
        '<div class="page_header"><div class="content"><div class="text bold">Хребет</div></div></div>'
        '<div class="message service"><div class="body">3 March</div></div>'
        '<div class="message default clearfix" id="message2"><div class="body">'
        '<div class="pull_right date details" title="03.03.2026 23:50:00 UTC+05:00">23:50</div>'
        f'<div class="from_name">Хребет</div><div class="text">{RUSSIAN[0]}<br>Да.</div></div></div>'
        "</div></body></html>"
    )
    document = only(tmp_path, "messages.html", markup.encode())
    assert document.text == RUSSIAN[0] + "\nДа."
    assert (document.outlet, document.published) == ("Хребет", "2026-03-03")


MEMBERS = {
    "press/one.txt": ENGLISH[0].encode(),
    "../../etc/evil.txt": ENGLISH[1].encode(),
    "/abs/two.html": builders.page(RUSSIAN).encode(),
    "notes.xyz": b"no",
    "__MACOSX/press/._one.txt": b"\0\0",
}


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.xz"])
def test_archives_are_read_and_never_unpacked(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch):
    inside = tmp_path / "in" / "side"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    if name == "a.zip":
        data = builders.zipped(dict(MEMBERS))
    else:
        mode = {"a.tar": "w", "a.tar.gz": "w:gz", "a.tar.xz": "w:xz"}[name]
        data = builders.tarred(MEMBERS, links={"link.txt": "/etc/passwd"}, mode=mode)
    documents, refusals = opened(inside, name, data)
    assert [str(one.error) for one in refusals] == []
    assert [document.text.split("\n")[0] for document in documents] == [ENGLISH[0], ENGLISH[1], RUSSIAN[0]]
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [name]


def test_one_bad_member_does_not_cost_the_others(tmp_path: Path):
    data = builders.zipped({"a.docx": b"PK\x03\x04 nothing", "b.txt": ENGLISH[0], "c.pdf": b"%PDF-1.4 nothing"})
    documents, refusals = opened(tmp_path, "a.zip", data)
    assert [one.text for one in documents] == [ENGLISH[0]]
    assert [(one.where.rsplit("!")[1], one.error.code) for one in refusals] == [
        ("a.docx", "archive-broken"),
        ("c.pdf", "pdf-broken"),
    ]


def test_archives_in_archives_end_somewhere(tmp_path: Path):
    data = builders.tarred({"a.txt": ENGLISH[0].encode()}, mode="w")
    for _ in range(6):
        data = gzip.compress(data)
    assert refused(tmp_path, "a.gz", data) == "nested-deep"


ENTITIES = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
BLANK = b" " * 60_000_000


def encrypted_zip() -> bytes:
    data = bytearray(builders.zipped({"a.txt": "secret words"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + place
        data[at : at + 2] = struct.pack("<H", 1)
    return bytes(data)


def tar_of_zeros() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(BLANK)
        archive.addfile(info, io.BytesIO(BLANK))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("cut.zip", lambda: builders.zipped({"a.txt": "x" * 999})[:60], "archive-broken"),
        ("cut.docx", lambda: builders.word_file(ENGLISH)[:3000], "archive-broken"),
        ("cut.tar.gz", lambda: builders.tarred({"a.xyz": bytes(range(256)) * 99})[:120], "file-broken"),
        ("bomb.zip", lambda: builders.zipped({"a.txt": BLANK}), "bomb"),
        ("bomb.gz", lambda: gzip.compress(BLANK), "bomb"),
        ("bomb.tar.gz", tar_of_zeros, "bomb"),
        ("many.zip", lambda: builders.zipped({f"{n}.txt": BLANK[:15_000_000] for n in range(4)}), "bomb"),
        ("locked.zip", encrypted_zip, "encrypted"),
        ("locked.odt", lambda: builders.open_document("", encrypted=True), "encrypted"),
        ("sheet.ods", lambda: builders.open_document("", kind="spreadsheet"), "format-unknown"),
        ("empty.odt", lambda: builders.open_document(""), "empty"),
        ("empty.docx", lambda: builders.word_file([]), "empty"),
        ("other.zip", lambda: builders.zipped({"a.png": b"x"}), "archive-empty"),
        ("entities.docx", lambda: builders.zipped({"word/document.xml": ENTITIES}), "file-broken"),
        ("broken.odt", lambda: builders.open_document("<text:p>"), "file-broken"),
        ("broken.eml", lambda: b"no headers here\n\nno mail", "mail-broken"),
        ("pictures.eml", lambda: builders.mail(""), "mail-empty"),
        ("broken.mhtml", lambda: b"Content-Type: multipart/related\n\nnothing", "mhtml-broken"),
        ("broken.json", lambda: b'{"text": ', "json-broken"),
        ("deep.json", lambda: b"[" * 100_000, "json-broken"),
        ("other.json", lambda: b'{"a": 1}', "json-unknown"),
        ("number.json", lambda: b"3", "json-unknown"),
        ("old.doc", lambda: b"\xd0\xcf\x11\xe0" + bytes(999), "format-old"),
        ("old.rtf", lambda: b"{\\rtf1 text}", "format-old"),
        ("packed.7z", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(99), "format-unknown"),
        ("picture.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "binary"),
        ("broken.parquet", lambda: b"PAR1" + bytes(99), "file-broken"),
        ("broken.warc", lambda: b"WARC/1.0\r\nnothing", "warc-broken"),
        ("empty.txt", lambda: b"", "empty"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_no_article_has_a_reason(tmp_path: Path, name: str, data, code: str):
    documents, refusals = opened(tmp_path, name, data())
    if name == "many.zip":
        assert refusals[-1].error.code == code
        assert len(refusals) + len(documents) <= 3, "a bomb ends the reading"
        return
    assert documents == []
    assert [one.error.code for one in refusals] == [code], [str(one.error) for one in refusals]
    assert all(one.error.message and one.error.hint for one in refusals)


def test_a_wrong_ending_does_not_matter(tmp_path: Path):
    assert only(tmp_path, "a.pdf", builders.word_file(ENGLISH)).text == "\n\n".join(ENGLISH)
    assert ENGLISH[0] in only(tmp_path, "page", builders.page().encode()).text
    assert only(tmp_path, "a.zip", builders.mail("\n\n".join(ENGLISH))).title == "Karasu drained"


def test_one_file_as_one_document(tmp_path: Path):
    path = tmp_path / "a.docx"
    path.write_bytes(builders.word_file(ENGLISH))
    assert read_file(path, Given(outlet="Ridge Post")).outlet == "Ridge Post"
    (tmp_path / "a.zip").write_bytes(builders.zipped({"a.txt": ENGLISH[0], "b.txt": ENGLISH[1]}))
    (tmp_path / "b.zip").write_bytes(builders.zipped({"a.txt": b"\0\1\2" * 99}))
    for name, code in (("a.zip", "several"), ("b.zip", "binary")):
        with pytest.raises(InputError) as caught:
            read_file(tmp_path / name)
        assert caught.value.code == code


def test_a_budget_is_one_for_all_that_lies_inside():
    budget = Budget.of_size(10)
    budget.spend(20_000_000)
    with pytest.raises(InputError) as caught:
        budget.spend(11)
    assert caught.value.code == "bomb"


def test_furniture_of_an_outlet_goes_once_it_was_seen_thrice(tmp_path: Path):
    line = "The newsroom of the Ridge Post moved to Lake Street 12; readers are welcome from 9 to 18."
    pages = [
        (f"https://ridgepost.example/{n}", "text/html", builders.page([*story[:2], line]).encode())
        for n, story in enumerate(
            [ENGLISH, RUSSIAN, ENGLISH[1:], RUSSIAN[1:], [text.upper() for text in ENGLISH[:2]] + [""]]
        )
    ]
    documents, _ = opened(tmp_path, "a.warc.gz", builders.warc(pages))
    assert [line in document.text for document in documents] == [True, True, False, False, False]
    assert len({document.id for document in documents}) == 5
    texts = [json.dumps({"text": f"Story {n}.\n\n{line}", "url": "https://a.example/x"}) for n in range(5)]
    documents, _ = opened(tmp_path, "a.jsonl", "\n".join(texts).encode())
    assert all(line in document.text for document in documents), "texts that were given as texts stay as they are"


def test_a_damaged_web_archive_writes_nothing_to_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    whole = builders.warc(PAGES[:2], gzip=False).replace(b"ridgepost.example/two", b"ridgepost .example/\x1b[2Jtwo")
    opened(tmp_path, "a.warc", whole.replace(b"Content-Length: ", b"Content-Length: 1", 1))
    opened(tmp_path, "b.warc", whole)
    assert capfd.readouterr() == ("", "")
