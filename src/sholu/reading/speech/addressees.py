"""Who was told before who tells: «сообщил „Утру“ источник», «рассказал Радио Нева житель села», «сказал ему мэр»."""

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import readings
from sholu.reading.speech.scene import Scene
from sholu.text.sentences import Sentence

_WORDS = 5  # in the name of an outlet
_NARROWING = frozenset({k.ADJECTIVE, k.PARTICIPLE, k.NUMBER})


def past_told(scene: Scene, first: int, sentence: Sentence) -> int:
    """The first token behind those who were told, from token `first` on; `first` itself where nobody was."""
    if scene.language != "ru" or first >= sentence.stop:
        return first
    token = scene.tokens[first]
    if first + 1 < sentence.stop and token.is_word and scene.tokens[first + 1].lower in scene.lexicon.told_media:
        return past_told(scene, first + 1, sentence)  # «Русской службе X»
    if token.lower in scene.lexicon.addressees:
        return _past_name(scene, first + 1, sentence) if token.lower in scene.lexicon.told_media else first + 1
    named = _past_name(scene, first, sentence)
    if named > first and _narrows(scene, named - 1):
        return first  # «Таджикская служба», no outlet and a service
    return named if named > first and _who_tells(scene, named, sentence) else first


def _narrows(scene: Scene, i: int) -> bool:
    """Whether a word may be an adjective in the nominative that goes with the noun behind it."""
    return any(form.part == "adjective" and form.case == "nom" for form in readings("ru", scene.tokens[i].lower))


def _past_name(scene: Scene, first: int, sentence: Sentence) -> int:
    """The first token behind a name in quotation marks, or behind words with a capital in one script."""
    if first >= sentence.stop:
        return first
    if scene.opens_quote(first):
        quote = scene.quote_over(scene.tokens[first].start)
        stop = scene.page.token_range(quote.outer)[1] if quote is not None else first
        return stop if stop - first <= _WORDS + 2 else first
    stop = first
    latin = scene.tokens[first].text[:1].isascii()
    while stop < min(sentence.stop, first + _WORDS) and _is_name_word(scene, stop, latin=latin):
        stop = _past_dots(scene, stop + 1, sentence)
    return stop


def _past_dots(scene: Scene, stop: int, sentence: Sentence) -> int:
    """The first token behind the rest of an address: "Nuska.media"."""
    tokens = scene.tokens
    while stop + 1 < sentence.stop and tokens[stop].text in ".-" and tokens[stop - 1].end == tokens[stop].start:
        if tokens[stop + 1].start != tokens[stop].end:
            break
        stop += 2
    return stop


def _is_name_word(scene: Scene, i: int, *, latin: bool) -> bool:
    token = scene.tokens[i]
    named = token.is_capitalised or token.shape == "url"
    return named and token.text[:1].isascii() == latin


def _who_tells(scene: Scene, first: int, sentence: Sentence) -> bool:
    """Whether a phrase in the nominative that is about a being or a body begins here: «... эксперт Иван Петров»."""
    if first >= sentence.stop or scene.tokens[first].shape != "lower":
        return False
    noun = first
    while noun < sentence.stop and scene.kind(noun) in _NARROWING:
        noun += 1
    if noun >= sentence.stop or scene.kind(noun) != k.NOUN:
        return False
    forms = [form for form in readings("ru", scene.tokens[noun].lower) if form.part == "noun" and form.case == "nom"]
    body = scene.lexicon.houses.at(scene.tokens, noun, noun + 1) is not None
    body = body or scene.tokens[noun].lower in scene.lexicon.faceless  # «сообщил ТАСС источник»
    return bool(forms) and (body or any(form.animate or not form.known for form in forms))
