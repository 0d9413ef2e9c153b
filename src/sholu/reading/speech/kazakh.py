"""Kazakh reported speech: the content stands before "деп" or "деді", the source before it or behind the verb."""

from collections.abc import Iterator, Set

from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.kazakh_data import kazakh_endings
from sholu.reading.languages.morphology import features
from sholu.reading.speech.content import settled
from sholu.reading.speech.cues import Cue, find_cues, verb_shapes
from sholu.reading.speech.kazakh_speakers import MARKS, Speakers
from sholu.reading.speech.scene import DASHES, Draft, Phrase, Scene
from sholu.reading.speech.shapes import draft_of
from sholu.text.sentences import Sentence

_CONFIDENCE = 0.85
_NOBODY = 0.7  # share of confidence left where no speaker is found
_UNMARKED = 0.9  # share left for a paragraph of speech that no dash opens
_POINTING = 0.8
_LONGEST_SOURCE = 16
_LONGEST_SUBJECT = 12
_FEW = 6  # words of a phrase that a comma ends
_DATELINE = 8  # tokens in which a dateline ends
_ACRONYM = 3  # letters: more than that in capitals is a dateline's
_HEADING = 6  # tokens before the colon of a headline


def kazakh_drafts(scene: Scene, sentence: Sentence, speakers: Speakers) -> list[Draft]:
    """The attributions of a Kazakh sentence."""
    found: list[Draft] = []
    for closer in _closers(scene, sentence):
        draft = _closed(scene, sentence, closer, speakers)
        if draft is not None:
            found.append(draft)
    compounds = scene.lexicon.compounds.find(scene.tokens, sentence.first, sentence.stop)
    said = [Cue("verb", (match.first, match.last), match.first, {"that": _CONFIDENCE}) for match in compounds]
    taken = {i for cue in said for i in range(cue.words[0], cue.words[1] + 1)}
    for cue in sorted([*said, *_single(scene, sentence, taken)], key=lambda cue: cue.words):
        if cue.kind != "verb":
            draft = draft_of(scene, sentence, cue)
            if draft is not None and cue.kind == "according_after":
                _cut_at_closers(scene, draft, found)
        else:
            draft = None if _has(found, cue) else _of_verb(scene, sentence, cue, speakers)
        if draft is not None:
            found.append(draft)
    if found:
        speakers.told.add(sentence.i)
    return found


def _single(scene: Scene, sentence: Sentence, taken: set[int]) -> Iterator[Cue]:
    """The cues of one word; of "бұл туралы ... хабарлады" the verb."""
    for cue in find_cues(scene, sentence):
        if cue.kind == "backward":
            cue = Cue("verb", (cue.verb, cue.verb), cue.verb, cue.shapes)
        if cue.words[0] not in taken:
            yield cue


def _of_verb(scene: Scene, sentence: Sentence, cue: Cue, speakers: Speakers) -> Draft | None:
    return (
        _announced(scene, sentence, cue, speakers)
        or _pointing_back(scene, sentence, cue, speakers)
        or _nominal(scene, sentence, cue, speakers)
    )


def _has(found: list[Draft], cue: Cue) -> bool:
    return any(draft.cue and draft.cue[0] <= cue.verb <= draft.cue[1] for draft in found)


def _cut_at_closers(scene: Scene, draft: Draft, found: list[Draft]) -> None:
    """ "X-тің айтуынша, A, деп хабарлады Y": A alone is what X says."""
    for other in found:
        if other.cue is None or not draft.content:
            continue
        start = scene.tokens[other.cue[0]].start
        last = draft.content[-1]
        if last.start < start < last.end:
            draft.content[-1:] = settled(scene, last.start, start) or [last]


def _closers(scene: Scene, sentence: Sentence) -> Iterator[Phrase]:
    """The words that close what is said: "деп мәлімдеді", "деді"."""
    i = sentence.first
    while i < sentence.stop:
        if scene.tokens[i].lower in scene.lexicon.that:
            last = i
            if scene.tokens[i].lower in scene.lexicon.papers:
                yield i, i
                i += 1
                continue
            if last + 1 < sentence.stop:
                compound = scene.lexicon.compounds.at(scene.tokens, last + 1, sentence.stop)
                last = compound.last if compound is not None else last
            while last + 1 < sentence.stop and verb_shapes(scene, last + 1) is not None:
                last += 1
            if _reports(scene, sentence, i, last):
                yield i, last
            i = last
        i += 1


def _reports(scene: Scene, sentence: Sentence, first: int, last: int) -> bool:
    """Whether "деп" or "деген" reports speech here and does not merely name something or give one's own opinion."""
    tokens = scene.tokens
    if first == sentence.first:
        return False
    hyphen = tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start
    if hyphen and tokens[first - 2].is_word:
        return False
    if tokens[first - 1].lower in scene.lexicon.announcing or tokens[first - 1].lower in scene.lexicon.thus:
        return False
    following = tokens[last + 1] if last + 1 < sentence.stop else None
    own = scene.chunks.grammar.endings["own"]
    spoken = tokens[first - 1].text in MARKS
    if not spoken and (tokens[last].lower.endswith(own) or (following is not None and following.lower.endswith(own))):
        return False
    if last > first or tokens[first].lower not in scene.lexicon.ambiguous or spoken:
        return True
    return following is None or not following.is_word or following.lower in scene.lexicon.helping


def _closed(scene: Scene, sentence: Sentence, closer: Phrase, speakers: Speakers) -> Draft | None:
    first = closer[0]
    end = first - 1
    while end >= sentence.first and scene.tokens[end].text in MARKS:
        end -= 1
    if end < sentence.first:
        return None
    described = _described(scene, sentence, closer[1])
    behind = None if described else _source_behind(scene, sentence, closer[1], speakers)
    share = 1.0
    quote = scene.quote_over(scene.tokens[end].start)
    if quote is not None and quote.outer.end <= scene.tokens[first].start:
        content = settled(scene, quote.outer.start, quote.outer.end)
        start = scene.page.token_at(quote.outer.start)
        front = _source_ending(scene, start - 1) or _subject_before(scene, start, speakers)
    else:
        front = None if behind or described == k.NOUN else _subject(scene, sentence, first, speakers)
        start = front[1] + 1 if front else sentence.first
        begin = sentence
        if front is None and scene.tokens[first - 1].text in DASHES | {"-"} and scene.tokens[first - 2].text == ",":
            begin = _speech_begins(scene, sentence, speakers.told)
            start = begin.first
            share = 1.0 if scene.tokens[start].text in DASHES | {"-"} else _UNMARKED
        while start < end and (scene.tokens[start].text in MARKS or _is_topic(scene, start, front)):
            start += 1
        content = _without_dateline(scene, begin, start, end)
    source = behind or front
    if not content:
        return None
    if described == k.PARTICIPLE and source is not None and not speakers.is_named(source):
        source = None  # "басшыны «...» деп айыптаған арыз"
    shapes = verb_shapes(scene, closer[1]) or {}
    share *= 1.0 if source else _NOBODY
    confidence = min(max(shapes.values(), default=_CONFIDENCE), _CONFIDENCE) * share
    return Draft(closer, source, source, content, confidence, sentence.i, "that")


def _described(scene: Scene, sentence: Sentence, last: int) -> str | None:
    """What closes a content where a noun stands behind: "деген мәлімдеме ...", "деп айыптаған арыз"."""
    kind = scene.kind(last)
    if scene.tokens[last].lower in scene.lexicon.papers:
        return None
    behind = scene.kind(last + 1) if last + 1 < sentence.stop else None
    return kind if kind in (k.NOUN, k.PARTICIPLE) and behind in (k.NOUN, k.ADJECTIVE) else None


def _is_topic(scene: Scene, i: int, source: Phrase | None) -> bool:
    """Whether a word behind a source only sets it against others: "министр болса ..."."""
    return source is not None and scene.tokens[i].lower in scene.lexicon.topic


def _speech_begins(scene: Scene, sentence: Sentence, told: Set[int]) -> Sentence:
    """The first sentence of the paragraph of speech that ends with "..., – деді X"; no other speech stands in it."""
    found = sentence
    while found.i > 0:
        before = scene.page.sentences[found.i - 1]
        between = scene.text[before.start : found.start]
        if "\n" in between or scene.quote_over(before.start) is not None:
            break
        if before.i in told or any(True for _ in _closers(scene, before)):
            break
        found = before
    return found


def after_dateline(scene: Scene, sentence: Sentence, stop: int) -> int:
    """The first token of a sentence behind "АСТАНА. ҚазАқпарат –"."""
    for j in range(sentence.first + 1, min(sentence.first + _DATELINE, stop)):
        if scene.tokens[j].text in DASHES and scene.tokens[j - 1].end < scene.tokens[j].start:
            words = (i for i in range(sentence.first, j) if scene.tokens[i].is_word)
            dateline = all(scene.tokens[i].shape != "lower" or _is_of_dateline(scene, i) for i in words)
            return j + 1 if dateline and _loud(scene, sentence.first, j) else sentence.first
    return sentence.first


def _loud(scene: Scene, first: int, stop: int) -> bool:
    """Whether a word of tokens `first` .. `stop` is written in capitals, or is the address of a site."""
    return any(
        _in_address(scene, token.i)
        or (len(token.text) > _ACRONYM and sum(letter.isupper() for letter in token.text) > 1)
        for token in scene.tokens[first:stop]
    )


def _is_of_dateline(scene: Scene, i: int) -> bool:
    """Whether a word in small letters may stand in a dateline: the month of a day, a part of an address."""
    return scene.tokens[i - 1].shape == "number" or _in_address(scene, i)


def _in_address(scene: Scene, i: int) -> bool:
    """Whether a word is a part of the address of a site: "qala.kz"."""
    tokens = scene.tokens
    behind = i > 1 and tokens[i - 1].text == "." and tokens[i - 2].end == tokens[i - 1].start
    before = i + 2 < len(tokens) and tokens[i + 1].text == "." and tokens[i + 1].end == tokens[i + 2].start
    return (behind and tokens[i - 1].end == tokens[i].start) or (before and tokens[i].end == tokens[i + 1].start)


def _without_dateline(scene: Scene, sentence: Sentence, start: int, end: int) -> list[Span]:
    """The content without "АСТАНА. ҚазАқпарат –" in front of it."""
    if start == sentence.first:
        start = after_dateline(scene, sentence, end)
    return settled(scene, scene.tokens[start].start, scene.tokens[end].end)


def _source_behind(scene: Scene, sentence: Sentence, last: int, speakers: Speakers) -> Phrase | None:
    """ "..., деп хабарлады ведомство": the source closes the sentence, but for a day and a credit in brackets."""
    first = last + 1
    end = scene.last_told(sentence)
    while first <= end and (scene.tokens[first].text in MARKS or scene.kind(first) == k.ADVERB):
        first += 1
    if first > end or end - first > _LONGEST_SOURCE or scene.tokens[last + 1].text in (",", ";", ":"):
        return None
    to_whom = features("kk", scene.tokens[end].text).case == "dat" and end not in speakers.timed
    while first < end and first in speakers.timed:
        first += 1
    named = speakers.last_person(first, end)
    if named > first and any(scene.kind(j) in (k.VERB, k.AUXILIARY) for j in range(named, end + 1)):
        end = named - 1  # "деді X сұраққа жауап бере отырып"
    aside = (j for j in range(named, end + 1) if j in speakers.timed or scene.tokens[j].text in _BRACKETS)
    end = next(aside, end + 1) - 1
    if first > end or any(scene.kind(j) in (k.VERB, k.AUXILIARY) for j in range(first, end + 1)):
        return None
    addressed = to_whom and not speakers.is_named((first, end))
    return None if addressed else (first, end)


_BRACKETS = frozenset("([")


def _source_ending(scene: Scene, last: int) -> Phrase | None:
    """ "X: «...», – деді": the source stands before the quotation."""
    if last < 0 or scene.tokens[last].text not in MARKS:
        return None
    while last > 0 and scene.tokens[last].text in MARKS:
        last -= 1
    phrase = scene.chunks.phrase_ending(last)
    told = phrase is not None and features("kk", scene.tokens[phrase[1]].text).case == "dat"
    return phrase if phrase is not None and not told and scene.kind(phrase[1]) == k.NOUN else None


def _subject_before(scene: Scene, start: int, speakers: Speakers) -> Phrase | None:
    """ "X «...» деді": the subject before a quotation that does not open its sentence."""
    sentence = scene.chunks.sentence(start)
    return _subject(scene, sentence, start, speakers) or _alone_before(scene, sentence, start, speakers)


def _alone_before(scene: Scene, sentence: Sentence, start: int, speakers: Speakers) -> Phrase | None:
    """ "Ахметов 7 мамырда «...» деді": nothing but a few nominal words, and a day, before a quotation."""
    first = speakers.opening(sentence, sentence.first, start)
    last = start - 1
    while last >= first and (last in speakers.timed or scene.tokens[last].text in MARKS):
        last -= 1
    if last < first or last - first >= _FEW:
        return None
    if any(scene.kind(j) not in (k.NOUN, k.ADJECTIVE, k.NUMBER, k.PARTICIPLE) for j in range(first, last + 1)):
        return None
    return (first, last) if features("kk", scene.tokens[last].text).case in ("nom", "") else None


def _subject(scene: Scene, sentence: Sentence, stop: int, speakers: Speakers) -> Phrase | None:
    """The subject of the sentence before token `stop`: one who can speak, else the words that open it."""
    first = _after_clause(scene, sentence, _after_heading(scene, sentence, stop), stop, speakers)
    return speakers.subject(sentence, first, stop) or _opening_words(scene, sentence, first, stop, speakers)


def _after_clause(scene: Scene, sentence: Sentence, first: int, stop: int, speakers: Speakers) -> int:
    """Behind what another clause told before: "...; өкілі ...", "X ... десе, Y ...", "... берді, орынбасары Y ..."."""
    for j in range(stop - 1, first, -1):
        text = scene.tokens[j].text
        if text not in ",;:" or scene.quote_over(scene.tokens[j].start) is not None:
            continue
        if text == ";" or (text == "," and scene.tokens[j - 1].lower in scene.lexicon.said_if):
            return j + 1
        own = speakers.subject(sentence, j + 1, stop)
        if own is not None and (text == ":" or _has_own_clause(scene, sentence, first, j, own, speakers)):
            return j + 1
    return first


def _has_own_clause(scene: Scene, sentence: Sentence, first: int, comma: int, own: Phrase, speakers: Speakers) -> bool:
    """Whether the subject behind a comma is a person by name, or one behind "but", and another clause ends there."""
    if not _ends_clause(scene, comma):
        return False
    if speakers.is_named(own):
        return True
    joined = scene.tokens[comma + 1].lower in scene.lexicon.between_clauses
    return joined and speakers.subject(sentence, first, comma) is None


def _ends_clause(scene: Scene, comma: int) -> bool:
    """Whether a predicate stands right before a comma: "берді,", "келген еді,", "келіскенімен,"."""
    before = scene.tokens[comma - 1].lower
    return scene.kind(comma - 1) in (k.VERB, k.AUXILIARY) or before.endswith(kazakh_endings("concessive"))


def _after_heading(scene: Scene, sentence: Sentence, stop: int) -> int:
    """Behind the first colon of a headline, "Ереуіл: ..."."""
    for j in range(sentence.first + 1, min(stop, sentence.first + _HEADING)):
        if scene.tokens[j].text == ":" and scene.quote_over(scene.tokens[j].start) is None:
            return j + 1
    return after_dateline(scene, sentence, stop)


def _opening_words(scene: Scene, sentence: Sentence, first: int, stop: int, speakers: Speakers) -> Phrase | None:
    """The words that open the sentence as far as they are written like a name; a comma or another case ends them."""
    first = speakers.opening(sentence, first, stop)
    for j in range(first, min(stop, first + _LONGEST_SUBJECT)):
        token = scene.tokens[j]
        if token.text in MARKS:
            return (first, speakers.apposed(j - 1, stop)) if j > first and j - first <= _FEW else None
        if scene.kind(j) not in (k.NOUN, k.ADJECTIVE, k.NUMBER, k.DETERMINER, k.POSSESSIVE):
            return None
        following = scene.tokens[j + 1] if j + 1 < stop else None
        if token.is_capitalised and following is not None and not following.is_capitalised and j > first:
            case = features("kk", token.text).case
            return (first, j) if case in ("nom", "") and not speakers.owned(j, stop) else None
    return None


def _pointing_back(scene: Scene, sentence: Sentence, cue: Cue, speakers: Speakers) -> Draft | None:
    """ "Бұл туралы X хабарлады", "X осылай деді": the sentence before is the content."""
    verb = cue.words[0]
    if sentence.i == 0:
        return None
    first = speakers.opening(sentence, sentence.first, verb)
    pointer = scene.lexicon.according.at(scene.tokens, first, verb) if first < verb else None
    if pointer is not None and pointer.value == "backward":
        first = pointer.last + 1
    elif not (verb > first and scene.tokens[verb - 1].lower in scene.lexicon.thus):
        return None
    else:
        verb -= 1
    last = verb - 1
    while last > first and (last in speakers.timed or scene.kind(last) == k.ADVERB):
        last -= 1
    source = speakers.subject(sentence, first, verb) or scene.chunks.phrase_ending(last)
    if source is None or source[0] < first:
        return None
    told = scene.page.sentences[sentence.i - 1]
    start = scene.line_start(told.first, told.stop - 1)
    end = next((closer[0] - 1 for closer in _closers(scene, told)), told.stop - 1)
    content = _without_dateline(scene, told, start, end)
    return Draft(cue.words, source, source, content, _POINTING, sentence.i, "backward") if content else None


def _nominal(scene: Scene, sentence: Sentence, cue: Cue, speakers: Speakers) -> Draft | None:
    """ "X журналистерге дайындық басталғанын айтты": the content is a verbal noun before the verb."""
    last = cue.words[0] - 1
    while last > sentence.first and (last in speakers.timed or scene.kind(last) == k.ADVERB):
        last -= 1  # "тоқтамағанын кеше растады"
    if last <= sentence.first or not scene.tokens[last].lower.endswith(scene.lexicon.nominal):
        return None
    source = _subject(scene, sentence, cue.words[0], speakers)
    if source is None:
        return None
    start = source[1] + 1
    while start < last and (scene.tokens[start].lower in scene.lexicon.addressees or _is_topic(scene, start, source)):
        start += 1
    content = settled(scene, scene.tokens[start].start, scene.tokens[last].end)
    return Draft(cue.words, source, source, content, _CONFIDENCE, sentence.i, "that") if content else None


def _announced(scene: Scene, sentence: Sentence, cue: Cue, speakers: Speakers) -> Draft | None:
    """ "X былай деді: «...»": a colon follows the verb."""
    colon = cue.words[1] + 1
    if colon + 1 >= sentence.stop or scene.tokens[colon].text != ":":
        return None
    content = settled(scene, scene.tokens[colon + 1].start, Span(0, sentence.end).end)
    source = _subject(scene, sentence, cue.words[0], speakers)
    return Draft(cue.words, source, source, content, _CONFIDENCE, sentence.i, "quote") if content else None
