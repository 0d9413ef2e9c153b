"""Words in quotation marks with others around them that are nobody's: who is meant, or what the author goes on to tell.

«Он назвал план „одеялом с ценником“»: the plan is what he speaks of, and the quotation is all that he says.
"""

from collections.abc import Callable

from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.speech.content import inside
from sholu.reading.speech.reach import PREDICATES
from sholu.reading.speech.scene import Draft, Scene
from sholu.text.quotes import Quote

_MOST = 8  # tokens of what is described
_BREAKS = frozenset(":;")
_NOUN = 14  # tokens before «что» of what is told with a noun: «сообщение газеты „X“ о том, что»
_DIRECT = 4  # words: shorter quotations may be names
_OPENERS = frozenset({k.CONJUNCTION, k.SUBORDINATOR, k.RELATIVE})


def words_alone(scene: Scene, draft: Draft, is_name: Callable[[Quote], bool]) -> list[Span]:
    """The contents of a Russian or Kazakh draft, without what is not said where the quotation in it is all that is.

    English tells what is described as a part of what is said (attribution-en dev).
    """
    content = clause_alone(scene, draft) if scene.language == "ru" else draft.content
    if scene.language == "en" or draft.cue is None or scene.quote_over(scene.tokens[draft.cue[0]].start) is not None:
        return content
    if scene.language == "ru" and scene.lexicon.according.at(scene.tokens, draft.cue[0]) is not None:
        return content  # «По словам X, план „провалился“»: a clause of his
    found = {scene.first_quote_in(span) for span in content} - {None}
    quote = next(iter(found), None)
    if quote is None or len(found) != 1 or is_name(quote):
        return content
    words = inside(scene.text, quote)
    before = scene.page.tokens_in(Span(content[0].start, max(content[0].start, quote.outer.start)))
    if content[-1].end < scene.tokens[draft.cue[0]].start:
        broken = any(token.text in _BREAKS for token in before[-1:])
        return [words] if broken and quote.outer.end >= content[-1].end else content
    if content[0].start < scene.tokens[draft.cue[0]].start:
        return [words] if _said_first(scene, draft, quote) else content
    return [words] if _described(scene, content, quote) else content


def clause_alone(scene: Scene, draft: Draft) -> list[Span]:
    """«слухи о том, что A», «сообщение газеты, будто A»: the clause without the noun before it and whose it is."""
    first = draft.content[0]
    tokens = scene.page.tokens_in(first)
    opener = next((at for at, token in enumerate(tokens[:_NOUN]) if token.lower in _conjunctions(scene)), None)
    if opener is None or opener + 1 >= len(tokens) or draft.cue is None:
        return draft.content
    noun = opener > 0 and scene.lexicon.tidings.at(tokens, 0) is not None
    if not noun or tokens[opener - 1].text != ",":
        return draft.content
    return [Span(tokens[opener].start, first.end), *draft.content[1:]]


def _conjunctions(scene: Scene) -> frozenset[str]:
    return scene.lexicon.complementiser | scene.lexicon.hearing_that


def _said_first(scene: Scene, draft: Draft, quote: Quote) -> bool:
    """«„A“, – сказал X, B»: a whole quotation before the cue, and nothing in quotation marks behind it."""
    first, *others = draft.content
    if not quote.inner.start <= first.start or first.end > quote.outer.end or not others:
        return False
    return len(scene.page.tokens_in(first)) >= _DIRECT and all(span.start >= quote.outer.end for span in others)


def _described(scene: Scene, content: list[Span], quote: Quote) -> bool:
    """Whether all before the quotation names what is described, and all behind it is no more than an "and" goes on."""
    whole = Span(content[0].start, content[-1].end)
    before = scene.page.tokens_in(Span(whole.start, quote.outer.start)) if whole.start < quote.outer.start else []
    behind = scene.page.tokens_in(Span(quote.outer.end, whole.end)) if quote.outer.end < whole.end else []
    behind = [token for token in behind if token.is_word]
    if not (before or behind) or len(before) > _MOST:
        return False
    if before and (scene.kind(before[0].i) in _OPENERS or before[0].lower in scene.lexicon.that):
        return False
    if any(scene.kind(token.i) in PREDICATES or token.text in _BREAKS for token in before):
        return False
    return not behind or scene.kind(behind[0].i) == k.CONJUNCTION
