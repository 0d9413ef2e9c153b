"""How far the phrase that names a source reaches: names, abbreviations and additions in, days and places out."""

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.lexicon import office_words
from sholu.reading.speech.scene import Phrase, Scene
from sholu.text.sentences import Sentence

OPEN = frozenset({k.DETERMINER, k.NOUN, k.ADJECTIVE, k.NUMBER, k.RELATIVE, k.PARTICIPLE})
"""Kinds of words with which a source phrase or an addition to it begins."""
_BEFORE_NOUN = frozenset({k.ADJECTIVE, k.DETERMINER, k.NUMBER, k.ADVERB, k.POSSESSIVE})
_LONGEST = 45  # tokens in a source phrase with its additions
_TITLE = 4  # tokens in an office
_NAME_WORDS = 4
_RANKS = 3
_QUOTED = 6  # tokens of a name in quotation marks behind the word at which a phrase broke off


def nearer(scene: Scene, head: Phrase, verb: int, sentence: Sentence) -> Phrase:
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


def past_date(scene: Scene, head: Phrase) -> Phrase:
    """«13 августа министерство подтвердило»: the day is no part of the source."""
    first, last = head
    dated = scene.kind(first) == k.NUMBER and first + 1 < last
    return (first + 2, last) if dated and scene.tokens[first + 1].lower in scene.lexicon.occasions else head


def widened(scene: Scene, head: Phrase, verb: int, sentence: Sentence) -> Phrase:
    """The head with the additions between commas that stand before the verb."""
    last = verb - 1
    while last > head[1] and (scene.kind(last) in (k.ADVERB, k.AUXILIARY, k.INFINITIVE)):
        last -= 1
    if scene.language == "en" and head[1] < last and scene.tokens[head[1] + 1].lower in ("who", "whose"):
        return head[0], last
    if scene.tokens[last].text == "," and head[1] + 1 < last and scene.tokens[head[1] + 1].text == ",":
        aside = scene.lexicon.turns.at(scene.tokens, head[1] + 2, last)
        if aside is not None and aside.last == last - 1:
            return head
        return _before_deed(scene, head, last) if _is_gerund(scene, verb) else (head[0], last - 1)
    return head


def _is_gerund(scene: Scene, verb: int) -> bool:
    """English: "calling", a form of a verb that only goes with another."""
    lower = scene.tokens[verb].lower
    return scene.language == "en" and lower.endswith("ing") and scene.chunks.verb_base(verb) not in (None, lower)


def _before_deed(scene: Scene, head: Phrase, last: int) -> Phrase:
    """Of "Lee, the mayor, attacked Orr," before "calling him a liar" the source without the deed that comes between.

    `last` is the comma before the gerund.
    """
    opening = True  # of what stands between two commas; a clause of its own holds its verbs
    for j in range(head[1] + 2, last):
        kind = scene.kind(j)
        if scene.tokens[j].text == ",":
            opening = True
        elif kind in (k.RELATIVE, k.SUBORDINATOR, k.PREPOSITION):
            opening = False
        elif opening and (kind == k.AUXILIARY or (kind == k.VERB and scene.kind(j + 1) not in _BEHIND_PARTICIPLE)):
            comma = max(i for i in range(head[1] + 1, j) if scene.tokens[i].text == ",")
            return (head[0], comma - 1) if comma > head[1] + 1 else head
    return head[0], last - 1


_BEHIND_PARTICIPLE = frozenset({k.PREPOSITION, k.INFINITIVE, k.ADVERB, k.MARK})


def with_bracket(scene: Scene, head: Phrase, sentence: Sentence) -> Phrase:
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


def without_occasion(scene: Scene, head: Phrase) -> Phrase:
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
    while last > head[0] and scene.tokens[last].lower in scene.lexicon.occasions and not _in_name(scene, last):
        last -= 1
    return head[0], last


def _in_name(scene: Scene, i: int) -> bool:
    """English: whether a word with a capital behind another names no day: "Evros Morning", unlike "Lee Monday"."""
    both = scene.tokens[i].is_capitalised and scene.tokens[i - 1].is_capitalised
    return scene.language == "en" and both and scene.tokens[i].lower not in scene.lexicon.own_days


def trimmed(scene: Scene, phrase: Phrase) -> Phrase:
    """Russian: a source without the adverb of time before it, and without a turn or a place of posting behind it.

    «Ранее министерство», «Петров в свою очередь», «президент в Twitter».
    """
    first, last = phrase
    while last > first and scene.tokens[last].text in ".;":
        last -= 1
    if scene.language == "en" and first < last and scene.tokens[first].lower in scene.lexicon.quoting_openers:
        first += 1  # "As Minister Lee noted"
    if scene.language != "ru":
        return first, last
    while first < last and scene.tokens[first].lower in scene.lexicon.timely:
        first += 1
    for j in range(first + 1, last + 1):
        aside = scene.lexicon.turns.at(scene.tokens, j, last + 1)
        posted = (
            scene.kind(j) == k.PREPOSITION and j + 1 == last and scene.tokens[last].lower in scene.lexicon.occasions
        )
        if posted or (aside is not None and aside.last == last):
            return first, j - 1
    return first, last


def with_closing(scene: Scene, head: Phrase, stop: int) -> Phrase:
    """«Центр „Новая мысль“»: a phrase that breaks off inside a name in quotation marks, with all of that name."""
    quote = scene.quote_over(scene.tokens[head[1]].start)
    if quote is None or scene.language == "en" or quote.outer.start <= scene.tokens[head[0]].start:
        return head
    last = scene.page.token_range(quote.outer)[1] - 1
    return (head[0], last) if head[1] < last < stop and last - head[1] <= _QUOTED else head


def with_capitals(scene: Scene, head: Phrase, stop: int) -> Phrase:
    """English: a name with all its words: "Kano Weekly", "Evros Morning"."""
    last = head[1]
    if scene.language != "en" or not scene.tokens[last].is_capitalised:
        return head
    while last + 1 < stop and scene.tokens[last + 1].is_capitalised and scene.tokens[last + 1].is_word:
        if scene.tokens[last + 1].lower in scene.lexicon.own_days:
            break
        last += 1
    return head[0], last


def addition_end(scene: Scene, head: Phrase, sentence: Sentence, closed: bool) -> int:
    """The last token of ", head of Y" or ", who leads Y" after a name."""
    comma = head[1] + 1
    if scene.language == "en" and comma + 1 < sentence.stop and _narrows(scene, comma, closed):
        return _clause_end(scene, comma, sentence, closed) or head[1]
    if comma + 1 >= sentence.stop or scene.tokens[comma].text != "," or scene.kind(comma + 1) not in OPEN:
        return head[1]
    relative = scene.kind(comma + 1) == k.RELATIVE or _tells_by_participle(scene, comma + 1)
    if closed and _opens_clause(scene, comma + 1, sentence):
        return head[1]
    if not relative and not _apposed(scene, head, comma + 1, sentence):
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


def _narrows(scene: Scene, i: int, closed: bool) -> bool:
    """English: "an official who asked not to be named", "a note circulated on Monday, ...": no comma stands before."""
    if scene.tokens[i].lower in ("who", "whose"):
        return True
    return closed and scene.chunks.is_participle(i)


def _clause_end(scene: Scene, first: int, sentence: Sentence, closed: bool) -> int | None:
    """The last token of a clause that narrows a source: before the next mark; None where what is told has none."""
    for j in range(first + 1, min(sentence.stop, first + _LONGEST)):
        if scene.tokens[j].text in ",;:" or scene.closes_quote(j) or scene.opens_quote(j):
            return j - 1
    return None if closed else scene.last_told(sentence)


def _tells_by_participle(scene: Scene, i: int) -> bool:
    """Russian: «сотрудник, просивший не называть его,»: a participle that opens an addition holds its infinitives."""
    return scene.language == "ru" and scene.kind(i) == k.PARTICIPLE and scene.tokens[i].shape == "lower"


def _apposed(scene: Scene, head: Phrase, first: int, sentence: Sentence) -> bool:
    """Russian: whether a phrase behind a comma says who the source is: a being or a body, in the case of the source.

    «По словам Петрова, дороги закроют»: the roads are what is told of.
    """
    if scene.language != "ru":
        return True
    noun = first
    while noun < sentence.stop and scene.kind(noun) in _BEFORE_NOUN:
        noun += 1
    if noun >= sentence.stop or scene.kind(noun) != k.NOUN:
        return True
    told = _cases(scene, noun)
    return _may_speak(scene, noun) and not (told and told.isdisjoint(_cases_of_head(scene, head) or told))


def _may_speak(scene: Scene, i: int) -> bool:
    """Whether the noun at token `i` is a name, a being, an office or a body."""
    token = scene.tokens[i]
    if token.shape != "lower" or scene.lexicon.houses.at(scene.tokens, i, i + 1):
        return True
    if office_words("ru").titles.at(scene.tokens, i, i + _TITLE) is not None:
        return True
    forms = [form for form in readings("ru", token.lower) if form.part == "noun"]
    return not forms or any(form.animate or not form.known for form in forms)


def _cases(scene: Scene, i: int) -> frozenset[str]:
    """The cases in which the noun at token `i` may stand; empty where nothing tells them."""
    token = scene.tokens[i]
    common = frozenset(
        form.case for form in readings("ru", token.lower) if form.part == "noun" and form.known and not form.kind
    )
    if token.shape == "lower" or (common and scene.lexicon.houses.at(scene.tokens, i, i + 1)):
        return common
    if token.shape == "upper":
        return frozenset()
    return cases_of_name(_capitalised(scene, i, i + _NAME_WORDS))


def _capitalised(scene: Scene, first: int, stop: int) -> tuple[str, ...]:
    """The words with a capital that stand together from token `first` on."""
    words: list[str] = []
    for j in range(first, min(stop, len(scene.tokens))):
        if not scene.tokens[j].is_capitalised:
            break
        words.append(scene.tokens[j].text)
    return tuple(words)


def _cases_of_head(scene: Scene, head: Phrase) -> frozenset[str]:
    """The cases of the word that a source phrase is about: its first noun."""
    noun = next((j for j in range(head[0], head[1] + 1) if scene.kind(j) == k.NOUN), head[0])
    return _cases(scene, noun)


def with_name(scene: Scene, head: Phrase, stop: int) -> Phrase:
    """«Замначальника управления полковник Иван Петров»: with the name, and the rank before it, in the office's case.

    Nothing from token `stop` on is taken.
    """
    if scene.language != "ru" or scene.kind(head[0]) == k.RELATIVE:
        return head
    cases = _cases_of_head(scene, head)
    head = _with_fields(scene, head, stop)
    first = head[1] + 1
    while first < stop and first - head[1] <= _RANKS and _is_rank(scene, first, cases):
        first += 1
    name = _capitalised(scene, first, min(stop, first + _NAME_WORDS))
    last = first + len(name) - 1
    if not name or scene.tokens[first].shape == "upper" or not cases:
        return head
    own = cases_of_name(name)
    ranked = first > head[1] + 1 or len(name) > 1
    agrees = bool(own & cases) if ranked else bool(own) and own <= cases and "gen" not in own
    while agrees and last + 2 < stop and scene.tokens[last + 1].shape == "mixed" and scene.tokens[last + 1].is_word:
        last += 1  # «Фалах Аббуд аль-Джанаби»
    return (head[0], last) if agrees else head


def _with_fields(scene: Scene, head: Phrase, stop: int) -> Phrase:
    """«министр труда, занятости и спорта Иван Петров»: an office with all of the fields of its body."""
    join, j = None, head[1] + 1
    while j < min(stop, head[1] + _FIELDS) and (scene.tokens[j].text == "," or _is_field(scene, j)):
        if scene.kind(j) == k.CONJUNCTION and scene.tokens[j - 1].text != ",":
            join = j
        j += 1
    listed = join is not None and scene.tokens[head[1] + 1].text == "," and _is_field(scene, head[1] + 2)
    if join is None or not listed or office_words("ru").titles.at(scene.tokens, head[0], head[1] + 1) is None:
        return head
    rest = scene.chunks.phrase_starting(join + 1, long=True)
    return (head[0], min(rest[1], stop - 1)) if rest is not None else head


def _is_field(scene: Scene, j: int) -> bool:
    """Whether a small word may stand in a list of fields in the genitive, or joins two."""
    if scene.kind(j) == k.CONJUNCTION:
        return True
    genitive = any(form.case == "gen" for form in readings("ru", scene.tokens[j].lower))
    return scene.tokens[j].shape == "lower" and scene.kind(j) in (k.NOUN, k.ADJECTIVE) and genitive


_FIELDS = 14  # tokens between an office and the last of its fields


def _is_rank(scene: Scene, i: int, cases: frozenset[str]) -> bool:
    """Whether a small noun says what somebody is, in one of these cases and not in the genitive."""
    if scene.tokens[i].shape != "lower" or scene.kind(i) != k.NOUN:
        return False
    forms = [form for form in readings("ru", scene.tokens[i].lower) if form.part == "noun"]
    own = {form.case for form in forms if form.animate and form.number != "plural"}
    return bool(own & cases) and ("gen" not in own or "nom" not in cases)


def past_object(scene: Scene, head: Phrase) -> Phrase:
    """«Опровергает слухи министерство»: a thing in the accusative before who speaks is what the verb acts on."""
    first, last = head
    if scene.language != "ru" or first == last or scene.tokens[first].shape != "lower":
        return head
    if scene.kind(first) != k.NOUN or _may_speak(scene, first):
        return head
    following = _cases(scene, first + 1)
    nominative = scene.tokens[first + 1].shape == "upper" or ("nom" in following and "gen" not in following)
    spoken = nominative and _may_speak(scene, first + 1) and "acc" in _cases(scene, first)
    return (first + 1, last) if spoken else head


def _opens_clause(scene: Scene, first: int, sentence: Sentence) -> bool:
    """ "According to the service, the clash began ...": a definite phrase that says no office is the next subject."""
    if scene.language != "en" or scene.tokens[first].lower not in office_words("en").nominal_articles:
        return False
    titles = office_words("en").titles
    phrase = scene.chunks.phrase_starting(first)
    last = phrase[1] if phrase is not None else first
    return not any(titles.at(scene.tokens, j, sentence.stop) for j in range(first + 1, last + 1))
