import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training.example import Answer, Example, Marked, Pair
from training.labels import RELATIONS, layers
from training.targets import ANYTHING, TargetTable, target_table
from training.vocabulary import END, START, UNKNOWN, full_tokenizer, prune, unknown_characters
from training.windows import cut, trimmed

from sholu.model.span import Span
from tests.training import tiny

TOKENIZER = full_tokenizer(tiny.pretrained())
NAMES = list(layers())


def at(words: str) -> Span:
    return Span(*tiny.span(words))


def example(**known: object) -> Example:
    return Example("x", "x", "en", tiny.TEXT, **known)  # type: ignore[arg-type]


def tags(layer: str, made: Example) -> list[frozenset[int]]:
    window = cut(made, TOKENIZER)[0]
    allowed = target_table().allowed(layer)
    return [frozenset(np.flatnonzero(row).tolist()) for row in allowed[window.tags[NAMES.index(layer)]]]


@given(st.text(max_size=60))
def test_pieces_stand_where_they_are_said_to(text: str):
    encoding = TOKENIZER.encode(text, add_special_tokens=False)
    offsets = trimmed(text, encoding.offsets)
    assert len(offsets) == len(encoding.ids)
    for start, end in offsets.tolist():
        assert 0 <= start <= end <= len(text)
        assert text[start:end] == text[start:end].lstrip()


@given(st.text(alphabet=tiny.LETTERS + " \n", min_size=1, max_size=400))
def test_windows_cover_every_piece(text: str):
    windows = cut(Example("x", "x", "en", text), TOKENIZER, 20, 5)
    expected = TOKENIZER.encode(text, add_special_tokens=False).ids
    seen: list[int] = []
    for number, window in enumerate(windows):
        assert window.ids[0] == START
        assert window.ids[-1] == END
        assert len(window.ids) <= 20
        seen += window.ids[1:-1].tolist()[5 if number else 0 :]
    assert seen == expected


def test_offsets_count_code_points():
    text = "𝐀 «Қазақстан»"
    offsets = trimmed(text, TOKENIZER.encode(text, add_special_tokens=False).offsets).tolist()
    assert [2, 3] in offsets
    assert offsets[-1] == [len(text) - 1, len(text)]


def test_a_span_begins_once_and_goes_on():
    made = example(layers={"name": (Marked(at("Karatal"), ("place",)),)})
    begin = layers()["name"].begin("place")
    found = tags("name", made)
    assert found.count(frozenset({begin})) == 1
    assert frozenset({begin + 1}) in found


def test_open_labels_and_hidden_stretches():
    made = example(layers={"name": ()}, hidden={"name": (at("Police"),)}, open_labels={"name": ("person",)})
    begin = layers()["name"].begin("person")
    found = tags("name", made)
    assert frozenset({0, begin, begin + 1}) in found
    assert found.count(frozenset(range(len(layers()["name"].tags)))) >= 3  # both ends, and Police


def test_what_is_marked_wins_over_what_is_hidden():
    made = example(layers={"name": (Marked(at("Police"), ("organisation",)),)}, hidden={"name": (at("Police"),)})
    assert frozenset({layers()["name"].begin("organisation")}) in tags("name", made)


def test_pairs_are_numbered_over_the_same_spans():
    cue, source, other = at("said"), at("Minister Aruzhan Seitova"), at("Police")
    made = example(
        layers={"cue": (Marked(cue, ("cue",)),), "source": (Marked(source, ("source",)), Marked(other, ("source",)))},
        relations={"cue_source": (Pair(cue, source), Pair(cue, other, False))},
        answers=(Answer("voice", cue, ("indirect",)),),
    )
    window = cut(made, TOKENIZER)[0]
    relation = list(RELATIONS).index("cue_source")
    (number, head, tail), (_, _, unsure) = window.pairs.yes[0], window.pairs.open[0]
    assert number == relation
    starts = [int(window.offsets[first, 0]) for first, _ in window.pairs.spans]
    assert (starts[head], starts[tail], starts[unsure]) == (cue.start, source.start, other.start)
    assert window.answers[0][1] == head


def test_a_span_over_the_edge_is_tagged_but_in_no_pair():
    whole = Span(0, len(tiny.TEXT))
    made = example(layers={"content": (Marked(whole, ("content",)),)}, relations={"cue_content": ()})
    windows = cut(made, TOKENIZER, 20, 5)
    assert len(windows) > 2
    assert all(len(window.pairs.spans) == 0 for window in windows)
    table = target_table().allowed("content")
    assert not table[windows[1].tags[NAMES.index("content")][1:-1], 0].any()


def test_targets_are_numbered_once():
    table = TargetTable()
    assert table.number("name", (3, 1)) == table.number("name", (1, 3))
    assert table.allowed("name")[ANYTHING].all()


def test_pruning_keeps_our_letters_and_drops_others():
    source = tiny.pretrained()
    vocabulary = prune(source, [tiny.TEXT])
    kept = {source.pieces[row] for row in vocabulary.rows}
    assert "稣" not in kept
    assert {"қ", "Ж", "▁Minister", "<unk>"} <= kept
    assert vocabulary.tokenizer.encode(tiny.TEXT).ids.count(UNKNOWN) == 0
    assert unknown_characters(vocabulary.tokenizer, ["a 稣 b"]) == {"稣"}
    text = vocabulary.tokenizer.encode(tiny.TEXT, add_special_tokens=False)
    full = TOKENIZER.encode(tiny.TEXT, add_special_tokens=False)
    assert [vocabulary.rows[id] for id in text.ids] == full.ids
