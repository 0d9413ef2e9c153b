import pytest

from sholu.text.language import detect


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The government said on Monday it would cut spending."),
        ("ru", "Правительство сообщило в понедельник о сокращении расходов."),
        ("kk", "Үкімет дүйсенбі күні шығындарды қысқартатынын мәлімдеді."),
        ("ky", "Өкмөт дүйшөмбү күнү чыгымдарды кыскарта турганын билдирди."),
        ("uz", "Ҳукумат душанба куни харажатларни қисқартиришини маълум қилди."),
        ("uz", "Hukumat dushanba kuni xarajatlarni qisqartirishini ma'lum qildi."),
        ("tg", "Ҳукумат рӯзи душанбе гуфт, ки хароҷотро кам мекунад."),
        ("uk", "Уряд повідомив у понеділок про скорочення видатків."),
        ("ru", "Программу «Жаңа Қазақстан» представили в министерстве обороны, сообщили там же журналистам."),
        ("und", "12 34 !!"),
    ],
)
def test_language(tag: str, text: str):
    assert detect(text).tag == tag
