"""English: the whole words and phrases of cues and sources of which the marks see but a part."""

from sholu.model.changing import replace
from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.names.lexicon import lexicon as names
from sholu.reading.offices.lexicon import office_words
from sholu.reading.speech.content import settled
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.text.sentences import Sentence

_DANGLING = frozenset({k.CONJUNCTION, k.SUBORDINATOR, k.PREPOSITION, k.DETERMINER, k.INFINITIVE})
_GAP = 24  # code points between the pieces of a content that breaks off
_PAUSES = frozenset(",;:")
_PHRASE_ENDS = frozenset({k.PREPOSITION, k.CONJUNCTION, k.RELATIVE, k.VERB, k.AUXILIARY})
_BEFORE_NAME = frozenset({k.NOUN, k.ADJECTIVE})


def whole_source(scene: Scene, source: Phrase, cue: Phrase) -> Phrase | None:
    """A source with its article and all of its name, without what hangs loose at its ends: "Ann Lee, who".

    It stays clear of the cue.
    """
    first, last = source
    sentence = scene.page.sentence_of(first)
    last = _with_counted(scene, first, last, cue)
    while last + 1 < sentence.stop and last + 1 != cue[0] and _names(scene, last, last + 1):
        last += 1
    last = _with_speaker(scene, last, cue)
    first = _behind_antecedent(scene, first, last)
    last = _with_many(scene, _without_tail(scene, first, last, cue), cue)
    while first - 1 >= sentence.first and first - 1 != cue[1] and _opens(scene, first - 1, first):
        first -= 1
    return (first, last) if first <= last else None


def _with_counted(scene: Scene, first: int, last: int, cue: Phrase) -> int:
    """The last token of a source that breaks off before its noun: "Over 100 | people", "the | governor"."""
    article = scene.tokens[last].lower in names("en").grammar["articles"]
    if not (article or scene.kind(last) == k.NUMBER) or last + 1 >= cue[0]:
        return last
    phrase = scene.chunks.phrase_starting(last)
    return phrase[1] if phrase is not None and phrase[1] < cue[0] else last


def _with_speaker(scene: Scene, last: int, cue: Phrase) -> int:
    """The last token of a source that breaks off before who speaks for a body: "the Interior Ministry | officials"."""
    noun = last + 1
    if noun >= cue[0] or not scene.tokens[last].is_capitalised or scene.tokens[noun].shape != "lower":
        return last
    speaks = scene.tokens[noun].lower in scene.lexicon.anonymous
    return noun if speaks or office_words("en").titles.at(scene.tokens, noun, noun + 1) is not None else last


def _behind_antecedent(scene: Scene, first: int, last: int) -> int:
    """The first token of a source without the noun of which it speaks: "a deal | a spokeswoman said may fail"."""
    for j in range(first + 1, last + 1):
        if scene.kind(j) in _PHRASE_ENDS or scene.tokens[j].text in _PAUSES:
            return first
        if scene.tokens[j].lower in names("en").grammar["articles"] and scene.kind(j - 1) == k.NOUN:
            return j
    return first


def _names(scene: Scene, one: int, other: int) -> bool:
    """Whether two tokens are parts of one name."""
    near, far = scene.tokens[one], scene.tokens[other]
    if not (near.is_word and near.is_capitalised and far.is_word and far.is_capitalised) or near.end + 1 < far.start:
        return False
    return near.lower not in scene.lexicon.own_days and far.lower not in scene.lexicon.own_days


def _opens(scene: Scene, before: int, first: int) -> bool:
    """Whether a token belongs to the phrase behind it: its article, or a word of its name."""
    if scene.kind(first) == k.PRONOUN:
        return False
    if scene.kind(before) == k.DETERMINER:
        return scene.kind(first) not in (k.DETERMINER, k.RELATIVE)
    return scene.kind(before) in _BEFORE_NAME and _names(scene, before, first)


def _with_many(scene: Scene, last: int, cue: Phrase) -> int:
    """ "one | of them": of whom those that speak are some."""
    if last + 2 >= len(scene.tokens) or scene.tokens[last].lower not in scene.lexicon.quantities:
        return last
    many = scene.chunks.phrase_starting(last + 2) if scene.tokens[last + 1].lower in scene.lexicon.partitive else None
    return last if many is None or many[0] <= cue[0] <= many[1] else many[1]


def _without_tail(scene: Scene, first: int, last: int, cue: Phrase) -> int:
    if last > first and scene.kind(last) == k.RELATIVE and last + 1 != cue[0]:
        last -= 1
    while last > first and (scene.kind(last) in _DANGLING or scene.tokens[last].text == ","):
        last -= 1
    return last


def parted(scene: Scene, draft: Draft) -> Draft:
    """A draft whose contents begin behind the words for its source and its cue, and whose source names somebody."""
    if scene.language != "en":
        return draft
    source, head = draft.source, draft.head
    if source is not None and draft.cue is not None and _nobody(scene, source, draft.cue):
        source = head = None
    source = _behind_content(scene, draft.content, source) if source is not None else None
    while source is not None and source[0] < source[1] and not scene.tokens[source[0]].is_word:
        if scene.tokens[source[0]].text not in _PAUSES:
            break
        source = source[0] + 1, source[1]
        head = (max(head[0], source[0]), head[1]) if head is not None and head[1] >= source[0] else source
    content = _joined(scene, draft.content)
    source, head, content = _with_first(scene, source, head, content)
    for part in (source, draft.cue):
        content = content if part is None else _behind(scene, content, scene.page.span(*part))
    return replace(draft, source=source, head=head, content=content or draft.content)


def _behind_content(scene: Scene, content: list[Span], source: Phrase) -> Phrase:
    """ "A boat was holed by | guards, Ann Lee told the court": a source that begins with the end of what is told."""
    start, end = scene.page.span(*source)
    told = next((span for span in content if span.start < start < span.end < end), None)
    if told is None:
        return source
    behind = scene.page.token_at(told.end)
    return (behind, source[1]) if scene.tokens[behind].text == "," and behind < source[1] else source


def _with_first(
    scene: Scene, source: Phrase | None, head: Phrase | None, content: list[Span]
) -> tuple[Phrase | None, Phrase | None, list[Span]]:
    """ "“A,” | the mayor, Ann Lee and Bo Bay said": who stands behind a quotation and before a comma speaks, too."""
    last = content[-1]
    quote = scene.quote_over(last.start)
    if source is None or quote is None or not quote.outer.end < last.end:
        quotes = [one for one in scene.quotes if last.start < one.outer.start and one.outer.end < last.end]
        quote = quotes[-1] if quotes else None
    if source is None or quote is None or not quote.outer.end < last.end:
        return source, head, content
    first, stop = scene.page.token_range(Span(quote.outer.end, last.end))
    if (
        source[0] != stop + 1
        or scene.tokens[stop].text != ","
        or scene.chunks.phrase_starting(first) != (first, stop - 1)
    ):
        return source, head, content
    return (first, source[1]), head, [*content[:-1], *settled(scene, last.start, quote.outer.end)]


def _nobody(scene: Scene, source: Phrase, cue: Phrase) -> bool:
    """ "It has been reported that", "This paper was told that": who is told of by a passive does not speak."""
    if not scene.chunks.is_passive(cue[1]) or source[0] > cue[0]:
        return False
    alone = source[0] == source[1] and scene.tokens[source[0]].lower in scene.lexicon.expletive
    return alone or scene.chunks.verb_base(cue[1]) in scene.lexicon.addressing


def _joined(scene: Scene, content: list[Span]) -> list[Span]:
    """The pieces of a content, those made one of which the first breaks off: "was told on | Wednesday and | that"."""
    found = content[:1]
    for span in content[1:]:
        before = found[-1]
        last = scene.page.token_at(before.end - 1)
        near = before.end < span.start <= before.end + _GAP and "\n" not in scene.text[before.end : span.start]
        open_ended = last < len(scene.tokens) and scene.kind(last) in (k.PREPOSITION, k.DETERMINER)
        found[-1:] = [before.join(span)] if near and open_ended else [before, span]
    return found


def _behind(scene: Scene, content: list[Span], words: Span) -> list[Span]:
    """The contents, those that begin within some words or with them behind these."""
    if not any(words.start - 1 <= span.start < words.end < span.end for span in content):
        return content
    return [
        piece
        for span in content
        for piece in (
            settled(scene, words.end, span.end) if words.start - 1 <= span.start < words.end < span.end else [span]
        )
    ]


def whole_cue(scene: Scene, cue: Phrase) -> Phrase:
    """A cue without the article at its end, or with its noun: "said in a" is "said in a statement", else "said"."""
    first, last = cue
    sentence = scene.page.sentence_of(first)
    while first < last and not scene.tokens[first].is_word and scene.tokens[first].text != ":":
        first += 1
    in_phrase = first > sentence.first and scene.kind(first - 1) == k.DETERMINER and scene.kind(first) == k.NOUN
    if in_phrase and first < last and scene.kind(first + 1) in (k.VERB, k.AUXILIARY):
        first += 1  # "in his | response said"
    if not _is_open(scene, last):
        return first, last
    following = last + 1
    if following < sentence.stop and scene.tokens[following].lower in scene.lexicon.occasions:
        return first, following
    return first, _verb_end(scene, first, last, sentence)


def _is_open(scene: Scene, last: int) -> bool:
    return scene.kind(last) == k.DETERMINER or scene.tokens[last].lower in scene.lexicon.next_to


def _verb_end(scene: Scene, first: int, last: int, sentence: Sentence) -> int:
    """The last token of a cue without the start of another phrase; a particle of its verb stays."""
    while last > first and _is_open(scene, last):
        last -= 1
    verb = last - 1
    if last > first and scene.kind(last) == k.PREPOSITION:
        known = scene.lexicon.particles.get(scene.chunks.verb_base(verb) or "", ())
        if not any(particle.words == (scene.tokens[last].lower,) for particle in known):
            last -= 1
    return last
