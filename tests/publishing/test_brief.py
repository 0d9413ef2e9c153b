from datetime import date

import pytest

from sholu.errors import InputError
from sholu.library import Library
from sholu.publishing.brief import Line, first_day, make_brief, named_topic


def lines(library: Library, **asked) -> list[Line]:
    brief = library.brief(since=date(2026, 3, 2), **asked)
    return [line for section in brief.sections for top in section.lines for line in (top, *top.also)]


def test_every_line_is_words_of_an_article_and_cites_it(library: Library):
    for line in lines(library):
        citation = line.citation
        text = library.store.document(citation.document).text
        assert 0 <= citation.start < citation.end <= len(text)
        assert line.text.casefold().rstrip(" .…") in " ".join(text.split()).casefold()
        assert citation.outlet
        assert citation.published
        assert citation.chain[-1] == citation.outlet
        assert line.origins >= 1
        assert line.outlets


def test_no_sentence_stands_twice_under_one_story(library: Library):
    for section in library.brief(since=date(2026, 3, 2), also=10).sections:
        for line in section.lines:
            told = [line.text, *(other.text for other in line.also)]
            assert len(told) == len(set(told))


def test_also_says_how_many_other_stories_are_shown(library: Library):
    few, many = (library.brief(since=date(2026, 3, 2), also=number) for number in (0, 5))
    pairs = zip((x for s in few.sections for x in s.lines), (x for s in many.sections for x in s.lines), strict=True)
    for short, long in pairs:
        assert not short.also
        assert len(long.also) <= 5
        assert short.more == long.more + len(long.also)


def test_what_is_not_a_plain_fact_is_marked_and_disputes_have_two_sides(library: Library):
    found = lines(library)
    assert {"planned", "alleged"} & {line.strength for line in found}
    disputes = [dispute for line in found for dispute in line.disputes]
    assert {"figures", "denied"} <= {dispute.kind for dispute in disputes}
    assert any(len({side.citation.outlet for side in dispute.sides}) > 1 for dispute in disputes)
    assert all(dispute.why for dispute in disputes)


def test_a_change_of_office_names_who_left_and_who_came(library: Library):
    changes = library.brief(since=date(2026, 3, 2), topic="politics").changes
    assert any(change.left and change.came and change.citations for change in changes)
    assert not library.brief(since=date(2026, 3, 2), topic="courts").changes


def test_the_last_day_is_the_day_if_none_is_given(library: Library):
    assert library.brief().until == "2026-03-15"
    assert first_day(library.knowledge()) == date(2026, 3, 2)


def test_a_topic_is_known_by_the_beginning_of_a_word():
    assert named_topic("sec") == named_topic("CRIME") == "security & crime"
    assert named_topic(None) is None
    for wrong in ("", "x"):
        with pytest.raises(InputError) as caught:
            named_topic(wrong)
        assert caught.value.code == "topic-unknown"


def test_a_store_without_dates_has_no_day(tmp_path):
    with Library.open(tmp_path / "s.sqlite") as empty, pytest.raises(InputError) as caught:
        make_brief(empty.knowledge(), empty.store)
    assert caught.value.code == "no-date"
