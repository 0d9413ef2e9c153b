from hypothesis import given
from hypothesis import strategies as st

from sholu.corpus.records import Word, Words, parse_records


def test_words_are_bare_quoted_or_keyed():
    records, problems = parse_records('e1 PROTEST by=a,b by="two \\"old\\" men" not\n\n# a comment\nlee person', 7)
    assert problems == []
    assert [(record.id, record.line) for record in records] == [("e1", 7), ("lee", 10)]
    words = Words(records[0])
    assert words.every("by") == [Word("by", "a", False), Word("by", "b", False), Word("by", 'two "old" men', True)]
    assert words.flag("not")
    assert [word.text for word in words.left] == ["PROTEST"]


def test_mistakes_are_told():
    _, problems = parse_records('Lee person\nq1 3 kg "rice\nq1 4 kg', 1)
    assert [problem.line for problem in problems] == [1, 2, 3]


@given(st.text(max_size=80))
def test_any_lines_are_read(source: str):
    parse_records(source, 1)
