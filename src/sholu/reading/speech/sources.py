"""Where the phrase that names a source stands: before its verb, behind it, or right behind "according to"."""

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.lexicon import office_words
from sholu.reading.speech.additions import (
    OPEN,
    addition_end,
    nearer,
    past_date,
    past_object,
    widened,
    with_bracket,
    with_capitals,
    with_closing,
    with_name,
    without_occasion,
)
from sholu.reading.speech.addressees import past_told
from sholu.reading.speech.scene import Phrase, Scene
from sholu.text.sentences import Sentence

_MAY_OPEN = OPEN | {k.PRONOUN, k.ADVERB}


def before(scene: Scene, verb: int, sentence: Sentence) -> tuple[Phrase, Phrase] | None:
    """Whole phrase and head of the source that is the subject of the verb at token `verb`."""
    verb = _before_turn(scene, verb, sentence)
    head = _in_control(scene, verb, scene.chunks.noun_phrase_before(verb, antecedent=False))
    head = _some_of_many(scene, head, verb)
    if head is not None and scene.language == "en":
        head = _before_open_aside(scene, _before_occasion(scene, head, sentence), sentence)
    if head is not None and scene.language == "ru":
        head = _without_manner(scene, head)
        head = without_occasion(scene, nearer(scene, past_date(scene, head), verb, sentence))
        head = with_name(scene, head, verb)
    if scene.language == "ru" and (head is None or _unusable(scene, head)):
        named = nearer(scene, (sentence.first, sentence.first), verb, sentence)
        head = named if named[1] == verb - 1 and named[0] > sentence.first else head
        head = named if named[1] == verb - 1 and named[0] > sentence.first else head
        head = head or _surname_before(scene, verb, sentence) or _named_first(scene, verb, sentence)
    if head is None or _unusable(scene, head):
        return None
    whole = head if scene.kind(head[0]) == k.RELATIVE else widened(scene, head, verb, sentence)
    return whole, head


def _before_occasion(scene: Scene, head: Phrase, sentence: Sentence) -> Phrase:
    """English: "denied it but in a later interview said", "who had in March said": whoever the clause goes on with."""
    first = head[0] - 1
    while first > sentence.first and scene.kind(first) in _NARROWING:  # "in a later | interview"
        first -= 1
    if first <= sentence.first or scene.kind(first) not in _BEFORE_OCCASION:
        return head
    openers = scene.chunks.grammar.words["openers"]
    if scene.tokens[first].lower in openers or scene.kind(head[0]) in (k.NUMBER, k.PRONOUN):
        return head
    if scene.kind(first - 1) not in _GOES_ON:
        return head
    return scene.chunks.noun_phrase_before(first, antecedent=False) or head


_BEFORE_OCCASION = frozenset({k.PREPOSITION, k.INFINITIVE})
_NARROWING = frozenset({k.ADVERB, k.ADJECTIVE, k.DETERMINER})
_GOES_ON = frozenset({k.CONJUNCTION, k.RELATIVE, k.AUXILIARY})


def _some_of_many(scene: Scene, head: Phrase | None, verb: int) -> Phrase | None:
    """ "One of the drivers said", «Один из водителей рассказал»: who speaks is but some of those named."""
    if scene.language == "kk" or verb == 0:
        return head
    many = head if scene.language == "en" else scene.chunks.phrase_ending(verb - 1)
    if many is None or many[0] < 2 or (many[1] != verb - 1 and scene.language == "ru"):
        return head
    of, some = scene.tokens[many[0] - 1], scene.tokens[many[0] - 2]
    partitive = of.lower in scene.lexicon.partitive and some.lower in scene.lexicon.quantities
    return (many[0] - 2, many[1]) if partitive else head


def _without_manner(scene: Scene, head: Phrase) -> Phrase:
    """Russian: «Петров с иронией ответил»: what stands behind a name and a preposition tells how, where or when."""
    for j in range(head[0] + 1, head[1]):
        partitive = scene.tokens[j].lower in scene.lexicon.partitive
        if scene.kind(j) == k.PREPOSITION and scene.tokens[j + 1].shape == "lower" and not partitive:
            named = all(scene.tokens[i].is_capitalised for i in range(head[0], j))
            return (head[0], j - 1) if named else head
    return head


def _surname_before(scene: Scene, verb: int, sentence: Sentence) -> Phrase | None:
    """Russian: «Вместе с тем Петров пояснил»: a name right before its verb, whatever its ending looks like."""
    last = verb - 1
    while last > sentence.first and scene.kind(last) == k.ADVERB:
        last -= 1
    first = last
    while first > sentence.first and scene.tokens[first - 1].is_capitalised and scene.tokens[first].is_capitalised:
        first -= 1
    if (
        scene.tokens[last].shape != "title"
        or scene.kind(last) not in (k.NOUN, k.ADJECTIVE)
        or (first > sentence.first and scene.kind(first - 1) in (k.NOUN, k.ADJECTIVE, k.PARTICIPLE, k.NUMBER))
    ):
        return None
    return (first, last) if "nom" in cases_of_name(tuple(t.text for t in scene.tokens[first : last + 1])) else None


def _named_first(scene: Scene, verb: int, sentence: Sentence) -> Phrase | None:
    """Russian: «Петров с иронией ответил»: a name at the start, and how, where or when between it and its verb."""
    last = sentence.first
    while last + 1 < verb and scene.tokens[last + 1].is_capitalised:
        last += 1
    if not scene.tokens[sentence.first].is_capitalised or last + 2 >= verb or scene.kind(last + 1) != k.PREPOSITION:
        return None
    named = scene.kind(sentence.first) in (k.NOUN, k.ADJECTIVE)
    how = scene.chunks.phrase_starting(last + 2)
    return (sentence.first, last) if named and how is not None and how[1] == verb - 1 else None


def _before_turn(scene: Scene, verb: int, sentence: Sentence) -> int:
    """English: "has in turn charged": where a turn of phrase begins that stands between a source and its verb."""
    if scene.language == "en":
        for first in range(max(sentence.first + 1, verb - _TURN), verb):
            match = scene.lexicon.turns.at(scene.tokens, first, verb)
            if match is not None and match.last == verb - 1 and scene.tokens[first - 1].text != ",":
                return first
    return verb


_TURN = 4  # tokens in a turn of phrase


def _before_open_aside(scene: Scene, head: Phrase, sentence: Sentence) -> Phrase:
    """English: "Lee, who led the team denied", "Lee, head since 2016 said": an addition that no comma closes."""
    comma = next((j for j in range(head[0], sentence.first, -1) if scene.tokens[j].text == ","), None)
    if comma is None or not scene.tokens[comma - 1].is_capitalised or comma + 1 >= head[1]:
        return head
    opener = scene.tokens[comma + 1]
    relative = opener.lower == "who" and any(scene.kind(j) == k.VERB for j in range(comma + 2, head[0]))
    office = (
        head[0] == comma + 1
        and opener.shape == "lower"
        and scene.kind(head[0]) in (k.NOUN, k.ADJECTIVE)
        and office_words("en").titles.at(scene.tokens, comma + 1, head[1] + 1) is not None
    )
    named = scene.chunks.phrase_ending(comma - 1) if relative or office else None
    return named if named is not None and scene.tokens[named[1]].is_capitalised else head


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


def after(scene: Scene, cue_last: int, sentence: Sentence, *, closed: bool = False) -> tuple[Phrase, Phrase] | None:
    """Whole phrase and head of the source that follows its verb: "said X, head of Y"."""
    first = cue_last + 1
    house = _house_after(scene, cue_last, sentence)
    if house is not None:
        return at(scene, house, sentence, closed=closed)
    if _tells_itself(scene, cue_last, first, sentence):
        return at(scene, first + 1, sentence, closed=closed)
    while first < sentence.stop:
        told = past_told(scene, first, sentence)
        if told == first and scene.kind(first) != k.ADVERB and not _is_aside(scene, first, sentence):
            break
        first = told if told > first else _past_aside(scene, first, sentence)
    found = at(scene, first, sentence, closed=closed)
    if found is not None and _as_told(scene, cue_last, sentence) and not _says_office(scene, found[1], sentence):
        found = found[1], found[1]
    return found if found is None or scene.chunks.can_be_subject(found[1], cue_last) else None


def _as_told(scene: Scene, verb: int, sentence: Sentence) -> bool:
    """Russian: «как ранее отметило министерство, мера нужна»: what follows the comma is told and says not who tells."""
    before = range(max(sentence.first, verb - 2), verb)
    return scene.language == "ru" and any(scene.tokens[j].lower == "как" for j in before)


def _says_office(scene: Scene, head: Phrase, sentence: Sentence) -> bool:
    """Whether the comma after a source adds who it is: «Петров, глава ведомства», «врач, просивший не называть его»."""
    first = head[1] + 2
    if first < sentence.stop and scene.kind(first) == k.PARTICIPLE:
        return True
    if first < sentence.stop and scene.lexicon.nameless.at(scene.tokens, first, sentence.stop) is not None:
        return True
    return first < sentence.stop and office_words("ru").titles.at(scene.tokens, first, sentence.stop) is not None


def _house_after(scene: Scene, verb: int, sentence: Sentence) -> int | None:
    """«сообщили „Утру“ в среду в министерстве»: the first token of the house in which nobody in particular says so."""
    if scene.language != "ru" or not scene.tokens[verb].lower.endswith(scene.chunks.grammar.endings["plural_verb"]):
        return None
    for j in range(verb + 1, min(verb + _HOUSE, sentence.stop - 1)):
        token = scene.tokens[j]
        if scene.quote_over(token.start) is not None:
            continue  # «сообщили „Ошскому вестнику“ в мэрии»
        if scene.kind(j) == k.PREPOSITION:
            if _is_house(scene, j + 1, sentence) or (j == verb + 1 and _is_named_house(scene, j + 1, sentence)):
                return j + 1
            continue
        lower = token.lower
        passed = lower in scene.lexicon.addressees or lower in scene.lexicon.occasions or scene.kind(j) == k.ADVERB
        if not (passed or token.is_capitalised or token.shape == "number" or token.text in _NAME_MARKS):
            return None
    return None


def _is_named_house(scene: Scene, first: int, sentence: Sentence) -> bool:
    """«Настаивают в „Казводе“»: a short name in quotation marks, or an abbreviation, that closes its clause."""
    if first >= sentence.stop:
        return False
    quote = scene.quote_over(scene.tokens[first].start)
    if quote is None or not scene.opens_quote(first):
        return scene.tokens[first].shape == "upper" and len(scene.tokens[first].text) > 1
    named = scene.page.token_range(quote.inner)
    return named[1] - named[0] <= _FEW and scene.tokens[named[0]].is_capitalised


def _is_house(scene: Scene, first: int, sentence: Sentence) -> bool:
    """Whether the phrase from token `first` on is about an institution: its first noun is the word for one."""
    for j in range(first, min(first + _FEW, sentence.stop)):
        if scene.lexicon.houses.at(scene.tokens, j, j + 1):
            return True
        named = scene.tokens[j].is_capitalised and scene.tokens[j].shape != "upper"  # «в Баткенской администрации»
        if scene.kind(j) not in (k.ADJECTIVE, k.DETERMINER) and not (named and j == first):
            return False
    return False


_HOUSE = 12  # tokens between a verb of speech and the house in which it was said
_FEW = 5
_NAME_MARKS = frozenset('«»"“”„.')


def _tells_itself(scene: Scene, verb: int, first: int, sentence: Sentence) -> bool:
    """«говорится в заявлении»: the paper that says so stands behind a preposition."""
    reflexive = scene.chunks.grammar.endings.get("reflexive", ())
    told = scene.tokens[verb].lower.endswith(reflexive) or scene.tokens[verb].lower in scene.lexicon.written
    return first < sentence.stop and scene.kind(first) == k.PREPOSITION and told


def at(scene: Scene, first: int, sentence: Sentence, *, closed: bool = False) -> tuple[Phrase, Phrase] | None:
    """Whole phrase and head of a source that begins at token `first`.

    `closed`: the content is still to come, so that an addition between commas must not run to the sentence's end.
    """
    if first >= sentence.stop or not (scene.kind(first) in _MAY_OPEN or scene.opens_quote(first)):
        return None
    if scene.tokens[first].lower in scene.lexicon.occasions:
        return None
    head = scene.chunks.phrase_starting(first, long=True)
    if head is None or _unusable(scene, head):
        return None
    head = with_bracket(scene, without_occasion(scene, past_object(scene, head)), sentence)
    head = with_closing(scene, with_name(scene, head, sentence.stop), sentence.stop)
    head = with_capitals(scene, head, sentence.stop)
    return (head[0], addition_end(scene, head, sentence, closed)), head


def _is_aside(scene: Scene, i: int, sentence: Sentence) -> bool:
    """In Russian circumstances come between verb and subject: «сказал в интервью РБК директор»."""
    return scene.language == "ru" and scene.kind(i) == k.PREPOSITION and i + 1 < sentence.stop


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


def _unusable(scene: Scene, head: Phrase) -> bool:
    """Whether nobody is meant by the phrase ("there", "this")."""
    if head[0] == head[1] and scene.tokens[head[0]].lower in scene.lexicon.impersonal:
        return scene.kind(head[0]) != k.RELATIVE
    if scene.language == "ru" and scene.tokens[head[0]].lower in scene.lexicon.addressees and head[0] != head[1]:
        forms = readings("ru", scene.tokens[head[0]].lower)
        if not any(form.case == "nom" for form in forms):
            return True  # «Журналистам „Утра“ объяснили, что»
    owners = scene.chunks.grammar.words["owners"] if scene.language == "ru" else ()
    if head[0] == head[1] and scene.tokens[head[0]].lower in owners:
        return True  # «их обвинили»
    return not any(scene.tokens[j].is_word for j in range(head[0], head[1] + 1))
