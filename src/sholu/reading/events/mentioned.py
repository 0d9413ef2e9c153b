"""English: words that only speak of a deed: when something else was, what is feared, what is asked for."""

from sholu.model.reading import Event
from sholu.reading.chunks import Chunks, kinds
from sholu.reading.events.denials import is_description
from sholu.reading.events.lexicon import Hit, Rule, words

_MODIFIERS = frozenset({kinds.ADJECTIVE, kinds.NOUN, kinds.NUMBER, kinds.PARTICIPLE})
_REPEATED = frozenset({"PROTEST", "CONSULT"})
"""Deeds whose owner, "their walkout", is mostly told before with the deed itself."""
_ASKED = frozenset({"LEAVE_OFFICE"})
"""Deeds that are worth telling when they are but asked for: "demanded the minister's resignation"."""
_FAR = 5
"""Tokens of a noun phrase before its head, at most."""


def is_mentioned(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Whether a deed is named and nothing told of it: "after the strike", "fears of violence", "a duty to protect"."""
    if chunks.language != "en" or hit.first == 0:
        return False
    if not hit.value.noun:
        return _is_task(chunks, hit) or _describes(chunks, hit)
    return _is_setting(chunks, hit) or _is_notion(chunks, hit)


def _is_task(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """ "the government's responsibility to arrest them", "the power to pardon"."""
    tokens, i = chunks.tokens, hit.first - 1
    if i < 1 or tokens[i].lower not in words("en", "grammar", "infinitive"):
        return False
    return tokens[i - 1].lower in words("en", "grammar", "tasks") and chunks.kind(i - 1) != kinds.VERB


def _describes(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """ "the ousted man", "an agreed plan"; not "the jailed editor Ann Lee" or "two captured men", often told so."""
    if chunks.kind(hit.first - 1) == kinds.NUMBER or not is_description(chunks, hit):
        return False
    i, stop = hit.last + 1, chunks.sentence(hit.first).stop
    while i < stop and chunks.kind(i) in _MODIFIERS:
        if chunks.tokens[i].is_capitalised and chunks.kind(i) != kinds.ADJECTIVE:
            return False
        i += 1
    return True


def only_asked_for(event: Event, language: str) -> bool:
    """English: whether an event is but what somebody demands: the demand is the deed, unless a court makes it."""
    if language != "en" or event.modality != "demanded" or event.type in _ASKED:
        return False
    return not any("JUD" in role.sector for role in event.actors)


def _is_setting(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """ "after the strike, talks began", "before their walkout": told before, or not at all."""
    tokens, i = chunks.tokens, _before_modifiers(chunks, hit.first)
    if i < 1:
        return False
    opener = tokens[i].lower
    if opener in words("en", "grammar", "definite") and _is_spoken_of(chunks, i - 1):
        return True
    if _goes_on(chunks, hit):
        return False
    if chunks.kind(i) == kinds.POSSESSIVE and _is_day(chunks, i - 1):
        return chunks.kind(_before_modifiers(chunks, i - 1)) == kinds.PREPOSITION  # "from last night's attack"
    if opener in words("en", "grammar", "attaching_name") and tokens[i - 1].lower in words("en", "grammar", "spells"):
        return _opens_setting(chunks, _before_modifiers(chunks, i))  # "after two weeks of protests"
    if chunks.kind(i) == kinds.POSSESSIVE or opener in words("en", "grammar", "owners"):
        owned = chunks.kind(i) == kinds.POSSESSIVE
        if hit.value.type not in _REPEATED or (owned and tokens[i - 1].is_capitalised):
            return False
        i = _before_modifiers(chunks, i) if owned else i
        return i > 0 and _opens_setting(chunks, i - 1 if chunks.kind(i) == kinds.DETERMINER or not owned else i)
    return opener in words("en", "grammar", "definite") and _opens_setting(chunks, i - 1)


def _is_spoken_of(chunks: Chunks, i: int) -> bool:
    """Whether a deed only tells what words or a place here are of: "he said of the attack", "the site of the raid"."""
    tokens = chunks.tokens
    about = i > 0 and tokens[i].lower in words("en", "grammar", "about")
    return about and tokens[i - 1].lower in words("en", "grammar", "spoken")


def _is_day(chunks: Chunks, i: int) -> bool:
    """Whether a possessor is a day, "Monday's", "yesterday evening's"."""
    return i >= 0 and chunks.tokens[i].lower in words("en", "grammar", "days")


def _is_notion(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """ "fears of violence", "a commitment to peace talks": what is thought of, not what was done."""
    tokens, i = chunks.tokens, _before_modifiers(chunks, hit.first)
    if i > 0 and chunks.kind(i) == kinds.DETERMINER:
        i -= 1
    linked = i > 0 and tokens[i].lower in words("en", "grammar", "notion_links")
    return linked and tokens[i - 1].lower in words("en", "grammar", "notions")


def _before_modifiers(chunks: Chunks, first: int) -> int:
    """The token before the common words that narrow a noun; names and days are particulars, and end the search."""
    i = first - 1
    while i >= 0 and first - i <= _FAR and chunks.kind(i) in _MODIFIERS and chunks.tokens[i].shape == "lower":
        i -= 1
    return i


def _goes_on(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Whether more is told behind a noun, "of the mayor", "by rebels", "that killed nine"."""
    i = hit.last if chunks.kind(hit.last) == kinds.PREPOSITION else hit.last + 1
    if i >= len(chunks.tokens):
        return False
    more = chunks.kind(i) in (kinds.PREPOSITION, kinds.RELATIVE, kinds.INFINITIVE)
    return more or chunks.tokens[i].lower in words("en", "grammar", "that")


def _opens_setting(chunks: Chunks, i: int) -> bool:
    """Whether a preposition here says when or why something else was: "during", "ahead of"."""
    tokens = chunks.tokens
    if i < 0:
        return False
    if tokens[i].lower in words("en", "grammar", "settings") | words("en", "grammar", "sequence"):
        return True
    of = tokens[i].lower in words("en", "grammar", "attaching_name")
    return of and i > 0 and tokens[i - 1].lower in words("en", "grammar", "settings_of")
