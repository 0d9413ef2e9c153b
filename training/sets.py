"""The sets that are learned from: where each lies, how much it counts, and under what licence it may be used."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from training.data import gold, happenings, names, offices, speech, times_causes
from training.data.lines import Line, read_lines
from training.data.tables import read_tables
from training.example import Example, in_capitals, merged

LineReader = Callable[[Line, str], Example]


@dataclass(frozen=True, slots=True)
class DataSet:
    """One set. `files` are its files without split and ending, each with its reader; `boost` multiplies its share.

    Each text of a number of `capitals` is learned once more in capital letters, as headlines are written (0: none).
    Where `made` stands, it makes the examples of a split and there are no files. A set that is not `learned` has no
    training split; figures are taken on it to see what carries over.
    """

    name: str
    origin: str
    licence: str
    files: tuple[tuple[str, LineReader], ...] = ()
    boost: float = 1.0
    capitals: int = 0
    made: Callable[[str], Iterable[Example]] | None = None
    learned: bool = True


@dataclass(frozen=True, slots=True)
class Places:
    """Where data lies: the folder of public sets and the folder of our own corpus."""

    public: Path
    corpus: Path


UNSTATED = "no licence stated; used for research and never copied"

SETS: dict[str, DataSet] = {
    data.name: data
    for data in (
        DataSet("corpus", "Sholu's own annotated articles", "CC BY 4.0", boost=4.0, capitals=8),
        DataSet("attribution-en", "PolNeAR", UNSTATED, (("attribution-en", speech.read_speech),), 2.0, 30),
        DataSet(
            "entities-en",
            "CrossNER politics, CrossRE politics",
            "MIT; GPL-3.0",
            (("entities-en", names.read_names), ("roles-en", offices.read_roles)),
            capitals=6,
        ),
        DataSet(
            "entities-ru",
            "NEREL 1.1",
            UNSTATED,
            (("entities-ru", names.read_names), ("offices-ru-nerel", offices.read_posts)),
            capitals=12,
        ),
        DataSet("entities-kk", "KazNERD", "CC BY 4.0", (("entities-kk", names.read_names),), 1.5, 12),
        DataSet("tables", "lines of sports and business pages put together by Sholu", "CC BY 4.0", made=read_tables),
        DataSet("places", "GeoVirus", "GPL-3.0", (("places", names.read_toponyms),), 0.5),
        DataSet("times", "TempEval-3: TimeBank, AQUAINT", "research use", (("times", times_causes.read_times),), 0.7),
        DataSet("events-plv", "PLV", UNSTATED, (("events-plv", happenings.read_dyads),)),
        DataSet("actors-en", "CAMEO actor spans", "GPL-3.0", (("actors-en", happenings.read_roles),)),
        DataSet("police-en", "IndiaPoliceEvents", UNSTATED, (("police-en", happenings.read_police),), 0.5),
        DataSet("causal", "Causal News Corpus V2", "CC0 1.0", (("causal", times_causes.read_causes),)),
        DataSet("attribution-ru", "adaq", UNSTATED, (("attribution-ru", speech.read_parts),), learned=False),
        DataSet("entities-en-news", "CoNLL-2003", UNSTATED, (("entities-en-news", names.read_names),), learned=False),
        DataSet("offices-ru", "factRuEval-2016", "MIT", (("offices-ru", offices.read_posts),), learned=False),
    )
}
"""All sets by name. Shares were not searched for: a set's share grows with the root of its size, times its boost."""


def read_set(data: DataSet, places: Places, split: str) -> list[Example]:
    """The examples of one set in one split; none where its files are absent."""
    found = _examples(data, places, split)
    capitals = found[:: data.capitals] if data.capitals and split == "train" else []
    return found + [example for example in map(in_capitals, capitals) if example]


def _examples(data: DataSet, places: Places, split: str) -> list[Example]:
    if data.made:
        return list(data.made(split))
    if not data.files:
        return list(gold.read_corpus(places.corpus, split)) if (places.corpus / "articles").is_dir() else []
    return merged(chain.from_iterable(_read(places.public, file, split, read, data.name) for file, read in data.files))


def _read(folder: Path, file: str, split: str, read: LineReader, name: str) -> Iterator[Example]:
    path = folder / f"{file}.{split}.jsonl.gz"
    if path.exists():
        yield from (read(line, name) for line in read_lines(path))


def chosen(names: Iterable[str]) -> list[DataSet]:
    """The sets with these names; ValueError for a name that there is not."""
    wanted = list(names)
    for name in wanted:
        if name not in SETS:
            raise ValueError(f"There is no set {name!r}; there are {', '.join(SETS)}")
    return [SETS[name] for name in wanted] or list(SETS.values())
