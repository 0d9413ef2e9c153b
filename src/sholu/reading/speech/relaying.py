"""Words that came through somebody else: "The agency quoted X as saying that", «..., — цитирует мэра „Интерфакс“»."""

from dataclasses import replace

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import readings
from sholu.reading.speech import sources
from sholu.reading.speech.cues import Cue, verb_shapes
from sholu.reading.speech.left import after_break, leftwards
from sholu.reading.speech.making import made
from sholu.reading.speech.reach import to_end
from sholu.reading.speech.right import right_side
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.text.sentences import Sentence

RELAYED = "relayed"
"""The shape of such drafts: their form alone says who speaks and who passes it on."""
_PERSON = 14  # tokens between "quoted" and its "as"
_FEW = 3
_PAUSES = frozenset(",.;:!?()–—")


def is_relay(scene: Scene, cue: Cue) -> bool:
    """Whether a verb passes on what others have said."""
    if scene.language == "en":
        return scene.chunks.verb_base(cue.verb) in scene.lexicon.quoting
    return scene.tokens[cue.verb].lower in scene.lexicon.quoting


def relayed(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """The draft of a verb that passes words on, or of the "saying" behind it; None where it is built otherwise."""
    if scene.language == "en":
        return _quoted(scene, sentence, cue) if is_relay(scene, cue) else _saying(scene, sentence, cue)
    return _carried(scene, sentence, cue) if scene.language == "ru" and is_relay(scene, cue) else None


def names_quoted(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """English: "citing X as saying": what follows the verb are whom it quotes, and no words of theirs."""
    return scene.language == "en" and is_relay(scene, cue) and _as(scene, sentence, cue.verb) is not None


def _as(scene: Scene, sentence: Sentence, verb: int) -> int | None:
    """The token "as" of "quoted X as saying"."""
    for j in range(verb + 1, min(sentence.stop - 1, verb + _PERSON)):
        if scene.tokens[j].lower in scene.lexicon.quoting_as:
            return j if scene.kind(j + 1) in (k.GERUND, k.AUXILIARY) or verb_shapes(scene, j + 1) else None
        if scene.tokens[j].text in ".;:":
            return None
    return None


def _people(scene: Scene, sentence: Sentence, verb: int, link: int) -> tuple[Phrase, Phrase, Phrase | None] | None:
    """Who is quoted, whole and head, and who quotes them."""
    if scene.chunks.is_passive(verb):
        found = sources.before(scene, verb, sentence)
        return (*found, _by(scene, sentence, link)) if found else None
    head = scene.chunks.phrase_starting(verb + 1, long=True)
    quoting = sources.before(scene, verb, sentence)
    if head is None or head[1] >= link:
        return None
    return (head[0], link - 1), head, quoting[1] if quoting else None


def _by(scene: Scene, sentence: Sentence, link: int) -> Phrase | None:
    """ "was quoted by X as saying", "was quoted as saying by X": the phrase behind "by" nearest to "as"."""
    for j in (*range(link - 1, sentence.first, -1), *range(link + 1, min(link + _FEW + 1, sentence.stop - 1))):
        if scene.tokens[j].lower in scene.lexicon.passing_on:
            return scene.chunks.phrase_starting(j + 1, long=True)
    return None


def _quoted(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """ "“A,” the agency quoted X as saying", "“A,” X was quoted as saying by the agency"."""
    link = _as(scene, sentence, cue.verb)
    if link is None:
        return _quoting(scene, sentence, cue)
    found = _people(scene, sentence, cue.verb, link) if link is not None else None
    if found is None:
        return None
    source, head, carrier = found
    start = min(source[0], cue.words[0], carrier[0] if carrier and carrier[0] < cue.words[0] else cue.words[0])
    left = leftwards(scene, sentence, start - 1) if after_break(scene, sentence, start) else None
    if left is None or not (scene.closes_quote(start - 1) or _ends(scene, sentence, link, carrier)):
        return None
    draft = made(scene, sentence, cue, source, head, [left], "inverted")
    return replace(draft, shape=RELAYED, carrier=carrier) if draft else None


def _ends(scene: Scene, sentence: Sentence, link: int, carrier: Phrase | None) -> bool:
    """ "A, X was quoted as saying.", "A, X was quoted as saying by the agency.": whether nothing follows to be said."""
    last = carrier[1] if carrier is not None and carrier[0] > link else link + 1
    return all(scene.tokens[j].text in _PAUSES for j in range(last + 1, sentence.stop))


def _quoting(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """ "The agency quotes X: “A”": a person between the verb and a colon."""
    head = scene.chunks.phrase_starting(cue.verb + 1, long=True) if cue.verb + 1 < sentence.stop else None
    quoting = sources.before(scene, cue.verb, sentence)
    if head is None or quoting is None or head[1] + 2 >= sentence.stop or scene.chunks.is_passive(cue.verb):
        return None
    if scene.tokens[head[1] + 1].text != ":" or not scene.tokens[head[1]].is_capitalised:
        return None
    side = to_end(scene, sentence, head[1] + 2, "quote", cue)
    draft = made(scene, sentence, cue, head, head, [side], "quote") if side is not None else None
    return replace(draft, shape=RELAYED, carrier=quoting[1]) if draft else None


def _saying(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """ "The agency quoted X as saying that A"; "A, the agency learnt from X"."""
    if scene.chunks.verb_base(cue.verb) in scene.lexicon.hearing:
        return _learnt(scene, sentence, cue)
    if scene.kind(cue.verb) == k.VERB and scene.chunks.verb_base(cue.verb) in scene.lexicon.vouching_for:
        return _citing(scene, sentence, cue)
    link = cue.words[0] - 1
    if link <= sentence.first or scene.tokens[link].lower not in scene.lexicon.quoting_as:
        return None
    for verb in range(link - 1, max(sentence.first - 1, link - _PERSON), -1):
        if scene.chunks.verb_base(verb) not in scene.lexicon.quoting:
            continue
        found = _people(scene, sentence, verb, link)
        right = right_side(scene, sentence, cue)
        if found is None or right is None:
            return None
        source, head, carrier = found
        draft = made(scene, sentence, cue, source, head, [right], right.shape)
        return replace(draft, shape=RELAYED, carrier=carrier) if draft else None
    return None


def _citing(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """ "A, the agency reported citing X", "A, the agency reported, citing X as saying": X is the source."""
    behind = cue.words[1] + 1
    if behind < sentence.stop and scene.tokens[behind].text == ",":
        behind += 1
    match = scene.lexicon.citing.at(scene.tokens, behind, sentence.stop) if behind < sentence.stop else None
    cited = (
        scene.chunks.phrase_starting(match.last + 1, long=True) if match and match.last + 1 < sentence.stop else None
    )
    carrier = sources.before(scene, cue.verb, sentence) if cited is not None else None
    if cited is None or carrier is None or scene.chunks.is_passive(cue.verb) or not _may_be_cited(scene, cited):
        return None
    start = carrier[0][0]
    left = leftwards(scene, sentence, start - 1) if after_break(scene, sentence, start) else None
    draft = made(scene, sentence, cue, cited, cited, [left], "inverted") if left is not None else None
    return replace(draft, shape=RELAYED, carrier=carrier[1]) if draft else None


def _may_be_cited(scene: Scene, cited: Phrase) -> bool:
    return any(
        scene.tokens[j].is_capitalised or scene.tokens[j].lower in scene.lexicon.quotable | scene.lexicon.anonymous
        for j in range(cited[0], cited[1] + 1)
    )


def _learnt(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """ "A, the agency learnt from X", "The agency has learnt from X that A": X is the source."""
    behind = cue.words[1] + 1
    if behind + 1 >= sentence.stop or scene.tokens[behind].lower not in scene.lexicon.learning_from:
        return None
    carrier = sources.before(scene, cue.verb, sentence)
    found = sources.at(scene, behind + 1, sentence)
    if carrier is None or found is None or scene.chunks.is_passive(cue.verb):
        return None
    right = right_side(scene, sentence, cue)
    start = min(carrier[0][0], cue.words[0])
    left = leftwards(scene, sentence, start - 1) if after_break(scene, sentence, start) else None
    side = right if right is not None and right.shape == "that" else left
    if side is None:
        return None
    draft = made(scene, sentence, cue, *found, [side], side.shape)
    return replace(draft, shape=RELAYED, carrier=carrier[1]) if draft else None


def _carried(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """«„А“, — цитирует министра „Интерфакс“», «„А“, — приводит слова министра агентство»."""
    first = cue.words[1] + 1
    last = _stretch_end(scene, sentence, first)
    left = leftwards(scene, sentence, cue.words[0] - 1) if after_break(scene, sentence, cue.words[0]) else None
    plainly = scene.tokens[cue.verb].lower in scene.lexicon.quoting_plainly
    if left is None or last < first or not (plainly or _closes(scene, cue.words[0] - 1)):
        return None
    said = next((j for j in range(first, last + 1) if scene.tokens[j].lower in scene.lexicon.sayings), None)
    if said is None and scene.tokens[cue.verb].lower in scene.lexicon.vouching:
        return None  # «..., передаёт „Интерфакс“»
    source, carrier = _parted(scene, first, last, said)
    if source is None:
        return None
    draft = made(scene, sentence, cue, source, source, [left], "inverted")
    return replace(draft, shape=RELAYED, carrier=carrier) if draft else None


def _closes(scene: Scene, last: int) -> bool:
    """Whether a quotation ends before token `last`, a comma and a dash aside."""
    return any(scene.closes_quote(j) for j in range(max(0, last - _FEW + 1), last + 1))


def _stretch_end(scene: Scene, sentence: Sentence, first: int) -> int:
    """The last token before the mark that ends the clause; names in quotation marks are passed."""
    last = first - 1
    for j in range(first, sentence.stop):
        inside = scene.quote_over(scene.tokens[j].start) is not None
        broken = "\n" in scene.text[scene.tokens[j - 1].end : scene.tokens[j].start]
        if broken or (scene.tokens[j].text in _PAUSES and not inside):
            break
        last = j
    return last


def _parted(scene: Scene, first: int, last: int, said: int | None) -> tuple[Phrase | None, Phrase | None]:
    """Whose words are told, and who tells them: «слова министра агентство», «его „Интерфакс“», «газета министра».

    `said` is the noun for the words themselves.
    """
    owners = scene.chunks.grammar.words["owners"]
    if said is None and scene.tokens[first].lower in owners:
        return (first, first), (first + 1, last) if first < last else None
    if said is not None:
        if said > first and scene.tokens[said - 1].lower in owners:
            rest = (first, said - 2) if said - 1 > first else (said + 1, last)
            return (said - 1, said - 1), rest if rest[0] <= rest[1] else None
        if said > first:
            return (said + 1, last) if said < last else None, (first, said - 1)
        first = said + 1
    if first > last:
        return None, None
    if _carries(scene, first):
        end = _carrier_end(scene, first, last)
        return ((end + 1, last) if end < last else None), (first, end)
    split = next((j for j in range(first + 1, last + 1) if _carries(scene, j)), None)
    small = first < last and scene.kind(first + 1) == k.NOUN and scene.tokens[first + 1].shape == "lower"
    if split is None and small and scene.tokens[first].is_capitalised:
        return (first + 1, last), (first, first)  # «цитирует Интерфакс мэра Петрова»
    if split is None:
        return (first, last), None
    while split - 1 > first and scene.kind(split - 1) == k.ADJECTIVE and _is_nominative(scene, split - 1):
        split -= 1
    return (first, split - 1), (split, last)


def _carrier_end(scene: Scene, first: int, last: int) -> int:
    """The last token of an outlet that stands before those whose words it tells."""
    quoted = next((j for j in range(first, min(last, first + _FEW)) if scene.opens_quote(j)), None)
    if quoted is not None:
        quote = scene.quote_over(scene.tokens[quoted].start)
        return min(last, scene.page.token_range(quote.outer)[1] - 1) if quote is not None else last
    end = first
    while end < last and scene.tokens[end + 1].is_capitalised and scene.tokens[end].shape != "title":
        end += 1
    if end == first and end < last and scene.tokens[first].shape == "lower" and scene.tokens[first + 1].is_capitalised:
        end += 1  # «агентство ТАСС», «газета Коммерсант»
    return end


def _carries(scene: Scene, j: int) -> bool:
    """Whether an outlet begins here: a name in quotation marks, capitals, Latin letters, or the word for one."""
    token = scene.tokens[j]
    if scene.opens_quote(j) or (token.shape == "upper" and len(token.text) > 1 and "." not in token.text):
        return True
    return token.shape == "url" or (token.text[:1].isascii() and token.is_word) or token.lower in scene.lexicon.media


def _is_nominative(scene: Scene, j: int) -> bool:
    """Whether an adjective can stand in the nominative: «Русская служба»."""
    return any(form.case == "nom" for form in readings("ru", scene.tokens[j].lower))
