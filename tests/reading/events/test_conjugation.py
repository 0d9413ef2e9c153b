import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.reading.events.conjugation import conjugated, verb_forms


@pytest.mark.parametrize(
    ("past", "forms"),
    [
        ("тұтқындады", ("тұтқындаған", "тұтқындап", "тұтқындайды", "тұтқындамақ", "тұтқындағанын", "тұтқындамады")),
        ("босатты", ("босатқан", "босатып", "босатады", "босатпақ", "босатпады", "босатуы", "босататынын")),
        ("тексерді", ("тексерген", "тексеріп", "тексереді", "тексермек", "тексергенін")),
        ("жапты", ("жапқан", "жауып", "жабады", "жаппақ", "жабуы")),
        ("шықты", ("шыққан", "шығып", "шығады", "шықпақ", "шықпай")),
        ("қойды", ("қойған", "қойып", "қояды", "қоюы", "қоймақ")),
        ("кетті", ("кеткен", "кетіп", "кетеді", "кетпек", "кеткенін")),
    ],
)
def test_the_past_tells_the_other_forms(past: str, forms: tuple[str, ...]) -> None:
    assert set(forms) <= set(verb_forms(past, "kk"))


@pytest.mark.parametrize(("word", "tag"), [("ереуіл", "kk"), ("ды", "kk"), ("отверг", "ru"), ("арестовал", "ru")])
def test_what_is_no_kazakh_past_has_none(word: str, tag: str) -> None:
    assert verb_forms(word, tag) == ()
    assert conjugated(word, tag) == [word]


def test_a_pattern_is_conjugated_at_its_end_and_linked_to_verbs_behind() -> None:
    whole, converb, serial = conjugated("іс қозғады", "kk")
    assert whole.startswith("іс (қозғады|")
    assert "|қозғаған|" in whole
    assert converb.startswith("іс қозғап (")
    assert "|жатыр|" in converb
    assert serial.startswith("іс қозғай (бастады|")


def test_every_verb_of_a_choice_at_the_end_is_conjugated_with_what_stands_before_it() -> None:
    found = conjugated("(жолды|көпірді) *? (жапты|бөгеп тастады|жабық)", "kk")
    shut, converb, serial, blocked, *_ = found
    assert shut.startswith("(жолды|көпірді) *? (жапты|жапқан|")
    assert "|жауып|" in shut
    assert shut.endswith("|жабық)")
    assert converb.startswith("(жолды|көпірді) *? жауып (")
    assert serial.startswith("(жолды|көпірді) *? жаба (бастады|")
    assert blocked.startswith("(жолды|көпірді) *? бөгеп (тастады|тастаған|")


def test_a_choice_of_words_that_are_no_verbs_stays_as_it_is() -> None:
    assert conjugated("жаппай (тәртіпсіздік|көтеріліс)", "kk") == ["жаппай (тәртіпсіздік|көтеріліс)"]
    assert conjugated("(іс|істі) (қозғады|жапты)", "ru") == ["(іс|істі) (қозғады|жапты)"]


def test_a_form_that_the_data_list_themselves_is_left_to_them() -> None:
    (whole, *_) = conjugated("қабылдады", "kk", {"қабылдамады"})
    assert "|қабылдамады|" not in whole
    assert "қабылдамаған" in whole


@given(st.text("абгдежзйклмнопрстуіңғүұқөһәыя", max_size=12))
def test_any_word_has_forms_without_repetition_and_without_itself(word: str) -> None:
    forms = verb_forms(word, "kk")
    assert len(set(forms)) == len(forms)
    assert word not in forms
    assert all(form.isalpha() for form in forms)
