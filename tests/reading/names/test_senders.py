"""Who sends a report, by the head of it; the agencies are invented."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import make_reader

NEWS = "Border guards met on Monday, the ministry said."
RUSSIAN = "В понедельник встретились пограничники, сообщили в министерстве."


def _outlets(text: str) -> list[tuple[str, str | None]]:
    read = make_reader(engine="exact").read(Document(text, published="2024-03-05"))
    return [(entity.name, entity.country) for entity in read.entities if entity.kind == "outlet"]


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        (f"BISHKEK (XNA) – {NEWS}", "XNA"),
        (f"BISHKEK, March 4 (Zhorga) -- {NEWS}", "Zhorga"),
        (f"Bishkek, March 4 /Zhorga/. {NEWS}", "Zhorga"),
        (f"Talks at the border\n\nBISHKEK, Kyrgyzstan (XNA) — {NEWS}", "XNA"),
        (f"Bishkek, Kyrgyzstan, March 4\n\nBy Ann Leeson– Zhorga:\n\n{NEWS}", "Zhorga"),
        (f"БИШКЕК, 4 марта - Жорга-Ош. {RUSSIAN}", "Жорга-Ош"),
        (f"Бишкек, 4 марта /Жорга/. {RUSSIAN}", "Жорга"),
        (f"БИШКЕК (ЖНА) - {RUSSIAN}", "ЖНА"),
    ],
)
def test_the_head_of_a_report_names_its_sender(text: str, sender: str) -> None:
    assert _outlets(text) == [(sender, None)]


@pytest.mark.parametrize(
    "text",
    [
        f"BISHKEK (Kyrgyzstan) – {NEWS}",
        f"Bishkek (May 4) – {NEWS}",
        f"Bishkek (Ann Leeson) – {NEWS}",
        "Bishkek police (UIM) - that is what they are called - said nothing.",
        "Bishkek is large (XNA) – so they say.",
        "БИШКЕК - Столица. Город, в котором живут люди.",
    ],
)
def test_what_stands_in_other_brackets_sends_nothing(text: str) -> None:
    assert _outlets(text) == []


def test_a_sender_named_again_is_one_outlet() -> None:
    assert _outlets(f"BISHKEK (XNA) – {NEWS} The minister told XNA that talks would go on.") == [("XNA", None)]
