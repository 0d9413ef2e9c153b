"""From a cue to a draft: which construction it is, who speaks, and on which side the content stands."""

from dataclasses import replace

from sholu.reading.chunks import kinds as k
from sholu.reading.speech import meant, sources
from sholu.reading.speech.according import of_phrase, pointing_back
from sholu.reading.speech.content import settled
from sholu.reading.speech.cues import Cue, claimant, is_denied, is_impersonal
from sholu.reading.speech.left import (
    after_break,
    behind_dash,
    dash_speech,
    left_side,
    leftwards,
    quote_before,
    told_behind,
    told_on,
)
from sholu.reading.speech.making import made
from sholu.reading.speech.reach import PAUSES, PREDICATES, Side, to_end
from sholu.reading.speech.relaying import names_quoted, relayed
from sholu.reading.speech.right import relative_end, right_side, which_they_say
from sholu.reading.speech.scene import DASHES, Draft, Phrase, Scene
from sholu.text.sentences import Sentence

_GOES_ON = PAUSES | {":"}
_BREAKS = DASHES | {","}
_SAYS = 0.5  # least confidence of a verb whose subject may be "which"
_NOBODY = 0.6  # share of confidence left where no speaker is found


def draft_of(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """The attribution that a cue makes; None if no content or no use for it is found."""
    if cue.kind == "verb":
        draft = _of_verb(scene, sentence, cue)
        scene.speaking = draft or scene.speaking
        return draft
    if cue.kind == "noun":
        return _of_noun(scene, sentence, cue)
    if cue.kind == "belief":
        return _of_belief(scene, sentence, cue)
    return of_phrase(scene, sentence, cue)


def _of_verb(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    inserted = _inserted(scene, sentence, cue) or _topic_first(scene, sentence, cue)
    if inserted is not None:
        return inserted
    told = relayed(scene, sentence, cue)
    if told is not None or names_quoted(scene, sentence, cue):
        return told
    right = right_side(scene, sentence, cue)
    if scene.kind(cue.verb) == k.VERB and scene.chunks.is_passive(cue.verb):
        return _of_passive(scene, sentence, cue, right)
    inverted = _speaker_last(scene, sentence, cue, right)
    return inverted if inverted is not None else _speaker_first(scene, sentence, cue, right)


def _of_belief(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """ "X is convinced that Y", "X took the view that Y"."""
    right = right_side(scene, sentence, cue)
    found = sources.before(scene, cue.verb, sentence) if right is not None else None
    if right is None or found is None or scene.kind(found[1][0]) == k.RELATIVE:
        return None
    return made(scene, sentence, cue, *found, [right], "that")


def _speaker_last(scene: Scene, sentence: Sentence, cue: Cue, right: Side | None) -> Draft | None:
    """ "Y, said X"."""
    finite = scene.kind(cue.verb) != k.GERUND and not is_denied(scene, cue)
    if not finite or "inverted" not in cue.shapes or not after_break(scene, sentence, cue.words[0]):
        return None
    if scene.chunks.verb_base(cue.verb) in scene.lexicon.addressing:
        return None  # "..., Lee told reporters"
    quoted = scene.closes_quote(cue.words[0] - 1)
    if right is not None and right.shape == "quote" and scene.tokens[right.first - 1].text == ":":
        right = None if sources.after(scene, cue.words[1], sentence) else right  # "A, writes the Post: B"
    if right is not None and right.shape == "that" and _said_before(scene, sentence, cue, right):
        right = None
    found = sources.after(scene, cue.words[1], sentence)
    free = right is None or right.shape == "object" or (quoted and right.shape == "clause")
    if not free and not (found is not None and _set_off(scene, sentence, cue, found)):
        return None
    if found is None or not (quoted or not _goes_on(scene, sentence, found[0])):
        return None
    if not quoted and not meant.can_speak(scene, found[1]):
        return None
    return _inverted(scene, sentence, cue, *found)


def _set_off(scene: Scene, sentence: Sentence, cue: Cue, found: tuple[Phrase, Phrase]) -> bool:
    """English: whether commas on both sides, or "who" behind it, show that a noun phrase is who speaks.

    "If prices fall, wrote an analyst, wages will"; "The trouble is not over, warned a welder who would not be named".
    """
    source, head = found
    if scene.language != "en" or not meant.can_speak(scene, head) or scene.tokens[cue.words[0] - 1].text != ",":
        return False
    after = source[1] + 1
    if source[1] > head[1] and scene.tokens[head[1] + 1].lower in ("who", "whose"):
        return True
    insertion = after < sentence.stop and scene.tokens[after].text == "," and source == head
    return insertion and any(scene.kind(j) in PREDICATES for j in range(sentence.first, cue.words[0]))


def _said_before(scene: Scene, sentence: Sentence, cue: Cue, right: Side) -> bool:
    """Russian: «„Так нельзя“, – возмутился X, когда пришёл»: a quotation before outweighs a clause that tells when."""
    if scene.language != "ru" or scene.tokens[right.first].lower in scene.lexicon.complementiser:
        return False
    last = cue.words[0] - 1
    while last > sentence.first and scene.tokens[last].text in _BREAKS:
        last -= 1
    return scene.closes_quote(last)


def _speaker_first(scene: Scene, sentence: Sentence, cue: Cue, right: Side | None) -> Draft | None:
    """ "X said Y", and "Y, X said"."""
    if scene.language == "ru" and is_impersonal(scene, cue.verb):
        return _sourceless(scene, sentence, cue, right)
    found = _shared_source(scene, sentence, cue) or sources.before(scene, cue.verb, sentence)
    if found is None and right is not None and cue.words[0] == sentence.first:
        found = _main_subject(scene, sentence, cue, right)
    if found is None:
        return _sourceless(scene, sentence, cue, right)
    source, head = found
    finite = scene.kind(cue.verb) != k.GERUND
    pointing = pointing_back(scene, sentence, cue, found) if finite else None
    if pointing is not None:
        return pointing
    if scene.kind(head[0]) == k.RELATIVE:
        if scene.tokens[head[0]].lower in scene.lexicon.impersonal and not _is_body(scene, cue, head[0]):
            return None  # "which" and "what" do not speak
        if right is not None:
            right.last = relative_end(scene, right)
    elif finite:
        draft = _content_first(scene, sentence, cue, right, source, head)
        if draft is not None:
            return draft
    if right is not None:
        return made(scene, sentence, cue, source, head, [right], right.shape)
    behind = quote_before(scene, sentence, source) if finite and "inverted" in cue.shapes else None
    if behind is not None:
        return Draft(cue.words, source, head, [behind], max(cue.shapes.values()), sentence.i, "inverted")
    extraposed = which_they_say(scene, sentence, cue, head)
    return made(scene, sentence, cue, source, head, [extraposed], "clause") if extraposed else None


def _main_subject(scene: Scene, sentence: Sentence, cue: Cue, right: Side) -> tuple[Phrase, Phrase] | None:
    """ "Noting that ..., X left": the subject of the main clause."""
    if scene.kind(cue.verb) != k.GERUND or right.last + 2 >= sentence.stop or scene.tokens[right.last + 1].text != ",":
        return None
    return sources.at(scene, right.last + 2, sentence)


def _is_body(scene: Scene, cue: Cue, relative: int) -> bool:
    """ "the ministry, which said": whether a relative pronoun before a verb stands for an institution."""
    found = scene.chunks.antecedent(relative)
    if found is None or found[1] >= relative or max(cue.shapes.values(), default=0.0) < _SAYS:
        return False
    last = found[1]
    return scene.tokens[last].is_capitalised or scene.lexicon.houses.at(scene.tokens, last, last + 1) is not None


def _content_first(
    scene: Scene, sentence: Sentence, cue: Cue, right: Side | None, source: Phrase, head: Phrase
) -> Draft | None:
    """ "Y, X said", perhaps with more of Y behind; a quotation before the source outweighs a doubtful right side."""
    left = left_side(scene, sentence, cue, source)
    if left is None or is_denied(scene, cue):
        return None
    behind = cue.words[1] + 1
    pause = behind < sentence.stop and scene.tokens[behind].text in PAUSES
    if right is not None and right.shape == "quote" and pause and scene.closes_quote(left.last):
        return made(scene, sentence, cue, source, head, [left, right], "inverted")  # “A,” X said, “B”
    doubtful = right is not None and right.shape in ("clause", "object", "infinitive")
    if right is not None and not (doubtful and scene.closes_quote(left.last)):
        return None
    further = told_on(scene, sentence, behind) if pause else told_behind(scene, sentence, left, behind)
    return made(scene, sentence, cue, source, head, [left, further] if further else [left], "inverted")


def _goes_on(scene: Scene, sentence: Sentence, source: Phrase) -> bool:
    """Whether what looks like a source has a predicate of its own: "said the roads, all new, would ..."."""
    following = source[1] + 1
    if following < sentence.stop and scene.tokens[following].text == ",":
        following += 1
        if following < sentence.stop and scene.tokens[following].lower in scene.lexicon.vouching:
            return False  # «..., заявил X, передаёт Y»
    return following < sentence.stop and scene.kind(following) in PREDICATES and source[1] - source[0] > 0


def _inserted(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """«A, – сказал он, – B»: author's words between dashes inside one quotation."""
    quote = scene.quote_over(scene.tokens[cue.verb].start)
    dash = cue.words[0] - 1
    if quote is None or scene.language == "en" or dash <= sentence.first or scene.tokens[dash].text not in DASHES:
        return None
    found = sources.after(scene, cue.words[1], sentence)
    if found is None or "inverted" not in cue.shapes:
        return None
    source, head = found
    behind = source[1] + 1
    while behind < len(scene.tokens) and scene.tokens[behind].text in ",.":
        behind += 1
    content = settled(scene, quote.inner.start, scene.tokens[dash].start, quote)
    if behind < len(scene.tokens) and scene.tokens[behind].text in DASHES:
        content += settled(scene, scene.tokens[behind].end, quote.inner.end, quote)
    if not content:
        return None
    return Draft(cue.words, source, head, content, max(cue.shapes.values()), sentence.i, "inserted")


def _topic_first(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """«О задержании сообщили источники»: what the verb's preposition opens stands before it."""
    if scene.language != "ru" or "inverted" not in cue.shapes or cue.words[0] - sentence.first < _LEAST_TOPIC:
        return None
    match = scene.lexicon.stems.at(scene.tokens, cue.verb, cue.verb + 1)
    particles = scene.lexicon.particles.get(match.pattern, ()) if match is not None else ()
    opener = scene.tokens[sentence.first].lower
    if not any(particle.words == (opener,) for particle in particles):
        return None
    if any(scene.kind(j) in PREDICATES for j in range(sentence.first, cue.words[0])):
        return None
    found = sources.after(scene, cue.words[1], sentence)
    return (
        made(scene, sentence, cue, *found, [Side(sentence.first + 1, cue.words[0] - 1, "object")], "object")
        if found
        else None
    )


_LEAST_TOPIC = 2  # tokens


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


def _inverted(scene: Scene, sentence: Sentence, cue: Cue, source: Phrase, head: Phrase) -> Draft | None:
    left = leftwards(scene, sentence, cue.words[0] - 1)
    opened = dash_speech(scene, sentence, cue.words[0])
    if opened is not None:
        left = Side(opened, cue.words[0] - 1, "inverted")
    if left is None:
        return None
    sides = [left]
    following = source[1] + 1
    if following < sentence.stop and scene.tokens[following].text == "(":
        following = next((j + 1 for j in range(following, sentence.stop) if scene.tokens[j].text == ")"), following)
    if following + 1 < sentence.stop and scene.tokens[following].text in _GOES_ON:
        further = told_on(scene, sentence, following)
    else:
        further = told_behind(scene, sentence, left, following) if opened is None else None
    if further is not None:
        sides.append(further)
    draft = made(scene, sentence, cue, source, head, sides, "inverted")
    if draft is None or opened is None:
        return draft
    return replace(draft, shape="inserted", content=[*draft.content, *behind_dash(scene, sentence)])


def _of_passive(scene: Scene, sentence: Sentence, cue: Cue, right: Side | None) -> Draft | None:
    """ "X is expected to come": nobody is named, X and the infinitive are the content."""
    following = cue.words[1] + 1
    subject = scene.chunks.noun_phrase_before(cue.verb, antecedent=False)
    if subject is None or following >= sentence.stop:
        return None
    told = scene.language == "en" and "person" in cue.shapes
    if scene.kind(following) == k.INFINITIVE and told:
        return None  # "Two diplomats were told to leave"
    if scene.kind(following) == k.INFINITIVE:
        side = to_end(scene, sentence, following, "infinitive")
        sides = [Side(subject[0], subject[1], "object"), side] if side else []
        return made(scene, sentence, cue, None, None, sides, "infinitive")
    if scene.tokens[subject[0]].lower in scene.lexicon.impersonal and right is not None and right.shape == "that":
        return made(scene, sentence, cue, None, None, [right], "that")
    return None


def _house(scene: Scene, sentence: Sentence, cue: Cue) -> Phrase | None:
    """«В министерстве сообщили, что», «В письме говорится, что»: who speaks is a house or paper, with a preposition."""
    first, verb = sentence.first, scene.tokens[cue.verb].lower
    endings = scene.chunks.grammar.endings
    while first < cue.verb and scene.language == "ru" and _only_asides(scene, first, first + 1):
        first += 1
    first = _past_addressee(scene, first, cue.verb)
    inferred = verb in scene.lexicon.inferring and scene.tokens[first].lower in scene.lexicon.partitive
    if inferred:
        house = scene.chunks.phrase_starting(first + 1)  # «Из заявления следует, что»
        return house if house is not None and house[1] < cue.words[0] else None
    if scene.kind(first) != k.PREPOSITION or not verb.endswith(
        endings.get("plural_verb", ()) + endings.get("reflexive", ())
    ):
        return None
    house = scene.chunks.phrase_starting(first + 1)
    return house if house is not None and _only_asides(scene, house[1] + 1, cue.words[0]) else None


def _past_addressee(scene: Scene, first: int, verb: int) -> int:
    """«Журналистам „Утра“ в полиции объяснили»: the token behind whoever was told, with any name."""
    if scene.language != "ru" or scene.tokens[first].lower not in scene.lexicon.addressees:
        return first
    j = first + 1
    while j < verb and (scene.quote_over(scene.tokens[j].start) is not None or scene.tokens[j].is_capitalised):
        j += 1
    return j if scene.kind(j) == k.PREPOSITION else first


def _only_asides(scene: Scene, first: int, stop: int) -> bool:
    """Whether only adverbs, commas and turns like «в свою очередь» stand from token `first` to before `stop`."""
    while first < stop:
        aside = scene.lexicon.turns.at(scene.tokens, first, stop)
        if aside is None and scene.kind(first) != k.ADVERB and scene.tokens[first].text != ",":
            return False
        first = aside.last + 1 if aside else first + 1
    return True


def _sourceless(scene: Scene, sentence: Sentence, cue: Cue, right: Side | None) -> Draft | None:
    """Speech of which nobody is named the speaker; «напомним, что» is the author's own."""
    if right is None:
        return None
    house = _house(scene, sentence, cue)
    if house is not None:
        return made(scene, sentence, cue, house, house, [right], right.shape)
    own = scene.tokens[cue.verb].lower.endswith(scene.chunks.grammar.endings.get("own", ()))
    if own or right.shape not in ("that", "quote"):
        return None
    if scene.kind(cue.verb) == k.GERUND or right.shape == "quote" or scene.language == "ru":
        draft = made(scene, sentence, cue, None, None, [right], right.shape)
        return replace(draft, confidence=draft.confidence * _NOBODY) if draft else None
    return None


def _of_noun(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    i = cue.verb
    behind = claimant(scene, sentence, i)
    if behind is not None:
        told = to_end(scene, sentence, behind[1], "that")
        if told and not any(scene.kind(j) in PREDICATES for j in range(sentence.first, i)):
            told.last = relative_end(scene, told) if scene.language == "en" else told.last  # "Claims that A are false"
        draft = made(scene, sentence, cue, behind[0], behind[0], [told], "that") if told else None
        return replace(draft, shape="claim") if draft else None
    opener = i + 2 if scene.tokens[i + 1].text == "," else i + 1
    if scene.tokens[i + 2].lower in scene.lexicon.correlative:
        opener = i + 4
    side = to_end(scene, sentence, opener, next(iter(cue.shapes)))
    if side is None:
        return None
    owner = _owner(scene, sentence, i)
    if owner is None:
        return _of_talk(scene, sentence, cue, side)
    return made(scene, sentence, cue, owner, owner, [side], side.shape)


def _of_talk(scene: Scene, sentence: Sentence, cue: Cue, side: Side) -> Draft | None:
    """Russian: «В СМИ появились сообщения о том, что A», «Ходят слухи, что A»: nobody in particular says so."""
    verb = cue.verb - 1
    while verb > sentence.first and scene.kind(verb) == k.ADJECTIVE:
        verb -= 1
    if verb < sentence.first or scene.tokens[verb].lower not in scene.lexicon.spreading:
        return None
    place = next((j for j in range(verb - 1, sentence.first - 1, -1) if scene.kind(j) == k.PREPOSITION), None)
    where = scene.chunks.phrase_starting(place + 1) if place is not None else None
    source = where if where is not None and where[1] == verb - 1 else None
    draft = made(scene, sentence, cue, source, source, [side], side.shape)
    return replace(draft, shape="claim") if draft else None


def _owner(scene: Scene, sentence: Sentence, i: int) -> Phrase | None:
    """Whose claim it is: "Tokyo's claim", "his claim"."""
    j = i - 1
    while j >= sentence.first and scene.kind(j) in (k.ADJECTIVE, k.NUMBER, k.ADVERB, k.PARTICIPLE):
        j -= 1
    if j < sentence.first:
        return None
    if scene.kind(j) == k.POSSESSIVE and j > sentence.first:
        return scene.chunks.phrase_ending(j - 1)
    if scene.kind(j) == k.DETERMINER and scene.tokens[j].lower in scene.chunks.grammar.words["owners"]:
        return j, j
    return None
