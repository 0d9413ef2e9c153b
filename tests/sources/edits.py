"""Copies of an article as other outlets print them, and later versions: edits of graded strength."""

import random
import re
from collections.abc import Callable

CREDIT = {"en": "(Source: Ridge Post)", "ru": "Источник: «Хребет»", "kk": "Дереккөз: «Жота»"}
LEAD = {
    "en": "The story has been the talk of the town since Monday, and officials have kept it short.",
    "ru": "Об этой истории говорят с понедельника, а чиновники ограничиваются короткими ответами.",
    "kk": "Бұл оқиға туралы дүйсенбіден бері айтылып жатыр, ал шенеуніктер қысқа жауаппен шектелуде.",
}

Edit = Callable[[str, str, random.Random], str]


def credited(text: str, language: str, chance: random.Random) -> str:
    """The agency's name at the end."""
    return f"{text}\n\n{CREDIT[language]}"


def headed(text: str, language: str, chance: random.Random) -> str:
    """Another headline above."""
    words = text.split()
    chance.shuffle(words)
    return " ".join(words[:8]).capitalize() + "\n\n" + text


def updated(text: str, language: str, chance: random.Random) -> str:
    """Every figure another one."""
    return re.sub(r"\d+", lambda match: str(int(match.group()) + chance.randint(1, 40)), text)


def led(text: str, language: str, chance: random.Random) -> str:
    """A new first paragraph in the place of the old one."""
    rest = text.split("\n\n")[1:]
    return "\n\n".join([LEAD[language], *rest])


def cut(text: str, language: str, chance: random.Random) -> str:
    """The last third left out."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return " ".join(sentences[: max(2, len(sentences) * 2 // 3)])


def halved(text: str, language: str, chance: random.Random) -> str:
    """The second half left out."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return " ".join(sentences[: max(2, len(sentences) // 2)])


def polished(text: str, language: str, chance: random.Random) -> str:
    """One word in twenty another, one in forty left out."""
    out = []
    for word in text.split(" "):
        draw = chance.random()
        if draw > 0.025:
            out.append(word if draw > 0.075 else chance.choice(text.split()))
    return " ".join(out)


def reworked(text: str, language: str, chance: random.Random) -> str:
    """A new lead, other figures, a third cut, a credit."""
    return credited(cut(updated(led(text, language, chance), language, chance), language, chance), language, chance)


EDITS: tuple[Edit, ...] = (credited, headed, updated, led, cut, halved, polished, reworked)
