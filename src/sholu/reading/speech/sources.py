"""The phrase that names a source: how far it reaches, whom it means, and whether they go without a name."""

from sholu.model.reading import EntityKind, Mention
from sholu.reading.chunks import kinds as k
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import features, lemma, readings
from sholu.reading.offices.lexicon import office_words
from sholu.reading.speech.scene import Phrase, Scene
from sholu.text.sentences import Sentence

_LONGEST = 45  # tokens in a source phrase with its additions
_OPEN = frozenset({k.DETERMINER, k.NOUN, k.ADJECTIVE, k.NUMBER, k.RELATIVE, k.PARTICIPLE})
_SPEAKERS: tuple[EntityKind, ...] = ("person",)


def before(scene: Scene, verb: int, sentence: Sentence) -> tuple[Phrase, Phrase] | None:
    """Whole phrase and head of the source that is the subject of the verb at token `verb`."""
    head = _in_control(scene, verb, scene.chunks.noun_phrase_before(verb, antecedent=False))
    if head is not None and scene.language == "ru":
        head = _without_occasion(scene, _nearer(scene, _past_date(scene, head), verb, sentence))
    if scene.language == "ru" and (head is None or _unusable(scene, head)):
        named = _nearer(scene, (sentence.first, sentence.first), verb, sentence)
        head = named if named[1] == verb - 1 and named[0] > sentence.first else head
    if head is None or _unusable(scene, head):
        return None
    whole = head if scene.kind(head[0]) == k.RELATIVE else widened(scene, head, verb, sentence)
    return whole, head


def _nearer(scene: Scene, head: Phrase, verb: int, sentence: Sentence) -> Phrase:
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


def _past_date(scene: Scene, head: Phrase) -> Phrase:
    """«13 августа министерство подтвердило»: the day is no part of the source."""
    first, last = head
    dated = scene.kind(first) == k.NUMBER and first + 1 < last
    return (first + 2, last) if dated and scene.tokens[first + 1].lower in scene.lexicon.occasions else head


def _in_control(scene: Scene, verb: int, head: Phrase | None) -> Phrase | None:
    """ "used the occasion to say": the subject of "used" speaks, unlike in "asked the minister to say"."""
    if head is None or scene.kind(verb - 1) not in (k.INFINITIVE, k.ADVERB) or head[0] == 0:
        return head
    main = head[0] - 1
    if scene.kind(main) == k.PREPOSITION and main > 0 and scene.kind(main - 1) == k.VERB and scene.language == "en":
        main -= 1  # "took to the streets to protest"
        return scene.chunks.noun_phrase_before(main, antecedent=False) or head
    if scene.kind(main) != k.VERB or scene.chunks.verb_base(main) in scene.lexicon.controllers:
        return head
    if not any(scene.kind(j) == k.INFINITIVE for j in range(head[1] + 1, verb)):
        return head
    return scene.chunks.noun_phrase_before(main, antecedent=False) or head


def widened(scene: Scene, head: Phrase, verb: int, sentence: Sentence) -> Phrase:
    """The head with the additions between commas that stand before the verb."""
    last = verb - 1
    while last > head[1] and (scene.kind(last) in (k.ADVERB, k.AUXILIARY, k.INFINITIVE)):
        last -= 1
    if scene.tokens[last].text == "," and head[1] + 1 < last and scene.tokens[head[1] + 1].text == ",":
        aside = scene.lexicon.turns.at(scene.tokens, head[1] + 2, last)
        return head if aside is not None and aside.last == last - 1 else (head[0], last - 1)
    return head


def after(scene: Scene, cue_last: int, sentence: Sentence, *, closed: bool = False) -> tuple[Phrase, Phrase] | None:
    """Whole phrase and head of the source that follows its verb: "said X, head of Y"."""
    first = cue_last + 1
    house = _house_after(scene, cue_last, sentence)
    if house is not None:
        return at(scene, house, sentence, closed=closed)
    if _tells_itself(scene, cue_last, first, sentence):
        return at(scene, first + 1, sentence, closed=closed)
    while first < sentence.stop and (
        scene.kind(first) == k.ADVERB or _is_aside(scene, first, sentence) or _is_told(scene, first)
    ):
        first = first + 1 if _is_told(scene, first) else _past_aside(scene, first, sentence)
    found = at(scene, first, sentence, closed=closed)
    if found is not None and _as_told(scene, cue_last, sentence) and not _says_office(scene, found[1], sentence):
        found = found[1], found[1]
    return found if found is None or scene.chunks.can_be_subject(found[1], cue_last) else None


def _as_told(scene: Scene, verb: int, sentence: Sentence) -> bool:
    """Russian: «как ранее отметило министерство, мера нужна»: what follows the comma is told and says not who tells."""
    before = range(max(sentence.first, verb - 2), verb)
    return scene.language == "ru" and any(scene.tokens[j].lower == "как" for j in before)


def _says_office(scene: Scene, head: Phrase, sentence: Sentence) -> bool:
    """Whether an office stands behind the comma after a source: «Петров, глава ведомства»."""
    first = head[1] + 2
    return first < sentence.stop and office_words("ru").titles.at(scene.tokens, first, sentence.stop) is not None


def _house_after(scene: Scene, verb: int, sentence: Sentence) -> int | None:
    """«сообщили „Утру“ в среду в министерстве»: the first token of the house in which nobody in particular says so."""
    if scene.language != "ru" or not scene.tokens[verb].lower.endswith(scene.chunks.grammar.endings["plural_verb"]):
        return None
    for j in range(verb + 1, min(verb + _HOUSE, sentence.stop - 1)):
        token = scene.tokens[j]
        if scene.kind(j) == k.PREPOSITION:
            if _is_house(scene, j + 1, sentence):
                return j + 1
            continue
        lower = token.lower
        passed = lower in scene.lexicon.addressees or lower in scene.lexicon.occasions or scene.kind(j) == k.ADVERB
        if not (passed or token.is_capitalised or token.shape == "number" or token.text in _NAME_MARKS):
            return None
    return None


def _is_house(scene: Scene, first: int, sentence: Sentence) -> bool:
    """Whether the phrase from token `first` on is about an institution: its first noun is the word for one."""
    for j in range(first, min(first + _FEW, sentence.stop)):
        if scene.lexicon.houses.at(scene.tokens, j, j + 1):
            return True
        if scene.kind(j) not in (k.ADJECTIVE, k.DETERMINER):
            return False
    return False


_HOUSE = 12  # tokens between a verb of speech and the house in which it was said
_FEW = 5
_NAME_MARKS = frozenset('«»"“”„.')


def _tells_itself(scene: Scene, verb: int, first: int, sentence: Sentence) -> bool:
    """«говорится в заявлении»: the paper that says so stands behind a preposition."""
    reflexive = scene.chunks.grammar.endings.get("reflexive", ())
    return first < sentence.stop and scene.kind(first) == k.PREPOSITION and scene.tokens[verb].lower.endswith(reflexive)


def at(scene: Scene, first: int, sentence: Sentence, *, closed: bool = False) -> tuple[Phrase, Phrase] | None:
    """Whole phrase and head of a source that begins at token `first`.

    `closed`: the content is still to come, so that an addition between commas must not run to the sentence's end.
    """
    if first >= sentence.stop or not (scene.kind(first) in (*_OPEN, k.PRONOUN, k.ADVERB) or scene.opens_quote(first)):
        return None
    if scene.tokens[first].lower in scene.lexicon.occasions:
        return None
    head = scene.chunks.phrase_starting(first, long=True)
    if head is None or _unusable(scene, head):
        return None
    head = _with_bracket(scene, _without_occasion(scene, head), sentence)
    return (head[0], _addition_end(scene, head, sentence, closed)), head


def _with_bracket(scene: Scene, head: Phrase, sentence: Sentence) -> Phrase:
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


def _is_aside(scene: Scene, i: int, sentence: Sentence) -> bool:
    """In Russian circumstances come between verb and subject: «сказал в интервью РБК директор»."""
    return scene.language == "ru" and scene.kind(i) == k.PREPOSITION and i + 1 < sentence.stop


def _is_told(scene: Scene, i: int) -> bool:
    """«сообщил журналистам министр»: those who were told stand before who told them."""
    return scene.language == "ru" and scene.tokens[i].lower in scene.lexicon.addressees


def _past_aside(scene: Scene, i: int, sentence: Sentence) -> int:
    if scene.kind(i) == k.ADVERB:
        return i + 1
    phrase = scene.chunks.phrase_starting(i + 1)
    if phrase is None:
        return i + 1
    end = phrase[1]
    for j in range(phrase[0], phrase[1]):
        upper = scene.tokens[j].shape == "upper" and scene.tokens[j + 1].shape == "lower"
        if upper:
            return j + 1
    return end + 1


def _without_occasion(scene: Scene, head: Phrase) -> Phrase:
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


def _addition_end(scene: Scene, head: Phrase, sentence: Sentence, closed: bool) -> int:
    """The last token of ", head of Y" or ", who leads Y" after a name."""
    comma = head[1] + 1
    if comma + 1 >= sentence.stop or scene.tokens[comma].text != "," or scene.kind(comma + 1) not in _OPEN:
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


def _unusable(scene: Scene, head: Phrase) -> bool:
    """Whether nobody is meant by the phrase ("there", "this")."""
    if head[0] == head[1] and scene.tokens[head[0]].lower in scene.lexicon.impersonal:
        return scene.kind(head[0]) != k.RELATIVE
    owners = scene.chunks.grammar.words["owners"] if scene.language == "ru" else ()
    if head[0] == head[1] and scene.tokens[head[0]].lower in owners:
        return True  # «их обвинили»
    return not any(scene.tokens[j].is_word for j in range(head[0], head[1] + 1))


def entity_of(scene: Scene, entities: EntityIndex, head: Phrase) -> str | None:
    """Id of the entity that a source phrase means: the person in it, else what its head word names."""
    if scene.kind(head[0]) == k.RELATIVE:
        antecedent = scene.chunks.antecedent(head[0])
        if antecedent is None or antecedent == head:
            return None
        head = antecedent
    span = scene.page.span(*head)
    for mention, id in entities.within(span):
        if (
            entities.get(id).kind in _SPEAKERS
            and mention.form != "pronoun"
            and not _owns(scene, entities, mention, head)
            and not _belongs(scene, entities.get(id).name, mention, head)
        ):
            return id
    if head[0] == head[1]:
        return entities.at(span)
    last = core_last(scene, head)
    first = _behind_owner(scene, head, last)
    found = entities.at(scene.page.span(first, last), _SPEAKERS) or entities.at(scene.page.span(last, last))
    found = found or _explained(scene, entities, head, last)
    return found or _quoted_name(scene, entities, head, last)


def _behind_owner(scene: Scene, head: Phrase, last: int) -> int:
    """The first token behind the last "'s" of an English source phrase: its owner does not speak."""
    owned = [j for j in range(head[0], last) if scene.language == "en" and scene.tokens[j].shape == "possessive"]
    return owned[-1] + 1 if owned else head[0]


def _owns(scene: Scene, entities: EntityIndex, mention: Mention, head: Phrase) -> bool:
    """ "X's lawyer Y", «защитник X Y», «X-тің адвокаты Y»: X is not who speaks."""
    following = scene.page.token_at(mention.end)
    if scene.language == "kk":
        return following <= head[1] and features("kk", scene.tokens[following - 1].text).case == "gen"
    if scene.language == "ru" and following <= head[1]:
        beside = entities.within(scene.page.span(following, head[1]))
        start = scene.tokens[following].start
        return any(other.start == start and entities.get(id).kind in _SPEAKERS for other, id in beside)
    return scene.language == "en" and following < head[1] and scene.tokens[following].shape == "possessive"


def _belongs(scene: Scene, name: str, mention: Mention, head: Phrase) -> bool:
    """Russian: «пресс-служба президента Петрова»: a person in another case than the body or person that speaks."""
    core = core_last(scene, head)
    if scene.language != "ru" or scene.page.token_at(mention.start) <= core:
        return False
    said = readings("ru", scene.tokens[core].lower)
    speaks = said[0].animate or scene.lexicon.houses.at(scene.tokens, core, core + 1) is not None
    cases = {form.case for form in said if form.part == "noun" and form.number != "plural"}
    words = tuple(token.text for token in scene.page.tokens_in(mention.span) if token.is_word)
    if mention.form == "name":
        own = cases_of_name(words) - ({"nom"} if words[0].lower() not in name.lower().split() else frozenset())
    else:
        own = frozenset(form.case for form in readings("ru", words[0].lower()) if form.number != "plural")
    return speaks and bool(cases) and bool(own) and cases.isdisjoint(own)


def named_behind(scene: Scene, entities: EntityIndex, source: Phrase, head: Phrase) -> str | None:
    """ "the ambassador to X, Y, said": the person whose name closes a source behind a comma, ranks before it aside."""
    if source[1] <= head[1]:
        return None
    named: str | None = None
    for mention, id in entities.within(scene.page.span(head[1] + 1, source[1])):
        first, stop = scene.page.token_range(mention.span)
        if mention.form != "name" or entities.get(id).kind != "person" or stop - 1 != source[1]:
            continue
        while first - 1 > head[1] and scene.tokens[first - 1].is_capitalised:
            first -= 1  # "Colonel-General"
        if scene.tokens[first - 1].text == ",":
            named = id
    return named


def can_speak(scene: Scene, head: Phrase) -> bool:
    """Whether a phrase behind its verb may be who speaks: "said officials", but not "announced a new offensive"."""
    if scene.language != "en" or scene.kind(head[0]) != k.DETERMINER:
        return True
    words = office_words("en")
    last = core_last(scene, head)
    if scene.tokens[head[0]].lower in words.nominal_articles or scene.tokens[last].lower in scene.lexicon.anonymous:
        return True
    if scene.tokens[last].lower in scene.lexicon.occasions:
        return True  # "said a letter by X"
    inside = range(head[0] + 1, last + 1)
    return any(scene.tokens[j].is_capitalised or words.titles.at(scene.tokens, j, last + 1) for j in inside)


def _explained(scene: Scene, entities: EntityIndex, head: Phrase, last: int) -> str | None:
    """ "the Ana Bell Bloc party": the institution or outlet right before the small noun that says what it is."""
    if scene.language != "en" or last == head[0] or scene.tokens[last].shape != "lower":
        return None
    id = entities.at(scene.tokens[last - 1].span, ("organisation", "outlet"))
    owner = scene.tokens[last - 1].shape == "possessive"
    return None if id is None or owner or not scene.tokens[last - 1].is_capitalised else id


def _quoted_name(scene: Scene, entities: EntityIndex, head: Phrase, last: int) -> str | None:
    """портал «X», газета «X»: what the quoted name right behind the word means."""
    if scene.language != "ru" or last + 2 > head[1] or scene.tokens[last + 1].text not in '«"“„':
        return None
    start = scene.tokens[last + 2].start
    named = (id for mention, id in entities.within(scene.page.span(last + 2, head[1])) if mention.start == start)
    return next(named, None)


def cited_within(scene: Scene, head: Phrase) -> tuple[Phrase, Phrase] | None:
    """«X со ссылкой на Y»: the outlet's words and the source's; None where a source phrase has no such parts."""
    for j in range(head[0] + 1, head[1]):
        match = scene.lexicon.citing.at(scene.tokens, j, head[1] + 1)
        if match is not None and match.last < head[1]:
            return (head[0], j - 1), (match.last + 1, head[1])
    behind = head[1] + 1  # «ИА „X“ со ссылкой на Y»
    match = scene.lexicon.citing.at(scene.tokens, behind, len(scene.tokens)) if behind < len(scene.tokens) else None
    cited = scene.chunks.phrase_starting(match.last + 1, long=True) if match is not None else None
    return (head, cited) if cited is not None else None


def core_last(scene: Scene, head: Phrase) -> int:
    """The word that a phrase is about: the last one before what hangs on it by a preposition or bracket."""
    last = head[0]
    for j in range(head[0], head[1] + 1):
        kind = scene.kind(j)
        if kind == k.PREPOSITION and j > head[0]:
            break
        if scene.tokens[j].text in "([" or (scene.language == "ru" and j > head[0] and _hangs(scene, j)):
            break
        if scene.tokens[j].is_word and kind not in (k.DETERMINER, k.MARK):
            last = j
            if scene.language == "ru" and kind == k.NOUN:
                break
    return last


def _hangs(scene: Scene, j: int) -> bool:
    return scene.kind(j - 1) == k.NOUN


def is_anonymous(scene: Scene, entities: EntityIndex, head: Phrase) -> bool:
    """Whether the source is somebody of whom no name is given: "sources", "experts", "officials who asked not to"."""
    span = scene.page.span(*head)
    if any(entities.get(id).kind == "person" and mention.form == "name" for mention, id in entities.within(span)):
        return False
    word = scene.tokens[core_last(scene, head)].lower
    known = scene.lexicon.anonymous
    return word in known or (scene.language != "en" and lemma(scene.language, word) in known)
