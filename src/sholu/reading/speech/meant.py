"""Whom a source phrase means, and whether they go without a name."""

from sholu.model.reading import EntityKind, Mention
from sholu.reading.chunks import kinds as k
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import features, lemma, readings
from sholu.reading.offices.lexicon import office_words
from sholu.reading.speech.scene import Draft, Phrase, Scene

_LONGEST = 300  # tokens between who tells and whom they cite
_SPEAKERS: tuple[EntityKind, ...] = ("person",)


def entity_of(scene: Scene, entities: EntityIndex, head: Phrase) -> str | None:
    """Id of the entity that a source phrase means: the person in it, else what its head word names."""
    if scene.kind(head[0]) == k.RELATIVE:
        antecedent = scene.chunks.antecedent(head[0])
        if antecedent is None or antecedent == head:
            return None
        head = antecedent
    span = scene.page.span(*head)
    people = [
        (mention, id)
        for mention, id in entities.within(span)
        if entities.get(id).kind in _SPEAKERS
        and mention.form != "pronoun"
        and not _owns(scene, entities, mention, head)
        and not _belongs(scene, entities.get(id).name, mention, head)
        and not _hangs_on(scene, mention, head)
        and not _narrows(scene, mention, head)
    ]
    if people:  # English: "Unity spokesman Ann Lee" ends with who speaks
        mention, id = people[-1]
        closes = scene.language == "en" and mention.end == span.end and mention.form == "name"
        return id if closes else people[0][1]
    if head[0] == head[1]:
        return entities.at(span)
    last = core_last(scene, head)
    first = _behind_owner(scene, entities, head, last)
    found = entities.at(scene.page.span(first, last), _SPEAKERS) or entities.at(scene.page.span(last, last))
    found = found or _explained(scene, entities, head, last) or _spoken_through(scene, entities, head)
    return found or _quoted_name(scene, entities, head, last)


def _behind_owner(scene: Scene, entities: EntityIndex, head: Phrase, last: int) -> int:
    """The first token behind the last "'s" of an English source phrase, or a name that narrows: they do not speak."""
    if scene.language != "en":
        return head[0]
    owned = [j for j in range(head[0], last) if scene.tokens[j].shape == "possessive"]
    within = entities.within(scene.page.span(*head))
    narrowing = (mention for mention, id in within if entities.get(id).kind in _SPEAKERS)
    owned += [scene.page.token_at(one.end) - 1 for one in narrowing if _narrows(scene, one, head)]
    return min(max(owned) + 1, last) if owned else head[0]


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
        another = words[0].lower() not in name.lower().split() or _is_womans_alone(scene, words, head)
        own = cases_of_name(words) - ({"nom"} if another else frozenset())
    else:
        own = frozenset(form.case for form in readings("ru", words[0].lower()) if form.number != "plural")
    return speaks and bool(cases) and bool(own) and cases.isdisjoint(own)


def _is_womans_alone(scene: Scene, words: tuple[str, ...], head: Phrase) -> bool:
    """Russian: whether a surname could stand in the nominative for a woman only, of whom a man's verb does not tell.

    «Пресс-секретарь Трампа заявил»: it is not Trampa who said so.
    """
    if len(words) != 1 or not words[0].endswith(("а", "я")):
        return False
    sentence = scene.page.sentence_at(scene.tokens[head[0]].start)
    beside = [i for i in (head[0] - 1, head[1] + 1) if sentence.first <= i < sentence.stop]
    said = [scene.tokens[i].lower for i in beside if scene.kind(i) == k.VERB]
    return any(verb.endswith(_MANS) for verb in said)


_MANS = ("л", "лся")
"""How verbs end that tell what a man has done."""


def _narrows(scene: Scene, mention: Mention, head: Phrase) -> bool:
    """English: "child custody lawyers", "Lee supporters": somebody who only narrows the noun behind."""
    behind = scene.page.token_at(mention.end)
    if scene.language != "en" or behind > head[1] or scene.tokens[behind].shape != "lower":
        return False
    return scene.kind(behind) == k.NOUN


def _hangs_on(scene: Scene, mention: Mention, head: Phrase) -> bool:
    """English: "a lawyer for Ann Lee", "a source in the office of Minister Lee": a person behind a preposition."""
    if scene.language != "en":
        return False
    name = scene.page.token_at(mention.start)
    first = _title_start(scene, head, name)
    while first < name and first - 1 > head[0] and scene.tokens[first - 1].is_capitalised:
        first -= 1  # "Interior | Minister Lee"
    while first - 1 > head[0] and scene.kind(first - 1) == k.DETERMINER:
        first -= 1
    return first - 1 > head[0] and scene.kind(first - 1) == k.PREPOSITION


def _title_start(scene: Scene, head: Phrase, first: int) -> int:
    """Where the office right before a name begins: "Interior Minister Lee"; the name itself without one."""
    titles = office_words("en").titles
    for start in range(max(head[0], first - _TITLE), first):
        match = titles.at(scene.tokens, start, first)
        if match is not None and match.last == first - 1:
            return start
    return first


_TITLE = 4  # tokens in an office


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
    behind = head[1] + 1
    if behind < len(scene.tokens) and scene.tokens[behind].lower in ("who", "whose"):
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
    """ "the Ana Bell Bloc party", "the “Neva” news agency": the institution or outlet before the small nouns for it."""
    if scene.language != "en" or last == head[0] or scene.tokens[last].shape != "lower":
        return None
    name = last - 1
    while name > head[0] and (scene.closes_quote(name) or _is_small_noun(scene, name)):
        name -= 1
    id = entities.at(scene.tokens[name].span, ("organisation", "outlet"))
    return None if id is None or not scene.tokens[name].is_capitalised else id


def _spoken_through(scene: Scene, entities: EntityIndex, head: Phrase) -> str | None:
    """English: "the press service of the mayor's office": the body whose service it is."""
    match = scene.lexicon.mouthpieces.at(scene.tokens, head[0], head[1] + 1)
    if match is None or match.last >= head[1]:
        return None
    behind = scene.page.span(match.last + 1, head[1])
    bodies = [id for _, id in entities.within(behind) if entities.get(id).kind == "organisation"]
    return bodies[0] if bodies else None


def _is_small_noun(scene: Scene, i: int) -> bool:
    return scene.tokens[i].shape == "lower" and scene.kind(i) == k.NOUN


def service_of(scene: Scene, entities: EntityIndex, head: Phrase) -> str | None:
    """English: "Radio Neva's Kazakh service", "the BBC's Ann Lee", "an AFP reporter": the outlet for which they speak.

    Not "the BBC's director": whoever runs an outlet speaks for himself.
    """
    if scene.language != "en":
        return None
    own = scene.tokens[core_last(scene, head)].lower in scene.lexicon.reporters
    for mention, id in entities.within(scene.page.span(*head)):
        behind = scene.page.token_range(mention.span)[1]
        if entities.get(id).kind != "outlet" or behind > head[1]:
            continue
        owner = scene.tokens[behind].shape == "possessive"
        named = (
            owner and behind < head[1] and all(scene.tokens[j].is_capitalised for j in range(behind + 1, head[1] + 1))
        )
        if named or own:
            return id
    return None


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
    behind = head[1] + 1  # «ИА „X“ со ссылкой на Y», "the Post, citing Y, reported"
    if scene.language in ("en", "ru") and behind + 1 < len(scene.tokens) and scene.tokens[behind].text == ",":
        behind += 1
    match = scene.lexicon.citing.at(scene.tokens, behind, len(scene.tokens)) if behind < len(scene.tokens) else None
    cited = scene.chunks.phrase_starting(match.last + 1, long=True) if match is not None else None
    return (head, cited) if cited is not None else None


def cited_far(scene: Scene, draft: Draft) -> Phrase | None:
    """Who is cited at the edge of the sentence in which an outlet tells.

    "X reported that A, citing two officials", "Citing two officials, X reported that A".
    """
    if draft.cue is None or draft.head is None or scene.language == "kk":
        return None
    sentence = scene.page.sentences[draft.sentence]
    first = max(draft.cue[1], draft.head[1]) + 1
    behind = range(first, min(sentence.stop - 1, first + _LONGEST))
    for j in (*([sentence.first] if draft.head[0] > sentence.first else []), *behind):
        match = scene.lexicon.citing.at(scene.tokens, j, sentence.stop)
        if match is None or scene.quote_over(scene.tokens[j].start) is not None:
            continue
        cited = scene.chunks.phrase_starting(match.last + 1, long=True) if match.last + 1 < sentence.stop else None
        return cited if cited is not None and may_be_cited(scene, cited) else None
    return None


def may_be_cited(scene: Scene, cited: Phrase) -> bool:
    """Whether what is cited can have told something: not "citing safety concerns", «ссылаясь на то, что»."""
    core = core_last(scene, cited)
    words = scene.lexicon
    inside = range(cited[0], cited[1] + 1)
    if (
        any(scene.tokens[j].lower in words.faceless | words.anonymous for j in inside)
        or scene.tokens[core].is_capitalised
    ):
        return True
    titles = office_words(scene.language).titles
    if any(titles.at(scene.tokens, j, cited[1] + 1) for j in inside):
        return True
    if scene.language == "en":
        return scene.tokens[core].lower in words.occasions | words.quotable
    forms = [form for form in readings("ru", scene.tokens[core].lower) if form.part == "noun"]
    paper = words.documents.at(scene.tokens, core, core + 1) or words.houses.at(scene.tokens, core, core + 1)
    return paper is not None or any(form.known and form.animate for form in forms)


def issuer(scene: Scene, entities: EntityIndex, head: Phrase) -> Phrase | None:
    """Russian: «в отзыве Венецианской комиссии»: the phrase of whoever speaks through the paper that a source names."""
    if scene.language != "ru":
        return None
    core = core_last(scene, head)
    if core >= head[1] or scene.lexicon.documents.at(scene.tokens, core, core + 1) is None:
        return None
    first = core + 1
    if scene.kind(first) not in (k.NOUN, k.ADJECTIVE) and not scene.opens_quote(first):
        return None
    noun = next((j for j in range(first, head[1] + 1) if scene.kind(j) == k.NOUN), first)
    body = scene.tokens[noun].is_capitalised or scene.lexicon.houses.at(scene.tokens, noun, noun + 1) is not None
    forms = readings("ru", scene.tokens[noun].lower)
    being = any(form.animate and form.case == "gen" for form in forms)
    named = any(True for _ in entities.within(scene.page.span(first, head[1])))
    return (first, head[1]) if body or being or named else None


def body_of(scene: Scene, entities: EntityIndex, head: Phrase) -> str | None:
    """Russian: «аналитики банка „Опора“»: several without a name speak for the one body of which they are."""
    if scene.language != "ru":
        return None
    core = core_last(scene, head)
    forms = [form for form in readings("ru", scene.tokens[core].lower) if form.part == "noun"]
    if core >= head[1] or not forms or not all(form.number == "plural" and form.animate for form in forms):
        return None
    behind = list(entities.within(scene.page.span(core + 1, head[1])))
    bodies = {id for _, id in behind if entities.get(id).kind == "organisation"}
    return bodies.pop() if len(bodies) == 1 else None


def core_last(scene: Scene, head: Phrase) -> int:
    """The word that a phrase is about: the last one before what hangs on it by a preposition or bracket."""
    last = head[0]
    for j in range(head[0], head[1] + 1):
        kind = scene.kind(j)
        if j > head[0] and (kind == k.PREPOSITION or (scene.language == "en" and _follows_noun(scene, j))):
            break
        if scene.tokens[j].text in "([" or (scene.language == "ru" and j > head[0] and _hangs(scene, j)):
            break
        if scene.tokens[j].is_word and kind not in (k.DETERMINER, k.MARK):
            last = j
            if scene.language == "ru" and kind == k.NOUN:
                break
    return last


def _follows_noun(scene: Scene, j: int) -> bool:
    """English: "officials | who know of it", "a source | that knows", "villagers | close to the mine"."""
    if scene.kind(j - 1) != k.NOUN:
        return False
    goes_on = j + 1 < len(scene.tokens) and scene.kind(j + 1) == k.PREPOSITION
    return scene.kind(j) in (k.RELATIVE, k.SUBORDINATOR) or (goes_on and scene.kind(j) in (k.ADJECTIVE, k.VERB))


def kept_back(scene: Scene, head: Phrase) -> int | None:
    """The word of a source that says that nobody knows who it is: "a [source] familiar with the talks"."""
    core = core_last(scene, head)
    first = head[0] if scene.language == "en" else core
    words = (j for j in range(first, core + 1) if scene.tokens[j].lower in scene.lexicon.faceless)
    return next((j for j in words if j == core or scene.tokens[j].shape == "lower"), None)


def _hangs(scene: Scene, j: int) -> bool:
    return scene.kind(j - 1) == k.NOUN


def is_anonymous(scene: Scene, entities: EntityIndex, head: Phrase, source: Phrase | None = None) -> bool:
    """Whether the source is somebody of whom no name is given: "sources", "experts", "officials who asked not to".

    What the whole `source` adds behind its head may say so.
    """
    span = scene.page.span(*head)
    unknown = kept_back(scene, head)
    if unknown is not None and (scene.tokens[unknown].shape == "lower" or unknown == head[0]):
        return True  # "a source in the office of Ann Lee"
    if any(entities.get(id).kind == "person" and mention.form == "name" for mention, id in entities.within(span)):
        return False
    first, last = source or head
    if any(True for _ in scene.lexicon.nameless.find(scene.tokens, first, last + 1)):
        return True
    word = scene.tokens[core_last(scene, head)].lower
    known = scene.lexicon.anonymous
    return word in known or (scene.language != "en" and lemma(scene.language, word) in known)
