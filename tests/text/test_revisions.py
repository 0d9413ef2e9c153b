# ruff: noqa: E501 (a case is clearer in one line)
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.samples import documents
from sholu.text.revisions import compare

OLD = (
    "Border guards seized 312 kilograms of hashish at Korday. Four people were detained.\n\n"
    "The driver denies everything. A court will hear the case in May."
)
NEW = (
    "Border guards seized 280 kilograms of hashish at Korday.\n\n"
    "A court will hear the case in May. The driver denies everything. The ministry has apologised for the mistake."
)


def test_what_was_withdrawn_changed_and_added():
    revision = compare(OLD, NEW)
    assert [(change.kind, change.before and change.before.of(OLD), change.after and change.after.of(NEW)) for change in revision.changes] == [
        ("changed", "Border guards seized 312 kilograms of hashish at Korday.", "Border guards seized 280 kilograms of hashish at Korday."),
        ("withdrawn", "Four people were detained.", None),
        ("added", None, "The ministry has apologised for the mistake."),
    ]  # fmt: skip
    assert [span.of(OLD) for span in revision.withdrawn] == ["312", "Four people were detained."]


def test_russian_and_kazakh():
    revision = compare("Задержаны четверо. Суд в мае.", "Задержаны трое. Суд в мае.")
    assert [span.of("Задержаны четверо. Суд в мае.") for span in revision.withdrawn] == ["четверо"]
    old = "Төрт адам ұсталды. Сот мамырда."
    assert [span.of(old) for span in compare(old, "Үш адам ұсталды. Сот мамырда.").withdrawn] == ["Төрт"]


def test_nothing_changes_from_a_text_to_itself():
    for document in documents():
        assert compare(document.text, document.text).changes == ()
        assert compare(document.text, document.text.replace("\n\n", "\n\n ")).withdrawn == ()


@given(st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=50, deadline=None)
def test_any_two_texts(old: str, new: str):
    revision = compare(old, new)
    for change in revision.changes:
        assert change.before is None or 0 <= change.before.start < change.before.end <= len(old)
        assert change.after is None or 0 <= change.after.start < change.after.end <= len(new)
    assert all(0 <= span.start < span.end <= len(old) for span in revision.withdrawn)
