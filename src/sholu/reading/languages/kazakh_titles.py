"""Kazakh titles with the endings that tie them to what they are of: "министр", "министрі", "министрдің"."""

from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_sounds, kazakh_voiced
from sholu.reading.languages.morphology import features


def possessed(title: str) -> str:
    """A title as it stands behind what it is of: "министр", "сыртқы істер министрі"."""
    if title.endswith(kazakh_endings("possessed")):
        return title  # "баспасөз хатшысы"
    hard, soft = kazakh_endings("owned")
    ending = soft if _is_soft(title, default=True) else hard
    title = title[:-1] + kazakh_voiced().get(title[-1], title[-1])
    own_hard, own_soft = kazakh_endings("possessed")
    if title[-1] in _vowels():
        return title + (own_soft if ending == soft else own_hard)
    return title + ending


def whose(title: str) -> str:
    """A title in the genitive without the possession that ties it to a body: "әкімінің" is "әкімнің"."""
    base = features("kk", title).lemma
    same = base[:-1] if base[-1] in kazakh_voiced() else base  # "бастық", "бастығының"
    if not title.startswith(same) or not title[len(base) :].startswith(kazakh_endings("possessed_genitive")):
        return title
    genitives = kazakh_endings("genitive")  # "-н", "-д" and "-т", each hard and soft
    if base[-1] in _vowels() | kazakh_sounds("nasal"):
        genitives = genitives[:2]
    elif base[-1] in kazakh_sounds("sonorous"):
        genitives = genitives[2:4]
    else:
        genitives = genitives[4:]
    return base + genitives[_is_soft(base, default=True)]


def named_plainly(words: list[str], loose: frozenset[str]) -> list[str]:
    """Words before a title without those that only join or point: "пен бас", "оның"."""
    while words and words[0] in loose:
        words = words[1:]
    return words


def _vowels() -> frozenset[str]:
    return kazakh_sounds("soft") | kazakh_sounds("hard")


def _is_soft(word: str, *, default: bool) -> bool:
    """Whether the last vowel of a word is a soft one."""
    return next((letter in kazakh_sounds("soft") for letter in reversed(word) if letter in _vowels()), default)
