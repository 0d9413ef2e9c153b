"""What somebody or something is called: "branded it a farce", «назвал отчёт выдумкой», «расценил это как угрозу»."""

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import readings
from sholu.reading.speech import sources
from sholu.reading.speech.content import settled
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.text.sentences import Sentence

_FAR = 10  # tokens between the verb and the name
_LONGEST = 8  # tokens of the name
_STOPS = frozenset(",;:.!?()–—-")
_CONFIDENCE = 0.8


def named_drafts(scene: Scene, sentence: Sentence) -> list[Draft]:
    """The names and descriptions that a sentence says somebody gives."""
    if scene.language == "kk":
        return []
    verbs = (i for i in range(sentence.first, sentence.stop) if _names(scene, i))
    return [draft for verb in verbs if (draft := _draft(scene, sentence, verb)) is not None]


def _names(scene: Scene, i: int) -> bool:
    """Whether the token is a verb that gives a name or a description."""
    known = scene.lexicon.naming | scene.lexicon.naming_as
    if scene.language == "ru":
        return scene.tokens[i].lower in known
    if scene.chunks.verb_base(i) not in known:
        return False
    return _is_by(scene, i + 1) or (scene.kind(i) in (k.VERB, k.GERUND) and not scene.chunks.is_passive(i))


def _is_by(scene: Scene, i: int) -> bool:
    """English: "an offer dismissed by the unions as paltry"."""
    return scene.language == "en" and i < len(scene.tokens) and scene.tokens[i].lower in scene.lexicon.passing_on


def _named_by(scene: Scene, sentence: Sentence, verb: int) -> tuple[Phrase, Phrase] | None:
    named = scene.chunks.phrase_starting(verb + 2, long=True) if verb + 2 < sentence.stop else None
    return (named, named) if named is not None else None


def _draft(scene: Scene, sentence: Sentence, verb: int) -> Draft | None:
    first = _english_name(scene, sentence, verb) if scene.language == "en" else _name(scene, sentence, verb)
    namer = _named_by if _is_by(scene, verb + 1) else _namer
    found = namer(scene, sentence, verb) if first is not None else None
    if first is None or found is None or scene.quote_over(scene.tokens[verb].start) is not None:
        return None
    last = _last(scene, sentence, first)
    if last is None:
        return None
    content = settled(scene, scene.tokens[first].start, scene.tokens[last].end)
    return Draft((verb, verb), *found, content, _CONFIDENCE, sentence.i, "naming") if content else None


def _namer(scene: Scene, sentence: Sentence, verb: int) -> tuple[Phrase, Phrase] | None:
    """Who gives the name: in Russian not the thing right before the verb, «мэр такие слухи назвал выдумкой»."""
    found = sources.before(scene, verb, sentence)
    if found is None or scene.language != "ru" or found[1][0] <= sentence.first or found[1][1] != verb - 1:
        return found
    forms = [form for form in readings("ru", scene.tokens[verb - 1].lower) if form.part == "noun"]
    thing = forms and all(form.known and not form.animate for form in forms) and any(f.case == "acc" for f in forms)
    body = scene.lexicon.houses.at(scene.tokens, verb - 1, verb) is not None or scene.tokens[verb - 1].is_capitalised
    earlier = sources.before(scene, found[1][0], sentence) if thing and not body else None
    return earlier or found


def _last(scene: Scene, sentence: Sentence, first: int) -> int | None:
    """The last token of a description; None for one so long that it tells rather than names."""
    if scene.opens_quote(first):
        quote = scene.quote_over(scene.tokens[first].start)
        return scene.page.token_range(quote.outer)[1] - 1 if quote is not None else None
    last = first
    while last + 1 < sentence.stop and not _ends(scene, last + 1):
        last += 1
        if last - first >= _LONGEST:
            return last if scene.language == "ru" else None
    return last


def _english_name(scene: Scene, sentence: Sentence, verb: int) -> int | None:
    """The first word behind "as", or behind the noun phrase that is described: "found him stiff"."""
    base = scene.chunks.verb_base(verb)
    stop = min(sentence.stop, verb + _FAR)
    if base in scene.lexicon.naming_as:
        for j in range(verb + 2, stop):
            if scene.tokens[j].text in _STOPS or scene.quote_over(scene.tokens[j].start) is not None:
                break
            if scene.tokens[j].lower == "as" and j + 1 < sentence.stop and scene.kind(j + 1) not in (k.PRONOUN, k.VERB):
                return j + 1
    if base not in scene.lexicon.naming or verb + 1 >= sentence.stop:
        return None
    named = scene.chunks.phrase_starting(verb + 1)
    first = named[1] + 1 if named is not None else stop
    if named is not None and named[1] > named[0] and scene.kind(named[1]) == k.ADJECTIVE:
        first = named[1]  # "the plan reckless"
    if first >= stop or scene.tokens[first].lower in scene.lexicon.verdicts:
        return None
    opens = scene.opens_quote(first) or scene.kind(first) in (k.DETERMINER, k.ADJECTIVE)
    return first if opens else None


def _name(scene: Scene, sentence: Sentence, verb: int) -> int | None:
    """The first word in the instrumental behind the verb, or behind «как», before any mark."""
    how = scene.tokens[verb].lower in scene.lexicon.naming_as
    for j in range(verb + 1, min(sentence.stop, verb + _FAR)):
        if how:
            if scene.tokens[j].text in _STOPS:
                return None
            if scene.tokens[j].lower in scene.lexicon.quoting_openers and j + 1 < sentence.stop:
                return j + 1
            continue
        if scene.opens_quote(j) and _is_instrumental(scene, j + 1):
            return j
        if scene.tokens[j].text in _STOPS or scene.opens_quote(j) or scene.kind(j) == k.PREPOSITION:
            return None
        if _is_instrumental(scene, j):
            return _with_adjectives(scene, j, verb)
    return None


def _is_instrumental(scene: Scene, j: int) -> bool:
    """Russian: whether a small word can be in the instrumental, and in no case of a subject or an object."""
    if j >= len(scene.tokens) or scene.tokens[j].shape != "lower":
        return False
    cases = {form.case for form in readings("ru", scene.tokens[j].lower)}
    return "ins" in cases and not cases & {"nom", "acc"}


def _with_adjectives(scene: Scene, noun: int, verb: int) -> int:
    """«пустой выдумкой»: an adjective that may be of another case, too, goes with its noun."""
    first = noun
    while first - 1 > verb and scene.kind(first - 1) == k.ADJECTIVE:
        if all(form.case != "ins" for form in readings("ru", scene.tokens[first - 1].lower)):
            break
        first -= 1
    return first


def _ends(scene: Scene, j: int) -> bool:
    return scene.tokens[j].text in _STOPS or scene.kind(j) in (k.CONJUNCTION, k.VERB, k.AUXILIARY)
