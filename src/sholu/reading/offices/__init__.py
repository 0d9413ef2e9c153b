"""Who holds, held or will hold which office, and where and when."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sholu.model.reading import Basis, EntityKind, Mention, Tenure, TimeExpression
from sholu.model.span import Span
from sholu.packs import Packs
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import readings
from sholu.reading.languages.nominative import nominative_phrase
from sholu.reading.offices.bare_nouns import Bare, is_land, last_named
from sholu.reading.offices.ended import Ended
from sholu.reading.offices.entering import Entering
from sholu.reading.offices.implied import Implied
from sholu.reading.offices.lexicon import office_words
from sholu.reading.offices.linking import find_links
from sholu.reading.offices.links import Link, Neighbours
from sholu.reading.offices.posts import Post, Posts, possessed
from sholu.reading.offices.terms import Term, Terms
from sholu.reading.offices.verbs import Verbs
from sholu.reading.page import Page

__all__ = ["find_tenures"]

_CONFIDENCE = {"before": 0.9, "apposition": 0.85, "paired": 0.85, "verb": 0.8, "change": 0.75, "marked": 0.7}
_TITLED = "office-before"

_BETWEEN_STATES = "IGO"
_PART = 4
"""Words at most in a part of a body that belongs to the name of an office."""

Revise = Callable[[Posts, Sequence[Post], Sequence[Link]], list[Link]]
"""Makes the final links of a page of its posts and of those that the grammar has linked."""


def find_tenures(
    page: Page,
    entities: EntityIndex,
    times: Sequence[TimeExpression],
    packs: Packs,
    revise: Revise | None = None,
) -> list[Tenure]:
    """The tenures of a page in the order of the text, ids "h1", "h2", ...

    `office` is the title in its base form, small letters, in the text's language; `organisation` an entity, which is
    added to `entities` when the text only describes it ("the regional department of internal affairs"). Status is as
    of the document's date. Where the text does not say which country an office belongs to, `packs` may know. `revise`
    has the last word on who is linked with which words of office.
    """
    posts = Posts(page, entities, times)
    links = list(Implied(posts).settled(find_links(posts, revise)))
    terms = Terms(posts, times)
    bare = Bare(page, entities)
    drafts: dict[tuple[str, str], list[Tenure]] = {}
    leaving = [link for link in links if link.sense == "leave"]
    left = {(link.person, link.post.head_first) for link in leaving if terms.term(link).status == "former"}
    verbs = Verbs(Neighbours(posts, ()))
    ended = Ended(verbs, links)
    for link in sorted(links, key=lambda link: (link.verb is None, link.post.first)):
        term = terms.term(replace(link, is_former=link.is_former or ended.by_death(link)))
        if ended.since(link, term.start):
            term = term._replace(status="former")
        tenure = _tenure(page, entities, packs, replace(link, post=bare.meant(link.post)), term)
        if link.sense in ("become", None) and (link.person, link.post.head_first) in left:
            tenure = replace(tenure, status="former")  # "X, who became minister in May, was replaced"
        _enter(entities, drafts.setdefault((tenure.person, tenure.office), []), tenure)
    _settle_countries(entities, drafts)
    found = sorted((tenure for group in drafts.values() for tenure in group), key=lambda tenure: tenure.evidence)
    if page.language.tag == "en":
        found = list(_without_short_titles(found))
    found = Entering(verbs, times).dated(found)
    return [_numbered(tenure, number) for number, tenure in enumerate(found, start=1)]


def _tenure(page: Page, entities: EntityIndex, packs: Packs, link: Link, term: Term) -> Tenure:
    post = link.post
    organisation = post.organisation or _described(page, entities, post)
    country = post.country or (entities.get(organisation).country if organisation else None)
    between = organisation is not None and _BETWEEN_STATES in entities.get(organisation).sector
    if country is None and not between:
        country = entities.get(link.person).country or _known_country(entities, packs, link)
    tokens = [post.first, post.last, link.person_first, link.person_last, *term.told]
    if link.verb is not None:
        tokens.append(link.verb)
    return Tenure(
        id="",
        person=link.person,
        office=_titled(page, link),
        evidence=page.span(min(tokens), max(tokens)),
        organisation=organisation,
        country=country,
        start=term.start,
        end=term.end,
        status=term.status,
        confidence=_CONFIDENCE[link.basis] if link.score is None else round(link.score, 3),
        basis=link.marks or (Basis("exact", f"office-{link.basis}", _CONFIDENCE[link.basis]),),
    )


def _titled(page: Page, link: Link) -> str:
    """The office; with the part of a body that it heads, where that has no name: "head of the press centre"."""
    post = link.post
    if post.body is None or link.verb == post.head_first:
        return post.office
    words = office_words(page.language.tag)
    first, last = post.body
    tokens = page.tokens[first : last + 1]
    if len(tokens) > _PART or any(token.shape != "lower" for token in tokens[int(words.before_title) :]):
        return post.office
    part = " ".join(token.lower for token in tokens)
    if words.before_title:
        plain = tokens[-1].lower in words.parts and " " not in post.office
        return f"{part} {possessed(post.office)}" if plain else post.office
    at = next((j for j, token in enumerate(tokens) if token.lower in words.bodies | words.parts), None)
    if at is None or tokens[at].lower not in words.parts or post.head_last > first:
        return post.office
    return f"{post.office} {'of ' if page.language.tag == 'en' else ''}{part}"


def _settle_countries(entities: EntityIndex, drafts: dict[tuple[str, str], list[Tenure]]) -> None:
    """Give people whose country nothing else tells that of the one country whose offices they hold or held."""
    for person in {person for person, _ in drafts}:
        if entities.get(person).country is None:
            held = {tenure.country for key, group in drafts.items() if key[0] == person for tenure in group}
            countries = held - {None}
            if len(countries) == 1:
                entities.update(person, country=countries.pop())


def _known_country(entities: EntityIndex, packs: Packs, link: Link) -> str | None:
    """The country in which the packs know the person in office; None if there are several or none."""
    known = entities.get(link.person).same_as.get("pack")
    countries = {holding.country for holding in packs.holdings_of(str(known))} if known else set()
    return countries.pop() if len(countries) == 1 else None


def _described(page: Page, entities: EntityIndex, post: Post) -> str | None:
    """The entity of an institution that is named by description only; made if there is none for these words."""
    if post.body is None:
        return None
    span = page.span(*post.body)
    whole = _with_article(page, post.body)
    for mention, id in entities.within(whole):
        if Span(mention.start, mention.end) in (span, whole):
            return id
    if page.language.tag == "en":
        named = _named_in(page, entities, span) or last_named(page, entities, span)
        if named is not None:
            entities.mention(named, Mention(whole.start, whole.end, "nominal"))
            return named
    words = _called(page, span)
    kind = _kind(page, span)
    for entity in entities:
        if entity.kind == kind and entity.name == words:
            entities.mention(entity.id, Mention(whole.start, whole.end, "nominal"))
            return entity.id
    named_so = page.language.tag == "en" and all(token.is_capitalised for token in page.tokens_in(whole))
    mention = Mention(whole.start, whole.end, "name" if named_so else "nominal")
    return entities.add(kind, words, [mention], country=post.country, confidence=0.7)


def _kind(page: Page, span: Span) -> EntityKind:
    """What an office is of that has no name: a body, in English a land or somebody in office, too."""
    if page.language.tag != "en":
        return "organisation"
    if is_land(page, span):
        return "place"
    first, stop = page.token_range(span)
    matches = (office_words("en").titles.at(page.tokens, i, stop) for i in range(first, stop))
    return "person" if any(match is not None and match.last == stop - 1 for match in matches) else "organisation"


def _called(page: Page, span: Span) -> str:
    """The words of a body in the nominative; in Kazakh without the case that ties it to an office or a verb."""
    words = " ".join(span.of(page.text).split())
    if page.language.tag == "ru":
        return " ".join(nominative_phrase(words.split()))
    if page.language.tag != "kk":
        return words
    last = words.rpartition(" ")[2]
    cased = [form.lemma for form in readings("kk", last.lower()) if form.case not in ("", "nom")]
    bare = max(cased, key=len, default=last.lower())
    return words[: len(words) - len(last) + len(bare)] if last.lower().startswith(bare) else words


def _with_article(page: Page, body: tuple[int, int]) -> Span:
    """The noun phrase whole, with the article right before the body's words."""
    first, last = body
    articles = office_words(page.language.tag).nominal_articles
    return page.span(first - 1 if first and page.tokens[first - 1].lower in articles else first, last)


def _named_in(page: Page, entities: EntityIndex, span: Span) -> str | None:
    """The institution or outlet that a description names: "the local newspaper X", "X in Harbour City"."""
    words = office_words("en")
    for mention, id in entities.within(span):
        if entities.get(id).kind not in ("organisation", "outlet") or mention.form != "name":
            continue
        before = page.tokens_in(Span(span.start, mention.start))
        behind = page.tokens_in(Span(mention.end, span.end))
        if not behind and not any(token.lower in words.complement for token in before):
            return id
        if not before and behind[0].lower in words.seated and entities.at(behind[-1].span, ("place",)):
            return id
    return None


def _enter(entities: EntityIndex, group: list[Tenure], tenure: Tenure) -> None:
    """Add a tenure unless the same one is known; of two, the one that says more stays."""
    for index, known in enumerate(group):
        same_place = None in (known.organisation, tenure.organisation) or known.organisation == tenure.organisation
        same_country = None in (known.country, tenure.country) or known.country == tenure.country
        if not same_place and _is_called(entities, known) != _is_called(entities, tenure):
            named = tenure if _is_called(entities, known) else known  # "speaker of the parliament" after its name
            known, tenure = (replace(one, organisation=named.organisation) for one in (known, tenure))
            same_place = known.country == tenure.country
        if same_place and same_country and _agree(known, tenure):
            group[index] = _fuller(known, tenure)
            return
    group.append(tenure)


def _is_called(entities: EntityIndex, tenure: Tenure) -> bool:
    """Whether the body of an office has no name here but what it is: "parliament", "the company"."""
    name = entities.get(tenure.organisation).name if tenure.organisation else ""
    return name[:1].islower() and " " not in name.removeprefix("the ")


def _agree(known: Tenure, tenure: Tenure) -> bool:
    """Whether both may be one term of office: what stands together says "current" without knowing."""
    return known.status == tenure.status or tenure.start is None


def _without_short_titles(found: Sequence[Tenure]) -> Iterator[Tenure]:
    """The tenures without those of "Governor Lee" where "central bank governor Ann Lee" has told the office in full."""
    held: dict[str, list[Tenure]] = {}
    for tenure in found:
        held.setdefault(tenure.person, []).append(tenure)
    for tenure in found:
        if not any(_is_short_for(tenure, other) for other in held[tenure.person]):
            yield tenure


def _is_short_for(tenure: Tenure, other: Tenure) -> bool:
    """Whether a bare title says in short what another office of the same person says in full."""
    told = (tenure.organisation, tenure.start, tenure.end) != (None, None, None)
    if told or tenure.status != other.status or tenure.country not in (None, other.country):
        return False
    if other.office.startswith((f"{tenure.office} of ", f"{tenure.office} for ")):
        return True
    before = other.office.removesuffix(f" {tenure.office}")
    under = office_words("en").under | office_words("en").ordinals
    return before != other.office and under.isdisjoint(before.split())


def _fuller(known: Tenure, tenure: Tenure) -> Tenure:
    """Both together; of one who left before coming, the office is held again."""
    start, end = known.start or tenure.start, known.end or tenure.end
    again = start is not None and end is not None and start >= end and "/" not in start + end
    titled = any(basis.rule == _TITLED for basis in tenure.basis)  # "Interim President X will serve until"
    again = again or (known.status == "future" and tenure.status == "current" and titled)
    over = known.status == "current" and tenure.status == "former"
    left = over and ((titled and start is None) or (not again and (start or "") < (end or "")))  # "ex-minister X"
    return Tenure(
        id="",
        person=known.person,
        office=known.office,
        evidence=known.evidence,
        organisation=known.organisation or tenure.organisation,
        country=known.country or tenure.country,
        start=start,
        end=None if again and known.status != "future" else end,
        status="current" if again else "former" if left else known.status,
        confidence=max(known.confidence, tenure.confidence),
        basis=tuple(dict.fromkeys((*known.basis, *tenure.basis))),
    )


def _numbered(tenure: Tenure, number: int) -> Tenure:
    return Tenure(
        f"h{number}", tenure.person, tenure.office, tenure.evidence, tenure.organisation, tenure.country, tenure.start,
        tenure.end, tenure.status, tenure.attributions, tenure.confidence, tenure.basis,
    )  # fmt: skip
