"""How surely a Russian deed is stated: what governs a verb, from before it and from behind."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _events(text: str) -> list[Event]:
    return find_events(Page(Document(text, published="2024-03-05"), "ru"), EntityIndex(), [])


@pytest.mark.parametrize(
    ("text", "type", "modality", "polarity"),
    [
        ("Пекин, возможно, заморозит кредит Исламабаду.", "SANCTION", "possible", "affirmed"),
        ("Советника акима, вероятно, назначат главой района.", "TAKE_OFFICE", "possible", "affirmed"),
        ("Увольнять его никто не собирается.", "LEAVE_OFFICE", "planned", "negated"),
        ("Комендантский час власти вводить не будут.", "COERCE", "planned", "negated"),
        ("Ограничить въезд в город власти всё же намерены.", "COERCE", "planned", "affirmed"),
        ("Если комиссия откажет, партия пойдёт в суд.", "ACCUSE", "conditional", "affirmed"),
        ("Уже на следующий день армия обстреляла деревни.", "ASSAULT", "actual", "affirmed"),
        ("Накануне пенсионеры вышли на площадь.", "PROTEST", "actual", "affirmed"),
        ("Просьбу о доступе к плотине обе делегации отклонили.", "REJECT", "actual", "affirmed"),
        ("Шестерых подозреваемых задержали к полудню.", "COERCE", "actual", "affirmed"),
        ("Депутаты потребовали, чтобы полиция освободила журналиста.", "RETREAT", "demanded", "affirmed"),
        ("Источник не исключил, что ведомство подаст кассацию.", "ACCUSE", "possible", "affirmed"),
        ("Адвокат утверждает, будто пограничники избили водителя.", "ASSAULT", "alleged", "affirmed"),
        ("Министр отрицает, что полицейские избили студента.", "ASSAULT", "actual", "negated"),
        ("Он не сказал, что полиция арестовала директора.", "COERCE", "actual", "affirmed"),
        ("Вкладчики тем не менее вышли с плакатами к банку.", "PROTEST", "actual", "affirmed"),
        ("Полтораста женщин блокируют трассу на Ташкент.", "PROTEST", "actual", "affirmed"),
        ("Спикер завтра вылетает в Брюссель.", "CONSULT", "planned", "affirmed"),
        ("Министр внёс в парламент проект бюджета.", "LEGISLATE", "planned", "affirmed"),
        ("Парламент принял проект бюджета.", "LEGISLATE", "actual", "affirmed"),
        ("Войска в город никто не вводил.", "MOBILIZE", "actual", "negated"),
    ],
)
def test_what_governs_a_verb_tells_how_sure_it_is(text: str, type: str, modality: str, polarity: str) -> None:
    found = [event for event in _events(text) if event.type == type]
    assert [(event.modality, event.polarity) for event in found] == [(modality, polarity)], _events(text)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Министр пригрозил отозвать лицензию.", ["THREATEN"]),
        ("Жители пообещали рабочим вернуть деньги.", ["AGREE"]),
        ("Суд отказался отпустить банкира.", ["REJECT"]),
        ("Если власти не снимут запрет, рынок закроют.", ["COERCE"]),
        ("Министерству надо закрыть рынок.", []),
        ("Министр отозвал у завода лицензию.", ["SANCTION"]),
    ],
)
def test_what_is_threatened_promised_advised_or_a_condition_is_no_deed(text: str, types: list[str]) -> None:
    assert [event.type for event in _events(text)] == types, _events(text)
