"""What stands before the source, or on both sides of it: "Y, X said"; "A, X said, B"."""

from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.speech.content import inside, settled
from sholu.reading.speech.cues import Cue, verb_shapes
from sholu.reading.speech.reach import (
    LONGEST,
    PAUSES,
    PREDICATES,
    Side,
    closes_sentence,
    goes_on_behind,
    quoted_end,
    to_end,
)
from sholu.reading.speech.scene import DASHES, Phrase, Scene
from sholu.text.sentences import Sentence

_CONNECTIVES = frozenset({k.CONJUNCTION, k.SUBORDINATOR})
_LONG = 2
_WEAK = 0.5  # confidence of verbs that as often tell what somebody does: "hold", "find", "consider"
_VOUCHER = 6  # tokens of "the Kabar news agency reports"
_ADJACENT = 2  # a comma may stand between a source with its additions and the verb
_GOES_ON = PAUSES | {":"}
_CIRCUMSTANCE = 10  # tokens between a verb of speech and the semicolon behind which it is told on


def left_side(scene: Scene, sentence: Sentence, cue: Cue, source: Phrase) -> Side | None:
    """Content before the source: "Y, X said"."""
    start = min(source[0], cue.words[0])
    apart = cue.words[0] - source[1] > _ADJACENT or scene.kind(cue.words[0] - 1) == k.CONJUNCTION
    going_on = cue.words[1] + 1 < sentence.stop and scene.kind(cue.words[1] + 1) == k.INFINITIVE
    if "inverted" not in cue.shapes or apart or going_on or not after_break(scene, sentence, start):
        return None
    behind = cue.words[1] + 1
    if scene.language == "en" and cue.shapes["inverted"] <= _WEAK and _acts(scene, sentence, behind):
        return None  # "After the vote the party held a press conference"
    if scene.language == "en" and "person" not in cue.shapes and takes_object(scene, sentence, behind):
        return None  # "..., and in the morning rescuers found the body"
    inserted = behind < sentence.stop and scene.tokens[behind].text == "," and scene.tokens[start - 1].text == ","
    if inserted and told_on(scene, sentence, behind) is not None and start - 1 > sentence.first:
        return Side(sentence.first, start - 2, "inverted")
    return leftwards(scene, sentence, start - 1)


def _acts(scene: Scene, sentence: Sentence, behind: int) -> bool:
    """Whether a verb that only sometimes reports thought has an object: "held talks", "found a body"."""
    if behind >= sentence.stop or not scene.tokens[behind].is_word:
        return False
    when = scene.tokens[behind].lower in scene.lexicon.own_days or scene.tokens[behind].lower in scene.lexicon.next_to
    return not when and scene.kind(behind) in (k.DETERMINER, k.NOUN, k.ADJECTIVE, k.NUMBER, k.PRONOUN)


def takes_object(scene: Scene, sentence: Sentence, behind: int) -> bool:
    """Whether an article and a noun follow a verb that are no time and not in quotation marks."""
    if behind + 1 >= sentence.stop or scene.kind(behind) != k.DETERMINER:
        return False
    phrase = scene.chunks.phrase_starting(behind)
    if phrase is None:
        return False
    when = any(scene.tokens[j].lower in scene.lexicon.occasions for j in range(phrase[0], phrase[1] + 1))
    following = phrase[1] + 1
    later = following < sentence.stop and scene.kind(following) in (k.ADVERB, k.SUBORDINATOR)
    return not when and not later and not scene.opens_quote(behind)


def leftwards(scene: Scene, sentence: Sentence, last: int) -> Side | None:
    """Content that ends at token `last`: from the start of the sentence or of the quotation."""
    first = max(sentence.first, last - LONGEST)
    around = scene.quote_over(scene.tokens[last + 1].start) if last + 1 < len(scene.tokens) else None
    if around is not None and scene.tokens[first].start < around.inner.start:
        first = scene.page.token_at(around.inner.start)
    first = scene.line_start(first, last)
    while first < last and scene.tokens[first].text in DASHES:
        first += 1
    first = _past_semicolon(scene, _past_dateline(scene, first, last), last)
    if first > last:
        return None
    quote = scene.quote_over(scene.tokens[last].start) or scene.quote_over(scene.tokens[max(first, last - 1)].start)
    quoted = quote is not None and quote != around
    if quoted and quote is not None:
        opening = scene.page.token_at(quote.outer.start)
        if first < opening and scene.tokens[opening - 1].text == ":":
            return Side(opening, last, "inverted")
    long = scene.language == "ru" and last - first >= _LONG  # a Russian predicate need not be a verb
    if quoted or long or any(scene.kind(j) in PREDICATES for j in range(first, last + 1)):
        return Side(first, last, "inverted")
    return None


def _past_semicolon(scene: Scene, first: int, last: int) -> int:
    """English: "The mine is shut; two men are missing, rescuers said": what is told begins behind the semicolon.

    What stands before it the author tells himself.
    """
    marks = (j for j in range(last - 1, first, -1) if scene.tokens[j].text == ";")
    mark = next((j for j in marks if scene.quote_over(scene.tokens[j].start) is None), None)
    if mark is None or scene.language != "en":
        return first
    return mark + 1 if any(scene.kind(j) in PREDICATES for j in range(mark + 1, last + 1)) else first


def _past_dateline(scene: Scene, first: int, last: int) -> int:
    """«INTERFAX - Полиция ...»: the agency in capitals before a dash says nothing yet."""
    if scene.language == "en":
        return _past_english_dateline(scene, first, last)
    if scene.language != "ru" or scene.tokens[first].shape not in ("upper", "url"):
        return first
    for j in range(first + 1, min(first + _DATELINE, last)):
        if scene.tokens[j].text in DASHES:
            return j + 1
        if scene.tokens[j].shape == "lower":
            return first
    return first


def _past_english_dateline(scene: Scene, first: int, last: int) -> int:
    """ "TASHKENT, January 23 (Agency) - What is told": place, day and agency before a dash."""
    for j in range(first + 1, min(first + 2 * _DATELINE, last)):
        token = scene.tokens[j]
        if token.text in DASHES and scene.tokens[j - 1].end < token.start:
            agency = scene.tokens[j - 1].text == ")" or scene.tokens[first].shape == "upper"
            return _behind_dashes(scene, j, last) if agency else first
        if token.shape == "lower":
            return first
    return first


def _behind_dashes(scene: Scene, j: int, last: int) -> int:
    while j < last and scene.tokens[j].text in DASHES:
        j += 1
    return j


_DATELINE = 8  # tokens


def dash_speech(scene: Scene, sentence: Sentence, cue: int) -> int | None:
    """«– A. B, – сказал X»: the first token of a speech that a dash opens with its paragraph; else None."""
    if scene.language == "en" or cue - 1 <= sentence.first or scene.tokens[cue - 1].text not in DASHES:
        return None
    if scene.tokens[cue - 2].text not in _BEFORE_DASH or scene.quote_over(scene.tokens[cue - 2].start) is not None:
        return None
    line = scene.text.rfind("\n", 0, scene.tokens[cue].start) + 1
    first = scene.page.token_at(line)
    dash = scene.tokens[first].text in DASHES
    return first + 1 if dash and first + 1 < cue - 1 else None


def behind_dash(scene: Scene, sentence: Sentence) -> list[Span]:
    """«– A, – сказал X. – B. C.»: what a dash takes up behind the sentence with the cue, as far as its line goes."""
    dash = sentence.stop - 1 if scene.tokens[sentence.stop - 1].text in DASHES else sentence.stop
    if dash + 1 >= len(scene.tokens) or scene.tokens[dash].text not in DASHES:
        return []
    line = scene.text.find("\n", scene.tokens[dash].start)
    end = line if line >= 0 else len(scene.text)
    between = scene.text[scene.tokens[dash - 1].end : scene.tokens[dash].start]
    rest = scene.page.tokens_in(Span(scene.tokens[dash].end, end))
    if (
        "\n" in between
        or not rest
        or any(token.text in DASHES and scene.tokens[token.i - 1].text in _BEFORE_DASH for token in rest)
    ):
        return []
    return settled(scene, rest[0].start, end)


_BEFORE_DASH = frozenset(",.!?…")


def told_on(scene: Scene, sentence: Sentence, mark: int) -> Side | None:
    """Content that goes on after the insertion: "A, X said, B"."""
    first = mark + 1
    last = min(scene.last_told(sentence), mark + LONGEST)
    if first > last or scene.tokens[mark].text not in _GOES_ON:
        return None
    while first < last and scene.tokens[first].text in DASHES:
        first += 1
    opening = scene.opens_quote(first)
    if opening:
        return to_end(scene, sentence, first, "quote")
    if scene.language == "ru" and any(scene.kind(i) == k.RELATIVE for i in range(first, min(first + 2, sentence.stop))):
        return None  # «..., сказал X, слова которого приводит Y»
    tells_when = scene.tokens[first].lower in scene.lexicon.that and scene.language == "ru"
    if tells_when and scene.tokens[first].lower not in scene.lexicon.complementiser:
        return None
    if last - first < _VOUCHER and scene.chunks.verb_base(last) in scene.lexicon.vouching:
        return None  # "A, X said, the agency reports"
    if scene.kind(first) == k.GERUND or scene.lexicon.ends.at(scene.tokens, first) or verb_shapes(scene, first):
        return None
    if scene.quote_over(scene.tokens[mark].start - 1) is not None and not opening:
        return None
    predicate = any(scene.kind(j) in PREDICATES for j in range(first, last + 1))
    return to_end(scene, sentence, first, "clause") if predicate else None


def told_behind(scene: Scene, sentence: Sentence, left: Side, first: int) -> Side | None:
    """ "A, X said; B": the same voice goes on behind a semicolon, in English where it judges or foretells."""
    if scene.closes_quote(left.last) or scene.quote_over(scene.tokens[left.last].start) is not None:
        return None
    near = range(first, min(first + _CIRCUMSTANCE, sentence.stop - 1))
    mark = next((j for j in near if scene.tokens[j].text == ";"), None)
    if mark is None or any(scene.kind(j) in PREDICATES or scene.tokens[j].text in ",:(" for j in range(first, mark)):
        return None
    goes_on = goes_on_behind if scene.language == "ru" else _foretells
    return to_end(scene, sentence, mark + 1, "clause") if goes_on(scene, sentence, mark) else None


def _foretells(scene: Scene, sentence: Sentence, mark: int) -> bool:
    """English: whether the clause behind a mark opens with "if" or has a modal for its first verb, and no "he"."""
    first = mark + 1
    if scene.language != "en" or scene.kind(first) == k.PRONOUN:
        return False
    if scene.tokens[first].lower in scene.lexicon.setting:
        return True
    verb = next((j for j in range(first, sentence.stop) if scene.kind(j) in PREDICATES), None)
    return verb is not None and scene.tokens[verb].lower in scene.lexicon.modal


def quote_before(scene: Scene, sentence: Sentence, source: Phrase) -> Span | None:
    """“Is it so?” X asked: the mark inside the quotation has closed a sentence before the speaker's own."""
    if source[0] != sentence.first or sentence.i == 0:
        return None
    quote = scene.quote_over(scene.page.sentences[sentence.i - 1].end - 1)
    if quote is None or quote.outer.end > sentence.start:
        return None
    gap = scene.text[quote.outer.end : sentence.start]
    return inside(scene.text, quote) if "\n" not in gap and not gap.strip() else None


def around_source(scene: Scene, sentence: Sentence, first: int, last: int) -> list[Side]:
    """The sentence without the words that name the source, tokens `first` .. `last`."""
    end = min(scene.last_told(sentence), last + LONGEST)
    following = last + 1
    goes_on = following <= end and scene.tokens[following].text in _GOES_ON
    if first == sentence.first:
        return _forward(scene, sentence, following, end)
    left = leftwards(scene, sentence, first - 1)
    if left is not None and scene.language == "ru" and _only_cue(scene, left):
        return _forward(scene, sentence, following, end)
    if not (scene.tokens[first - 1].text in PAUSES or scene.closes_quote(first - 1)):
        return [left] if left is not None and following > end else _forward(scene, sentence, following, end)
    if goes_on:
        left = _inserted_after(scene, sentence, first - 1) or left
    sides = [left] if left is not None else []
    return sides + _forward(scene, sentence, following, end) if goes_on or not sides else sides


def _only_cue(scene: Scene, side: Side) -> bool:
    """«По его словам, по данным X, ...»: what stands before is but another source."""
    match = scene.lexicon.according.at(scene.tokens, side.first, side.last + 1)
    return match is not None and side.last - match.last <= 1


def _inserted_after(scene: Scene, sentence: Sentence, comma: int) -> Side | None:
    """The start of a clause into which the source is inserted, "This, experts say, will help"; None for a whole one."""
    first = comma
    while first > sentence.first and scene.tokens[first - 1].text not in PAUSES | {";"}:
        first -= 1
    while first < comma and scene.kind(first) in _CONNECTIVES:
        first += 1
    if any(scene.kind(j) in PREDICATES for j in range(first, comma)) or scene.closes_quote(comma - 1):
        return None
    return Side(first, comma - 1, "clause")


def _forward(scene: Scene, sentence: Sentence, first: int, end: int) -> list[Side]:
    while first < end and scene.tokens[first].text in _GOES_ON:
        first += 1
    if first > end:
        return []
    for j in range(first + 1, end):
        if scene.tokens[j].text == "(" and closes_sentence(scene, j, end):
            end = j - 1
            break
    quote = scene.quote_over(scene.tokens[first].start)
    if quote is not None and scene.opens_quote(first):
        return [Side(first, quoted_end(scene, first, end, quote.outer.end), "clause")]
    return [Side(first, end, "clause")]


def after_break(scene: Scene, sentence: Sentence, i: int) -> bool:
    """Whether token `i` comes right after a comma, a dash or a closing quotation mark (what was said ends there)."""
    if i == sentence.first:
        return False
    j = i - 1
    if scene.language == "ru" and scene.tokens[j].text in DASHES and j > sentence.first:
        return True
    if scene.language == "ru" and scene.closes_quote(j) and _is_named(scene, sentence, j):
        return False
    return scene.tokens[j].text == "," or scene.closes_quote(j)


def _is_named(scene: Scene, sentence: Sentence, closing: int) -> bool:
    """Whether a quotation that ends at token `closing` belongs to a phrase: «На вопросы „Утра“ ответил мэр»."""
    quote = scene.quote_over(scene.tokens[closing].start)
    opening = scene.page.token_at(quote.outer.start) if quote is not None else sentence.first
    return opening > sentence.first and scene.tokens[opening - 1].is_word
