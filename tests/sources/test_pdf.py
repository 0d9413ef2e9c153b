import io
from pathlib import Path

import pypdfium2
import pytest

from sholu.model.document import Document
from sholu.sources.item import Refusal
from sholu.sources.opening import open_any
from tests.sources.builders import pdf, set_lines
from tests.sources.test_opening import only, refused

LEFT = [
    "The reservoir above Karasu was",
    "drained on Monday, the water com-",
    "mittee said. Its head told journal-",
    "ists that homes would be dry.",
    "    A second paragraph begins with",
    "an indent and runs on until the end",
    "of this column, where it is cut and",
]
RIGHT = [
    "goes on at the top of the next one.",
    "Farmers downstream had asked for",
    "the work to wait until the harvest",
    "was in. The south-east of the dis-",
    "trict is dry. In the south-east it has",
    "not rained. In the south-",
    "east nobody sows.",
]
OTHER = [
    "Bread will cost more, the bakers",
    "of the town said on Tuesday, and",
    "asked the council for cheaper flour.",
]


def page(number: int, *, left: list[str] = LEFT, right: list[str] = RIGHT) -> list[tuple[float, float, float, str]]:
    return [
        (60, 30, 8, f"Ridge Post, 3 March 2026, page {number}"),
        (60, 60, 20, ("A dam is drained", "Nobody sows this year")[number - 1]),
        *set_lines([line.strip() for line in left], left=60, top=110),
        *set_lines(right, left=320, top=110),
        (290, 800, 8, str(number)),
    ]


def test_columns_are_read_one_after_the_other(tmp_path: Path):
    text = only(tmp_path, "a.pdf", pdf([page(1), page(2, left=OTHER, right=OTHER[::-1])])).text
    assert "water committee said. Its head told journalists that homes" in text
    assert "where it is cut and goes on at the top of the next one. Farmers" in text
    assert "In the south-east nobody sows" in text, "a hyphen that the word has elsewhere stays"
    assert "Ridge Post" not in text
    assert text.startswith("A dam is drained\n\nThe reservoir")
    assert text.index("A dam") < text.index("east nobody sows") < text.index("Nobody sows") < text.index("Bread")


def test_one_column_is_one_column(tmp_path: Path):
    lines = [
        "The council met on Monday in the town hall of Karasu and spoke about the water",
        "that is missing since March. Nobody came.",
    ]
    again = ["A new paragraph stands lower on the page, after a line of white, and it is long", "enough for two lines."]
    words = set_lines(lines, left=60, top=100) + set_lines(again, left=60, top=145)
    assert only(tmp_path, "a.pdf", pdf([words])).text.split("\n\n") == [" ".join(lines), " ".join(again)]


def test_cells_of_a_table_are_read_row_by_row(tmp_path: Path):
    words = set_lines(["The output of the mines by year, in thousand tons, as reported on Monday."], left=60, top=100)
    for row, (year, tons) in enumerate([("2023", "140"), ("2024", "155"), ("2025", "149")]):
        words += [(60, 140 + row * 13, 10, year), (300, 140 + row * 13, 10, tons)]
    text = only(tmp_path, "a.pdf", pdf([words])).text
    assert "2023 140" in text
    assert "2025 149" in text


def test_cyrillic(tmp_path: Path):
    lines = ["Водохранилище над Карасу спу-", "стили в понедельник, сообщила", "Дана Оразова. Қала сусыз қалды."]
    assert only(tmp_path, "a.pdf", pdf([set_lines(lines, left=60, top=100)])).text == (
        "Водохранилище над Карасу спустили в понедельник, сообщила Дана Оразова. Қала сусыз қалды."
    )


def test_no_date_is_taken_from_the_properties(tmp_path: Path):
    data = pdf([page(1)], extra="/Info << /CreationDate (D:20261120000000Z) /Title (Microsoft Word - x.doc) >>")
    document = only(tmp_path, "a.pdf", data)
    assert (document.published, document.title) == (None, None)


def locked() -> bytes:
    return pdf(
        [page(1)],
        extra=f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'11' * 32}> >> /ID [<00> <00>]",
    )


def blank() -> bytes:
    made = pypdfium2.PdfDocument.new()
    made.new_page(595, 842)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (blank, "pdf-no-text"),
        (lambda: pdf([set_lines(["Page 1"], left=60, top=60)]), "pdf-no-text"),
        (locked, "encrypted"),
        (lambda: b"%PDF-1.7\nnothing", "pdf-broken"),
        (lambda: pdf([set_lines(["x"], left=60, top=60)] * 501), "pdf-many-pages"),
    ],
)
def test_what_cannot_be_read_has_a_reason(tmp_path: Path, data, code: str):
    assert refused(tmp_path, "a.pdf", data()) == code


def test_a_damaged_file_never_raises(tmp_path: Path):
    whole = pdf([page(1)])
    for cut in range(0, len(whole), 97):
        path = tmp_path / "a.pdf"
        path.write_bytes(whole[:cut] + whole[cut + 40 :])
        for found in open_any(path):
            assert isinstance(found, Document | Refusal)
