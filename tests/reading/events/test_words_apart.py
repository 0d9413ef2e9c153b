"""Russian verbs that name a deed together with a word elsewhere in their clause, and without it another or none."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _events(text: str) -> list[Event]:
    return find_events(Page(Document(text, published="2024-03-05"), "ru"), EntityIndex(), [])


@pytest.mark.parametrize(
    ("text", "type", "mode"),
    [
        ("Норландия ввела в город три роты.", "MOBILIZE", "troops"),
        ("Норландия подтянула к рубежу до 60 бронемашин.", "MOBILIZE", "weapons"),
        ("Страна перебросила к реке 400 жандармов.", "MOBILIZE", "police"),
        ("Стороны отведут с участка усиленные наряды.", "RETREAT", "withdraw"),
        ("Соседи вернули пастухам 43 овцы.", "RETREAT", "release"),
        ("Португалия отзывает из столицы 14 советников.", "SANCTION", "withdraw"),
        ("Рабочим урезали зарплату.", "SANCTION", "discontinue"),
        ("Двоих рабочих увезли в милицию.", "COERCE", "arrest"),
        ("Имущество банкира арестовано.", "COERCE", "seize"),
        ("Комиссия заблокировала на счетах терминала 38 млн евро.", "COERCE", "seize"),
        ("Концерн с марта задерживает получку.", "COERCE", "withhold"),
        ("На трёх участках бюллетени подкладывали пачками.", "COERCE", "misinformation"),
        ("Власти заблокировали в стране мессенджер.", "COERCE", "censor"),
        ("Протестующие побили в здании стёкла.", "PROTEST", "vandalize"),
        ("Профсоюз вывел на площадь две тысячи рабочих.", "PROTEST", "demo"),
        ("Удар по складу нанёс дрон.", "ASSAULT", "drone"),
        ("Полиция пустила против толпы газ.", "ASSAULT", "crowd-control"),
        ("Признание у него выбивали в изоляторе.", "ASSAULT", "torture"),
        ("Обвинение могут предъявить ещё двум чиновникам.", "CHARGE", None),
        ("Дело директора слушает районный суд.", "TRY", None),
        ("Мэр попросил у родителей прощения.", "CONCEDE", None),
        ("Министр просил у соседей воды.", "REQUEST", "assist"),
        ("Кредит под линию даст Азиатский банк.", "AID", None),
        ("Бухгалтеру вменяют хищение.", "CHARGE", None),
        ("Чабаны получили по пятнадцать суток ареста.", "SENTENCE", "prison"),
    ],
)
def test_a_verb_with_its_word_names_a_deed_wherever_the_two_stand(text: str, type: str, mode: str | None) -> None:
    assert (type, mode) in {(event.type, event.mode) for event in _events(text)}, _events(text)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Завод ввёл в строй три печи.", "MOBILIZE"),
        ("Двоих рабочих увезли в больницу.", "COERCE"),
        ("Министр вывел формулу успеха.", "PROTEST"),
        ("Учёные получили в лаборатории новый сплав.", "SENTENCE"),
        ("Хозяйка дала гостям хлеб.", "AID"),
        ("Театр задерживает премьеру.", "COERCE"),
        ("Экспорт зерна за январь вырос.", "COOPERATE"),
        ("Спасатели дежурят у реки.", "AID"),
        ("Двое прохожих ранены.", "ASSAULT"),
        ("Строители восстановили мост.", "PROTEST"),
        ("Депутаты освободили пенсионеров от налога.", "RETREAT"),
    ],
)
def test_without_it_the_verb_names_another_deed_or_none(text: str, type: str) -> None:
    assert type not in {event.type for event in _events(text)}, _events(text)


def test_a_comma_ends_the_clause_in_which_the_word_may_stand() -> None:
    assert not {event.type for event in _events("Завод ввёл новую линию, войска тут ни при чём.")} & {"MOBILIZE"}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Суд приговорил кассира к трём годам колонии.", "prison"),
        ("Суд приговорил кассира к трём годам условно.", None),
    ],
)
def test_a_suspended_sentence_is_no_prison(text: str, mode: str | None) -> None:
    (event,) = _events(text)
    assert (event.type, event.mode) == ("SENTENCE", mode)
