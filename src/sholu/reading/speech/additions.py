"""How far the phrase that names a source reaches: names, abbreviations and additions in, days and places out."""

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.lexicon import office_words
from sholu.reading.speech.scene import Phrase, Scene
from sholu.text.sentences import Sentence

OPEN = frozenset({k.DETERMINER, k.NOUN, k.ADJECTIVE, k.NUMBER, k.RELATIVE, k.PARTICIPLE})
"""Kinds of words with which a source phrase or an addition to it begins."""
_LONGEST = 45  # tokens in a source phrase with its additions


def nearer(scene: Scene, head: Phrase, verb: int, sentence: Sentence) -> Phrase:
    """«В тот же день в интервью газете министр Иван Петров заявил»: who stands by name right before the verb."""
    last = verb - 1
    while last > head[1] and scene.kind(last) == k.ADVERB:
        last -= 1
    if head[1] >= last or any(scene.tokens[j].text in ",(" for j in range(head[1] + 1, last)):
        return head
    first = last + 1
    while first - 1 > head[1] and scene.tokens[first - 1].is_capitalised and scene.tokens[first - 1].text[-1] != ".":
        first -= 1
    name = tuple(scene.tokens[j].text for j in range(first, last + 1))
    if len(name) < _FULL_NAME or cases_of_name(name) != {"nom"}:
        return head
    while first - 1 > head[1] and _may_be_title(scene, first - 1):
        first -= 1
    return first, last


def _may_be_title(scene: Scene, i: int) -> bool:
    """Whether a word before a name in the nominative may say who it is: a noun or adjective of that case."""
    nominal = scene.kind(i) in (k.NOUN, k.ADJECTIVE) and scene.tokens[i].shape == "lower"
    forms = readings("ru", scene.tokens[i].lower) if nominal else ()
    return any(form.case == "nom" and form.number != "plural" for form in forms)


_FULL_NAME = 2  # words


def past_date(scene: Scene, head: Phrase) -> Phrase:
    """«13 августа министерство подтвердило»: the day is no part of the source."""
    first, last = head
    dated = scene.kind(first) == k.NUMBER and first + 1 < last
    return (first + 2, last) if dated and scene.tokens[first + 1].lower in scene.lexicon.occasions else head


def widened(scene: Scene, head: Phrase, verb: int, sentence: Sentence) -> Phrase:
    """The head with the additions between commas that stand before the verb."""
    last = verb - 1
    while last > head[1] and (scene.kind(last) in (k.ADVERB, k.AUXILIARY, k.INFINITIVE)):
        last -= 1
    if scene.tokens[last].text == "," and head[1] + 1 < last and scene.tokens[head[1] + 1].text == ",":
        aside = scene.lexicon.turns.at(scene.tokens, head[1] + 2, last)
        return head if aside is not None and aside.last == last - 1 else (head[0], last - 1)
    return head


def with_bracket(scene: Scene, head: Phrase, sentence: Sentence) -> Phrase:
    """«Служба надзора (СН) Киргизии»: the abbreviation in brackets and what follows it belong to the name."""
    opening = head[1] + 1
    if scene.language != "ru" or opening + 2 >= sentence.stop or scene.tokens[opening].text != "(":
        return head
    near = range(opening + 2, min(opening + 5, sentence.stop))
    closing = next((j for j in near if scene.tokens[j].text == ")"), None)
    if closing is None or scene.tokens[opening + 1].shape not in ("upper", "mixed"):
        return head
    following = closing + 1
    if following < sentence.stop and scene.tokens[following].is_capitalised:
        more = scene.chunks.phrase_starting(following)
        return head[0], more[1] if more else closing
    return head[0], closing


def without_occasion(scene: Scene, head: Phrase) -> Phrase:
    """Cut off where and when it was said: "said the minister in an interview on Monday"."""
    for j in range(head[0] + 1, head[1] + 1):
        if scene.kind(j) != k.PREPOSITION:
            continue
        phrase = scene.chunks.phrase_starting(j + 1)
        stop = phrase[1] if phrase else j
        name = scene.language == "ru" and scene.tokens[j - 1].shape == "title" and scene.tokens[j - 2].is_capitalised
        occasion = any(scene.tokens[i].lower in scene.lexicon.occasions for i in range(j + 1, min(stop, head[1]) + 1))
        if name or occasion:
            return head[0], j - 1
    last = head[1]
    while last > head[0] and scene.tokens[last].lower in scene.lexicon.occasions:
        last -= 1
    return head[0], last


def addition_end(scene: Scene, head: Phrase, sentence: Sentence, closed: bool) -> int:
    """The last token of ", head of Y" or ", who leads Y" after a name."""
    comma = head[1] + 1
    if comma + 1 >= sentence.stop or scene.tokens[comma].text != "," or scene.kind(comma + 1) not in OPEN:
        return head[1]
    relative = scene.kind(comma + 1) == k.RELATIVE
    if closed and _opens_clause(scene, comma + 1, sentence):
        return head[1]
    for j in range(comma + 1, min(sentence.stop, comma + _LONGEST)):
        text = scene.tokens[j].text
        if not scene.in_same_quote(scene.tokens[j].start, scene.tokens[comma].start):
            return head[1]
        if closed and text in ".;:":
            return head[1]
        if text == "," or text in ".;:":
            return j - 1 if j > comma + 1 else head[1]
        if not relative and scene.kind(j) in (k.VERB, k.AUXILIARY, k.CONJUNCTION) and scene.kind(j) != k.CONJUNCTION:
            return head[1]
    return head[1]


def _opens_clause(scene: Scene, first: int, sentence: Sentence) -> bool:
    """ "According to the service, the clash began ...": a definite phrase that says no office is the next subject."""
    if scene.language != "en" or scene.tokens[first].lower not in office_words("en").nominal_articles:
        return False
    titles = office_words("en").titles
    phrase = scene.chunks.phrase_starting(first)
    last = phrase[1] if phrase is not None else first
    return not any(titles.at(scene.tokens, j, sentence.stop) for j in range(first + 1, last + 1))
