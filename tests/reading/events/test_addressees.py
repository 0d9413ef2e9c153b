import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _events(text: str, tag: str = "en", *, bodies: tuple[str, ...] = ()) -> list[Event]:
    entities = EntityIndex()
    for name in bodies:
        start = text.index(name)
        entities.add("organisation", name, [Mention(start, start + len(name))])
    return find_events(Page(Document(text, published="2024-03-05"), tag), entities, [])


def _recipients(event: Event) -> list[str]:
    return [role.text for role in event.recipients]


@pytest.mark.parametrize(
    ("tag", "text", "type", "recipient"),
    [
        ("en", "Miners blocked the road. The minister promised to raise their pay.", "AGREE", "Miners"),
        ("en", "Three hundred miners rallied in Osh. Police used tear gas.", "ASSAULT", "Three hundred miners"),
        ("en", "Prosecutors charged the minister with fraud. The trial will open in May.", "TRY", "the minister"),
        ("en", "The Supreme Court jailed the editor. The union hailed the ruling.", "SUPPORT", "The Supreme Court"),
        ("ru", "Горняки перекрыли трассу. Министр пообещал поднять зарплату.", "AGREE", "Горняки"),
        ("ru", "Суд приговорил редактора к трём годам. Адвокат намерен обжаловать приговор.", "ACCUSE", "Суд"),
        ("kk", "Кеншілер ереуілге шықты. Министр жалақыны көтеруге уәде берді.", "AGREE", "Кеншілер"),
    ],
)
def test_a_deed_is_done_to_those_whom_the_sentences_before_name(tag: str, text: str, type: str, recipient: str) -> None:
    answer = next(event for event in _events(text, tag) if event.type == type)
    assert recipient in _recipients(answer)


def test_whoever_is_named_in_the_sentence_needs_nobody_from_before() -> None:
    *_, agreed = _events("Miners blocked the road. The minister promised teachers a rise.")
    assert (agreed.type, _recipients(agreed)) == ("AGREE", ["teachers"])


def test_nobody_answers_himself() -> None:
    *_, agreed = _events("The union demanded new talks. The union agreed to wait.")
    assert "The union" not in _recipients(agreed)


@pytest.mark.parametrize(("between", "answered"), [("", True), ("It rained. ", False)])
def test_only_the_sentence_before_is_answered(between: str, answered: bool) -> None:
    *_, agreed = _events(f"Miners blocked the road. {between}The minister promised to raise their pay.")
    assert (agreed.type, "Miners" in _recipients(agreed)) == ("AGREE", answered)


def test_nobody_is_punished_for_what_others_were_punished_for() -> None:
    *_, revoked = _events("The agency fined the union. The ministry revoked two licences.")
    assert (revoked.type, "the union" in _recipients(revoked)) == ("SANCTION", False)


def test_a_body_that_protests_does_not_protest_against_itself() -> None:
    (event,) = _events("Osh Textile went on strike.", bodies=("Osh Textile",))
    assert _recipients(event) == []
