"""From a cue to what is attributed: which side of it the content stands on, and how far it reaches."""

from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.speech import sources
from sholu.reading.speech.content import inside, settled, word_count
from sholu.reading.speech.cues import Cue, verb_shapes
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.text.sentences import Sentence

_DASHES = frozenset("–—-")
_NO_CIRCUMSTANCE = frozenset({k.VERB, k.AUXILIARY, k.CONJUNCTION, k.GERUND})
_PLURAL = ("ли", "лись", "ют", "ут", "ят", "ат")
_PAUSES = frozenset(",–—")
_SUBJECTS = frozenset({k.DETERMINER, k.PRONOUN, k.NOUN, k.ADJECTIVE, k.NUMBER, k.GERUND, k.PARTICIPLE, k.SUBORDINATOR})
_MAIN_SUBJECTS = frozenset({k.DETERMINER, k.PRONOUN, k.NOUN, k.NUMBER})
_OBJECTS = frozenset({k.DETERMINER, k.PRONOUN, k.NOUN, k.ADJECTIVE, k.NUMBER, k.PARTICIPLE, k.RELATIVE})
_PREDICATES = frozenset({k.VERB, k.AUXILIARY})
_CIRCUMSTANCE = 14  # tokens that may stand between a verb and its "that" when commas close them
_ADJACENT = 2  # a comma may stand between a source with its additions and the verb
_SHORT_QUOTE = 4


class Side:
    """One side of a cue: the token where content begins, where it must end, and the shape that opened it."""

    __slots__ = ("first", "last", "shape")

    def __init__(self, first: int, last: int, shape: str) -> None:
        self.first, self.last, self.shape = first, last, shape


def draft_of(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """The attribution that a cue makes; None if no content or no use for it is found."""
    if cue.kind == "verb":
        draft = _of_verb(scene, sentence, cue)
        scene.speaking = draft or scene.speaking
        return draft
    if cue.kind == "noun":
        return _of_noun(scene, sentence, cue)
    return _of_phrase(scene, sentence, cue)


def _of_verb(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    inserted = _inserted(scene, sentence, cue)
    if inserted is not None:
        return inserted
    right = right_side(scene, sentence, cue)
    if scene.kind(cue.verb) == k.VERB and scene.chunks.is_passive(cue.verb):
        return _of_passive(scene, sentence, cue, right)
    finite = scene.kind(cue.verb) != k.GERUND
    inverted = finite and _after_break(scene, sentence, cue.words[0]) and "inverted" in cue.shapes
    quoted = inverted and scene.closes_quote(cue.words[0] - 1)
    if inverted and (right is None or right.shape == "object" or (quoted and right.shape == "clause")):
        found = sources.after(scene, cue.words[1], sentence)
        if found is not None and (quoted or not _goes_on(scene, sentence, found[0])):
            return _inverted(scene, sentence, cue, *found)
    found = _shared_source(scene, sentence, cue) or sources.before(scene, cue.verb, sentence)
    if found is None:
        return _sourceless(scene, sentence, cue, right)
    source, head = found
    if head[0] == head[1] and scene.kind(head[0]) == k.RELATIVE and _relative_object(scene, head[0]):
        return None
    relative = scene.kind(head[0]) == k.RELATIVE
    left = None if relative or not finite else _left_side(scene, sentence, cue, source)
    quoted = left is not None and scene.closes_quote(left.last)
    if left is not None and (right is None or (quoted and right.shape in ("clause", "object", "infinitive"))):
        comma = scene.tokens[cue.words[1] + 1].text in (",", "–", "—") if cue.words[1] + 1 < sentence.stop else False
        sides = [left, _rest(scene, sentence, cue.words[1] + 1)] if comma else [left]
        return _draft(scene, sentence, cue, source, head, [side for side in sides if side], "inverted")
    if right is not None:
        if relative:
            right.last = _relative_end(scene, right)
        return _draft(scene, sentence, cue, source, head, [right], right.shape)
    behind = _quote_before(scene, sentence, source) if finite and "inverted" in cue.shapes else None
    if behind is not None:
        return Draft(cue.words, source, head, [behind], max(cue.shapes.values()), sentence.i, "inverted")
    extraposed = _which_they_say(scene, sentence, cue, head)
    return _draft(scene, sentence, cue, source, head, [extraposed], "clause") if extraposed else None


def _relative_end(scene: Scene, side: Side) -> int:
    """ "those who asked to stay said": the relative clause ends before the predicate of the main clause."""
    room = 1 if side.shape in ("infinitive", "object") else 2
    for j in range(side.first + 1, side.last + 1):
        kind, before = scene.kind(j), scene.kind(j - 1)
        if kind in (k.SUBORDINATOR, k.RELATIVE, k.CONJUNCTION):
            room += 1
        finite = kind in _PREDICATES and before not in (k.INFINITIVE, k.AUXILIARY, k.ADVERB, k.CONJUNCTION)
        if finite:
            room -= 1
        if room == 0:
            return j - 1
    return side.last


def _goes_on(scene: Scene, sentence: Sentence, source: Phrase) -> bool:
    """Whether what looks like a source behind its verb has a predicate of its own: "said the roads, all new, would ..."."""
    following = source[1] + 1
    if following < sentence.stop and scene.tokens[following].text == ",":
        following += 1
    return following < sentence.stop and scene.kind(following) in _PREDICATES and source[1] - source[0] > 0


def _inserted(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """«A, – сказал он, – B»: author's words between dashes inside one quotation."""
    quote = scene.quote_over(scene.tokens[cue.verb].start)
    dash = cue.words[0] - 1
    if quote is None or scene.language == "en" or dash <= sentence.first or scene.tokens[dash].text not in _DASHES:
        return None
    found = sources.after(scene, cue.words[1], sentence)
    if found is None or "inverted" not in cue.shapes:
        return None
    source, head = found
    behind = source[1] + 1
    while behind < len(scene.tokens) and scene.tokens[behind].text in ",.":
        behind += 1
    content = settled(scene, quote.inner.start, scene.tokens[dash].start, quote)
    if behind < len(scene.tokens) and scene.tokens[behind].text in _DASHES:
        content += settled(scene, scene.tokens[behind].end, quote.inner.end, quote)
    if not content:
        return None
    return Draft(cue.words, source, head, content, max(cue.shapes.values()), sentence.i, "inserted")


def _shared_source(scene: Scene, sentence: Sentence, cue: Cue) -> tuple[Phrase, Phrase] | None:
    """ "X said A and added B": the second verb of speech has the source of the first."""
    before = scene.speaking
    joint = cue.words[0] - 1
    if before is None or before.sentence != sentence.i or before.source is None or before.head is None:
        return None
    if joint <= sentence.first or before.cue is None or before.cue[1] >= joint:
        return None
    if not scene.in_same_quote(scene.tokens[before.cue[0]].start, scene.tokens[cue.verb].start):
        return None
    coordinated = scene.kind(joint) == k.CONJUNCTION and scene.kind(cue.verb) == scene.kind(before.cue[1])
    gerund = scene.kind(cue.verb) == k.GERUND and (scene.tokens[joint].text == "," or scene.closes_quote(joint))
    return (before.source, before.head) if coordinated or gerund else None


def _draft(
    scene: Scene,
    sentence: Sentence,
    cue: Cue,
    source: Phrase | None,
    head: Phrase | None,
    sides: list[Side],
    shape: str,
) -> Draft | None:
    content: list[Span] = []
    around = scene.quote_over(scene.tokens[cue.verb].start)
    for side in sides:
        if side.first <= side.last:
            content += settled(scene, scene.tokens[side.first].start, scene.tokens[side.last].end, around)
    if not content:
        return None
    confidence = cue.shapes.get(shape) or max(cue.shapes.values(), default=0.5)
    return Draft(cue.words, source, head, content, confidence, sentence.i, shape)


def _after_break(scene: Scene, sentence: Sentence, i: int) -> bool:
    """Whether token `i` comes right after a comma, a dash or a closing quotation mark (what was said ends there)."""
    if i == sentence.first:
        return False
    j = i - 1
    if scene.language == "ru" and scene.tokens[j].text in _DASHES and j > sentence.first:
        return True
    return scene.tokens[j].text == "," or scene.closes_quote(j)


# What stands after the cue


def right_side(scene: Scene, sentence: Sentence, cue: Cue) -> Side | None:
    """The content after a verb of speech."""
    shapes = cue.shapes
    stop = sentence.stop
    p = _past_circumstances(scene, sentence, cue.words[1] + 1, shapes)
    if p >= stop:
        return None
    start = p
    if "person" in shapes:
        addressee = scene.chunks.phrase_starting(p)
        if addressee is not None and addressee[1] + 1 < stop and scene.kind(p) != k.PRONOUN:
            p = _past_circumstances(scene, sentence, addressee[1] + 1, shapes)
    if p >= stop:
        return None
    side = _opened(scene, sentence, p, cue)
    if side is None and ("that" in shapes or "clause" in shapes):
        side = _that_later(scene, sentence, cue)
    if side is not None and side.shape == "infinitive" and start < side.first:
        side.first = start  # what "leaders to resign" are asked is told with them
    return side


def _opened(scene: Scene, sentence: Sentence, p: int, cue: Cue) -> Side | None:
    stop, shapes = sentence.stop, cue.shapes
    token = scene.tokens[p]
    comma = token.text == ","
    if token.lower in scene.lexicon.correlative and p + 2 < stop and scene.tokens[p + 1].text == ",":
        return _to_end(scene, sentence, p + 2, "that", cue)  # «о том, что»
    if token.text == ":" or (comma and p + 1 < stop and scene.opens_quote(p + 1)):
        return _to_end(scene, sentence, p + 1, "quote", cue) if p + 1 < stop else None
    if comma and p + 1 < stop and scene.tokens[p + 1].lower in scene.lexicon.that and _says(shapes):
        if scene.language == "en" and scene.tokens[p + 1].lower not in scene.lexicon.complementiser:
            return None
        return _to_end(scene, sentence, p + 1, "that", cue)
    if scene.opens_quote(p) and ("quote" in shapes or "object" in shapes) and not _spoken_to(scene, p):
        return _to_end(scene, sentence, p, "quote", cue)
    if token.lower in scene.lexicon.that and _says(shapes) and scene.language == "en":
        return _to_end(scene, sentence, p, "that", cue)
    kind = scene.kind(p)
    if "infinitive" in shapes and _infinitive(scene, p):
        return _to_end(scene, sentence, p, "infinitive", cue)
    if "clause" in shapes and kind in _SUBJECTS and _has_predicate(scene, sentence, p):
        return _to_end(scene, sentence, p, "clause", cue)
    if "object" in shapes and kind in _OBJECTS:
        return _to_end(scene, sentence, p, "object", cue)
    return None


def _spoken_to(scene: Scene, p: int) -> bool:
    """In Russian a quotation right behind the verb may be the name of an outlet: «заявил „Литеру“, что»."""
    quote = scene.quote_over(scene.tokens[p].start)
    return scene.language == "ru" and quote is not None and word_count(scene.text, quote.inner) < _SHORT_QUOTE


def _says(shapes: dict[str, float]) -> bool:
    return "that" in shapes or "clause" in shapes or "object" in shapes


def _infinitive(scene: Scene, p: int) -> bool:
    if scene.language == "ru":
        return scene.kind(p) == k.VERB and scene.tokens[p].lower.endswith(scene.chunks.grammar.endings["infinitive"])
    if scene.chunks.grammar.closed.get(scene.tokens[p].lower) == k.INFINITIVE and scene.opens_quote(p + 1):
        return True
    return scene.kind(p) == k.INFINITIVE or (scene.tokens[p].lower == "not" and scene.kind(p + 1) == k.INFINITIVE)


def _past_circumstances(scene: Scene, sentence: Sentence, p: int, shapes: dict[str, float]) -> int:
    """Skip where, when and before whom something was said: "on Monday", "in an interview with X", "reporters"."""
    while p < sentence.stop:
        kind = scene.kind(p)
        lower = scene.tokens[p].lower
        if kind == k.ADVERB and lower not in scene.lexicon.that:
            p += 1
            continue
        start = p + 1 if kind == k.PREPOSITION else p
        phrase = scene.chunks.phrase_starting(start) if start < sentence.stop else None
        if phrase is None:
            return p
        occasion = _occasion_within(scene, phrase)
        if kind == k.PREPOSITION and occasion is not None:
            p = occasion + 1
        elif kind != k.PREPOSITION and lower in scene.lexicon.occasions:
            p = p + 1
        elif lower in scene.lexicon.addressees and "object" not in shapes:
            p = p + 1
        else:
            return p
    return p


def _occasion_within(scene: Scene, phrase: Phrase) -> int | None:
    """The last token of a phrase if it tells of an occasion or a date; names after it ("with X") are taken along."""
    for j in range(phrase[0], phrase[1] + 1):
        if scene.tokens[j].lower in scene.lexicon.occasions:
            end = j
            while end < phrase[1] and scene.kind(end + 1) == k.NUMBER:
                end += 1
            nxt = end + 1
            if nxt < len(scene.tokens) and scene.kind(nxt) == k.PREPOSITION:
                further = scene.chunks.phrase_starting(nxt + 1)
                if further is not None and further[1] < scene.chunks.sentence(nxt).stop:
                    return further[1]
            return end
    return None


def _that_later(scene: Scene, sentence: Sentence, cue: Cue) -> Side | None:
    """ "said in Almaty after the meeting that ...": no verb in between, and in English no comma."""
    russian = scene.language == "ru"
    p = cue.words[1] + 1
    for j in range(p, min(sentence.stop, p + _CIRCUMSTANCE)):
        token = scene.tokens[j]
        behind_comma = russian and scene.tokens[j - 1].text == "," and token.lower in scene.lexicon.that
        if behind_comma or token.lower in scene.lexicon.complementiser:
            return _to_end(scene, sentence, j, "that", cue)
        if russian and token.text == ":" and j + 1 < sentence.stop:
            return _to_end(scene, sentence, j + 1, "quote", cue)
        if scene.kind(j) in _NO_CIRCUMSTANCE or token.text in ".;()" or (token.text == "," and not russian):
            return None
    return None


def _has_predicate(scene: Scene, sentence: Sentence, p: int) -> bool:
    for j in range(p, sentence.stop):
        if scene.kind(j) in _PREDICATES and scene.kind(j - 1) != k.INFINITIVE:
            return True
        if scene.tokens[j].text in ",;)":
            return False
    return False


def _to_end(scene: Scene, sentence: Sentence, first: int, shape: str, cue: Cue | None = None) -> Side | None:
    """Content from `first` to where the reported clause ends."""
    last = _clause_end(scene, sentence, first, cue)
    return Side(first, last, shape) if first <= last else None


def _clause_end(scene: Scene, sentence: Sentence, first: int, cue: Cue | None = None) -> int:
    tokens = scene.tokens
    last = scene.last_told(sentence)
    opening = scene.quote_over(tokens[first].start)
    around = scene.quote_over(tokens[first - 1].start) if first else None
    if opening is not None and opening.outer.start == tokens[first].start and opening != around:
        return _quoted_end(scene, first, last, opening.outer.end)
    subordinate = _in_subordinate(scene, sentence, first, cue)
    converb = scene.language == "ru" and cue is not None and scene.kind(cue.verb) == k.GERUND
    for j in range(first + 1, last + 1):
        token = tokens[j]
        if token.shape != "mark":
            continue
        here = scene.quote_over(token.start)
        if here is not None and here != around:
            continue
        if around is not None and here != around:
            return j - 1  # the quotation in which all this is told ends
        if token.text in ";" or (token.text == "(" and _credit_like(scene, j, last)):
            return j - 1
        if token.text == "," and subordinate and _main_clause(scene, sentence, j + 1):
            return j - 1
        if token.text == "," and converb and j + 1 <= last and scene.kind(j + 1) == k.VERB:
            return j - 1
        if token.text == "," and scene.lexicon.ends.at(tokens, j + 1, last + 1) and j + 1 <= last:
            return j - 1
    return last


def _in_subordinate(scene: Scene, sentence: Sentence, first: int, cue: Cue | None) -> bool:
    """Whether the act of speech stands in a clause that opens its sentence: "While X said so, ...", "Noting that ..."."""
    opener = scene.tokens[sentence.first].lower
    if cue is not None and cue.words[0] == sentence.first and scene.kind(cue.verb) == k.GERUND:
        return True
    return opener in scene.chunks.grammar.openers and scene.chunks.clause_at(sentence.first)[1] + 1 >= first - 1


def _main_clause(scene: Scene, sentence: Sentence, first: int) -> bool:
    """Whether a main clause may begin here: a subject, with a predicate somewhere behind it."""
    if first >= sentence.stop or scene.kind(first) not in _MAIN_SUBJECTS:
        return False
    russian = scene.language == "ru"
    return russian or any(scene.kind(j) in _PREDICATES for j in range(first, sentence.stop))


def _credit_like(scene: Scene, j: int, last: int) -> bool:
    """A bracket that closes the sentence stands outside of what is said."""
    closing = next((i for i in range(j, last + 1) if scene.tokens[i].text == ")"), last)
    return closing >= last


def _quoted_end(scene: Scene, first: int, last: int, end: int) -> int:
    """Content that begins with a quotation ends with it, unless the quotation is a part of a longer clause."""
    tokens = scene.tokens
    closing = first
    while closing < last and tokens[closing + 1].end <= end:
        closing += 1
    if closing >= last:
        return last
    complete = tokens[closing - 1].text in (".", ",", "!", "?", "…") or tokens[closing + 1].text in (
        ",",
        ";",
        "(",
        "–",
        "—",
    )
    if complete:
        return closing
    return _clause_end(scene, scene.chunks.sentence(first), closing + 1) if closing + 1 <= last else closing


# What stands before the cue


def _left_side(scene: Scene, sentence: Sentence, cue: Cue, source: Phrase) -> Side | None:
    """Content before the source: "Y, X said"."""
    start = min(source[0], cue.words[0])
    apart = cue.words[0] - source[1] > _ADJACENT or scene.kind(cue.words[0] - 1) == k.CONJUNCTION
    if "inverted" not in cue.shapes or apart or not _after_break(scene, sentence, start):
        return None
    behind = cue.words[1] + 1
    inserted = behind < sentence.stop and scene.tokens[behind].text == "," and scene.tokens[start - 1].text == ","
    if inserted and _rest(scene, sentence, behind) is not None and start - 1 > sentence.first:
        return Side(sentence.first, start - 2, "inverted")
    return _leftwards(scene, sentence, start - 1)


def _leftwards(scene: Scene, sentence: Sentence, last: int) -> Side | None:
    first = sentence.first
    around = scene.quote_over(scene.tokens[last + 1].start) if last + 1 < len(scene.tokens) else None
    if around is not None and scene.tokens[first].start < around.inner.start:
        first = scene.page.token_at(around.inner.start)
    while first < last and scene.tokens[first].text in _DASHES:
        first += 1
    if first > last:
        return None
    quote = scene.quote_over(scene.tokens[last].start) or scene.quote_over(scene.tokens[max(first, last - 1)].start)
    quoted = quote is not None and quote != around
    if quoted and quote is not None:
        opening = scene.page.token_at(quote.outer.start)
        if first < opening and scene.tokens[opening - 1].text == ":":
            return Side(opening, last, "inverted")
    if quoted or scene.language == "ru" or any(scene.kind(j) in _PREDICATES for j in range(first, last + 1)):
        return Side(_after_connective(scene, first, last), last, "inverted")
    return None


def _after_connective(scene: Scene, first: int, last: int) -> int:
    """ "But this was new, he said": the connective belongs to the author as often as to the speaker; it stays."""
    return min(first, last)


def _inverted(scene: Scene, sentence: Sentence, cue: Cue, source: Phrase, head: Phrase) -> Draft | None:
    left = _leftwards(scene, sentence, cue.words[0] - 1)
    if left is None:
        return None
    sides = [left]
    following = source[1] + 1
    if following < sentence.stop and scene.tokens[following].text == "(":
        following = next((j + 1 for j in range(following, sentence.stop) if scene.tokens[j].text == ")"), following)
    if following + 1 < sentence.stop and scene.tokens[following].text in (",", ":", "–", "—"):
        rest = _rest(scene, sentence, following)
        if rest is not None:
            sides.append(rest)
    return _draft(scene, sentence, cue, source, head, sides, "inverted")


def _rest(scene: Scene, sentence: Sentence, mark: int) -> Side | None:
    """Content that goes on after the insertion: "A, X said, B"."""
    first = mark + 1
    last = scene.last_told(sentence)
    if first > last or scene.tokens[mark].text not in (",", ":", "–", "—"):
        return None
    while first < last and scene.tokens[first].text in _DASHES:
        first += 1
    opening = scene.opens_quote(first)
    if opening:
        return _to_end(scene, sentence, first, "quote")
    if scene.kind(first) == k.GERUND or scene.lexicon.ends.at(scene.tokens, first) or verb_shapes(scene, first):
        return None
    if scene.quote_over(scene.tokens[mark].start - 1) is not None and not opening:
        return None
    predicate = any(scene.kind(j) in _PREDICATES for j in range(first, last + 1))
    return _to_end(scene, sentence, first, "clause") if predicate else None


# Other constructions


def _relative_object(scene: Scene, i: int) -> bool:
    """ "which" and "what" do not speak."""
    return scene.tokens[i].lower in scene.lexicon.impersonal


def _quote_before(scene: Scene, sentence: Sentence, source: Phrase) -> Span | None:
    """“Is it so?” X asked: the mark inside the quotation has closed a sentence before the speaker's own."""
    if source[0] != sentence.first or sentence.i == 0:
        return None
    quote = scene.quote_over(scene.page.sentences[sentence.i - 1].end - 1)
    if quote is None or quote.outer.end > sentence.start:
        return None
    gap = scene.text[quote.outer.end : sentence.start]
    return inside(scene.text, quote) if "\n" not in gap and not gap.strip() else None


def _which_they_say(scene: Scene, sentence: Sentence, cue: Cue, head: Phrase) -> Side | None:
    """ "spending, which experts say is the biggest, ...": the content has its subject before the source."""
    before = head[0] - 1
    following = cue.words[1] + 1
    if before < sentence.first or following >= sentence.stop:
        return None
    if scene.kind(before) not in (k.RELATIVE, k.SUBORDINATOR) or scene.kind(following) not in _PREDICATES:
        return None
    if not ("clause" in cue.shapes or "that" in cue.shapes):
        return None
    last = following
    while last + 1 <= scene.last_told(sentence) and scene.tokens[last + 1].text not in (",", ";", "(", "–", "—"):
        last += 1
    return Side(following, last, "clause")


def _of_passive(scene: Scene, sentence: Sentence, cue: Cue, right: Side | None) -> Draft | None:
    """ "X is expected to come": nobody is named, X and the infinitive are the content."""
    following = cue.words[1] + 1
    subject = scene.chunks.noun_phrase_before(cue.verb, antecedent=False)
    if subject is None or following >= sentence.stop:
        return None
    if scene.kind(following) == k.INFINITIVE:
        side = _to_end(scene, sentence, following, "infinitive")
        sides = [Side(subject[0], subject[1], "object"), side] if side else []
        return _draft(scene, sentence, cue, None, None, sides, "infinitive")
    if scene.tokens[subject[0]].lower in scene.lexicon.impersonal and right is not None and right.shape == "that":
        return _draft(scene, sentence, cue, None, None, [right], "that")
    return None


def _office(scene: Scene, sentence: Sentence, cue: Cue) -> Phrase | None:
    """«В министерстве сообщили, что»: who speaks is a house, with a preposition."""
    first = sentence.first
    if scene.language != "ru" or scene.kind(first) != k.PREPOSITION or not scene.tokens[cue.verb].lower.endswith(_PLURAL):
        return None
    house = scene.chunks.phrase_starting(first + 1)
    return house if house is not None and house[1] == cue.words[0] - 1 else None


def _sourceless(scene: Scene, sentence: Sentence, cue: Cue, right: Side | None) -> Draft | None:
    house = _office(scene, sentence, cue)
    if house is not None and right is not None:
        return _draft(scene, sentence, cue, house, house, [right], right.shape)
    if right is None or right.shape not in ("that", "quote"):
        return None
    if scene.kind(cue.verb) == k.GERUND or right.shape == "quote" or scene.language == "ru":
        return _draft(scene, sentence, cue, None, None, [right], right.shape)
    return None


def _of_noun(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    i = cue.verb
    opener = i + 2 if scene.tokens[i + 1].text == "," else i + 1
    side = _to_end(scene, sentence, opener, next(iter(cue.shapes)))
    if side is None:
        return None
    owner = _owner(scene, sentence, i)
    if owner is None:
        return None
    return _draft(scene, sentence, cue, owner, owner, [side], side.shape)


def _owner(scene: Scene, sentence: Sentence, i: int) -> Phrase | None:
    """Whose claim it is: "Tokyo's claim", "his claim"."""
    j = i - 1
    while j >= sentence.first and scene.kind(j) in (k.ADJECTIVE, k.NUMBER, k.ADVERB, k.PARTICIPLE):
        j -= 1
    if j < sentence.first:
        return None
    if scene.kind(j) == k.POSSESSIVE and j > sentence.first:
        phrase = scene.chunks.phrase_ending(j - 1)
        return phrase
    if scene.kind(j) == k.DETERMINER and scene.tokens[j].lower in scene.chunks.grammar.owners:
        return j, j
    return None


def _of_phrase(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    first, last = cue.words
    if cue.kind == "hearsay":
        clause = scene.chunks.clause_at(first)
        sides = [
            Side(clause[0], first - 1, "clause"),
            Side(last + 1, min(clause[1], scene.last_told(sentence)), "clause"),
        ]
        draft = _draft(scene, sentence, cue, None, None, sides, "clause")
        return draft
    if cue.kind == "according_after":
        found = _before_according(scene, sentence, first)
    else:
        found = _behind(scene, sentence, cue)
    if found is None:
        return None
    source, head = found
    begin = min(first, source[0])
    while cue.kind == "as" and begin > sentence.first and scene.tokens[begin - 1].text != "," and begin > first - 2:
        begin -= 1
    return _draft(scene, sentence, cue, source, head, _around(scene, sentence, begin, max(last, source[1])), "clause")


def _behind(scene: Scene, sentence: Sentence, cue: Cue) -> tuple[Phrase, Phrase] | None:
    if cue.kind == "as":
        return sources.after(scene, cue.words[1], sentence) or sources.before(scene, cue.verb, sentence)
    return sources.at(scene, cue.words[1] + 1, sentence)


def _before_according(scene: Scene, sentence: Sentence, first: int) -> tuple[Phrase, Phrase] | None:
    """The source before its word (Kazakh "министрдің айтуынша") or inside it (Russian «по его словам»)."""
    if scene.language == "kk":
        phrase = scene.chunks.phrase_ending(first - 1) if first > sentence.first else None
        return (phrase, phrase) if phrase else None
    return (first + 1, first + 1), (first + 1, first + 1)


def _around(scene: Scene, sentence: Sentence, first: int, last: int) -> list[Side]:
    """The sentence without the words that name the source."""
    sides: list[Side] = []
    end = scene.last_told(sentence)
    following = last + 1
    if first > sentence.first and (scene.tokens[first - 1].text in _PAUSES or scene.closes_quote(first - 1)):
        left = _leftwards(scene, sentence, first - 1)
        if left is not None:
            sides.append(left)
    elif first > sentence.first:
        left = _leftwards(scene, sentence, first - 1)
        return [left] if left is not None and following > end else _forward(scene, sentence, following, end)
    if following <= end and scene.tokens[following].text in (",", "–", "—", ":"):
        sides += _forward(scene, sentence, following, end)
    elif not sides:
        sides += _forward(scene, sentence, following, end)
    return sides


def _forward(scene: Scene, sentence: Sentence, first: int, end: int) -> list[Side]:
    while first < end and scene.tokens[first].text in (",", ":", "–", "—"):
        first += 1
    if first > end:
        return []
    for j in range(first + 1, end):
        if scene.tokens[j].text == "(" and _credit_like(scene, j, end):
            end = j - 1
            break
    quote = scene.quote_over(scene.tokens[first].start)
    if quote is not None and scene.opens_quote(first):
        return [Side(first, _quoted_end(scene, first, end, quote.outer.end), "clause")]
    return [Side(first, end, "clause")]
