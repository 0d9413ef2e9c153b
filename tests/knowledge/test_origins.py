from sholu.knowledge import build
from sholu.knowledge.model import Hand, Paper, Report
from sholu.knowledge.origins import origins
from sholu.model.span import Span
from sholu.packs import Packs
from tests.knowledge.made import Article

PAPERS = {
    "wire": Paper("wire", None, "m1", "Steppe Wire", "2026-03-03", "en"),
    "copy": Paper("copy", None, "m2", "Courier", "2026-03-03", "en", copy_of="wire"),
    "own": Paper("own", None, "m3", "Khronika", "2026-03-04", "ru"),
    "digest": Paper("digest", None, "m4", "Ledger", "2026-03-05", "en", digest=True),
    "review": Paper("review", None, "m5", "Sholu", "2026-03-06", "kk", digest=True),
}


def report(document: str, *credits: tuple[str, str | None, str]) -> Report:
    hands = [Hand("outlet", name, entity, date) for name, entity, date in credits]
    paper = PAPERS[document]
    hands.append(Hand("document", paper.outlet_name or "", paper.outlet, paper.published))
    return Report(document, "v1", paper.outlet, paper.published, paper.language, Span(0, 1), hands=tuple(hands))


def test_a_copy_is_no_origin_of_its_own() -> None:
    (origin,) = origins([report("wire"), report("copy")], PAPERS)
    assert origin.documents == ("wire", "copy")
    assert origin.entity == "m1"
    assert "repeats the text of Steppe Wire" in origin.why[1]


def test_two_papers_that_report_by_themselves_are_two_origins() -> None:
    assert len(origins([report("wire"), report("own")], PAPERS)) == 2


def test_a_digest_goes_back_to_the_paper_that_we_read() -> None:
    (origin,) = origins([report("wire"), report("digest", ("Steppe Wire", "m1", "2026-03-03"))], PAPERS)
    assert origin.documents == ("wire", "digest")
    assert "which we read" in origin.why[1]


def test_two_digests_of_one_paper_that_we_did_not_read_have_one_origin() -> None:
    credit = ("Vakhsh-Inform", "m9", "2026-03-05")
    (origin,) = origins([report("digest", credit), report("review", credit)], PAPERS)
    assert (origin.kind, origin.name, origin.documents) == ("outlet", "Vakhsh-Inform", ("digest", "review"))
    assert all("not read" in why for why in origin.why)


def test_a_digest_of_two_papers_has_two_origins() -> None:
    found = origins([report("digest", ("A", "m8", "2026-03-04"), ("B", "m9", "2026-03-04"))], PAPERS)
    assert {origin.name for origin in found} == {"A", "B"}


def test_a_paper_that_cites_another_for_part_of_it_is_an_origin_itself() -> None:
    found = origins([report("wire"), report("own"), report("own", ("Steppe Wire", "m1", "2026-03-03"))], PAPERS)
    assert {origin.documents for origin in found} == {("wire",), ("own",)}


def test_a_paper_that_credits_itself_is_its_own_origin() -> None:
    (origin,) = origins([report("own", ("Khronika", "m3", "2026-03-04"))], PAPERS)
    assert origin.kind == "document"


def test_an_agency_in_the_dateline_is_the_origin() -> None:
    text = "OSH, March 3 (Northern Agency) - Two bridges over the river were closed for repairs, the council said."
    articles = []
    for id in ("a", "b"):
        article = Article(text if id == "a" else text + " Bakers, taxi drivers and schools in town will be late.", id)
        article.outlet = f"Paper {id}"
        article.entity("outlet", "Northern Agency")
        article.event("COERCE", "closed", "Two bridges over the river were closed for repairs")
        articles.append(article.reading)
    (story,) = [story for story in build(articles, Packs(())).stories if story.leads]
    (origin,) = story.origins
    assert (origin.name, origin.documents) == ("Northern Agency", ("a", "b"))
