"""Build `src/sholu/text/transliteration_triples.txt`: triples of letters counted in lists of names by language.

The lists are those of the packages Faker and Mimesis (both MIT), which are needed for nothing else:

    pip install faker mimesis==22.2.0 && python scripts/build_triples.py
"""

import importlib
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import product
from pathlib import Path

from sholu.text.transcription import syllables
from sholu.text.transliteration import to_latin

TARGET = Path(__file__).parents[1] / "src/sholu/text/transliteration_triples.txt"
LEAST = 6  # names in all lists together that a triple must stand in
FAKER = {
    "english": "en en_GB en_US en_NZ",
    "german": "de_DE de_AT de_CH de_LI",
    "french": "fr_FR fr_CH fr_CA fr_BE",
    "spanish": "es_ES es_MX es_CO es_AR es_CL es_CA",
    "italian": "it_IT",
    "portuguese": "pt_BR pt_PT",
    "polish": "pl_PL",
    "slavic": "sl_SI hr_HR",
    "czech": "cs_CZ sk_SK",
    "baltic": "lv_LV lt_LT",
    "russian": "ru_RU uk_UA bg_BG mk_MK",
    "finnish": "fi_FI et_EE",
    "greek": "el_GR",
    "arabic": "en_PK",
    "indian": "en_IN",
    "japanese": "ja_JP",
    "turkish": "tr_TR az_AZ",
    "hungarian": "hu_HU",
    "romanian": "ro_RO",
    "dutch": "nl_NL nl_BE",
    "nordic": "sv_SE no_NO da_DK is_IS",
    "kazakh": "uz_UZ",
    "other": "en_KE en_NG id_ID yo_NG zu_ZA sw vi_VN tw_GH",
}
MIMESIS = {
    "english": "en en-gb en-au en-ca",
    "german": "de de-at de-ch",
    "french": "fr",
    "spanish": "es es-mx",
    "italian": "it",
    "portuguese": "pt pt-br",
    "polish": "pl",
    "slavic": "hr",
    "czech": "cs sk",
    "russian": "ru uk",
    "finnish": "fi et",
    "greek": "el",
    "turkish": "tr az",
    "hungarian": "hu",
    "dutch": "nl nl-be",
    "nordic": "sv no da is",
    "kazakh": "kk",
}
_GREEK = (
    "ου=ou αυ=av ευ=ev αι=ai ει=ei οι=oi μπ=b ντ=nt γκ=gk τζ=tz τσ=ts γγ=ng θ=th χ=ch ψ=ps α=a β=v γ=g δ=d ε=e ζ=z η=i "
    "ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f ω=o"
)
GREEK = dict(pair.split("=") for pair in _GREEK.split())


def strings(value: object) -> Iterator[str]:
    """All strings in nested lists, tuples, sets and the values of mappings; of weighted names the keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (part for key, inner in value.items() for part in strings(inner if isinstance(inner, list) else key))
    elif isinstance(value, (list, tuple, set)):
        yield from (part for inner in value for part in strings(inner))


def of_faker(locale: str) -> Iterator[str]:
    """Given names and surnames of a locale of Faker."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for key in sorted(dir(provider)):
        if re.match("first|last|surname|middle", key) and "format" not in key:
            yield from strings(getattr(provider, key))


def of_mimesis(locale: str) -> Iterator[str]:
    """Given names and surnames of a locale of Mimesis."""
    spec = find_spec("mimesis")
    if spec is None or spec.origin is None:
        return
    path = Path(spec.origin).parent / "datasets" / locale / "person.json"
    if path.exists():
        data = json.loads(path.read_text("utf-8"))
        for key in ("names", "surnames", "surname"):
            for part in data.get(key, {}).values() if isinstance(data.get(key), dict) else [data.get(key, [])]:
                yield from strings(part)


def latin(word: str, language: str) -> str:
    """A word in small Latin letters, Greek and Russian ones as the English press would write them."""
    if language == "greek":
        bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        return re.sub("|".join(GREEK), lambda match: GREEK[match.group()], bare)
    return unicodedata.normalize("NFC", to_latin(word, "kk" if language == "kazakh" else "ru").lower())


def words(language: str) -> set[str]:
    """The different names of a language."""
    if language == "chinese":
        return {"".join(pair) for pair in list(product(sorted(syllables()), repeat=2))[::37]}
    names = [name for locale in FAKER[language].split() for name in of_faker(locale)]
    names += [name for locale in MIMESIS.get(language, "").split() for name in of_mimesis(locale)]
    parts = {latin(word, language) for name in names for word in re.split(r"[\s'-]+", name.lower())}
    return {word for word in parts if len(word) > 2 and max(word) < "\u0370" and word.isalpha()}


def main() -> None:
    """Write the file, or say what is lacking."""
    if find_spec("faker") is None or find_spec("mimesis") is None:
        sys.exit("nothing built: this needs the packages faker and mimesis")
    languages = [*FAKER, "chinese"]
    lists = {language: words(language) for language in languages}
    counts: dict[str, Counter[str]] = {
        language: Counter(t for name in names for t in {f"^{name}$"[i : i + 3] for i in range(len(name))})
        for language, names in lists.items()
    }
    total = Counter[str]()
    for counted in counts.values():
        total.update(counted)
    lines = [
        "# Triples of letters in names by language, ^ and $ being their ends; built by scripts/build_triples.py.",
        "# First the languages, numbered from 0, with how many names were counted; then each triple with in how many of",
        "# them it stands.",
        " ".join(f"{language}={len(names)}" for language, names in lists.items()),
    ]
    for triple in sorted(triple for triple, count in total.items() if count >= LEAST):
        found = [f"{number}={counts[name][triple]}" for number, name in enumerate(languages) if counts[name][triple]]
        lines.append(" ".join([triple, *found]))
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
