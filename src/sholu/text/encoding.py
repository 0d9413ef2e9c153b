"""From bytes to text: encodings of the press, old ones included, and a refusal of what is no text."""

import codecs
import re
from itertools import pairwise

from sholu.errors import Rejected

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,20})""")
# kz1048 and ptcp154 are the Windows and Asian Cyrillic pages with Kazakh letters.
_LEGACY = ("cp1251", "koi8_r", "cp866", "kz1048", "ptcp154", "iso8859_5", "mac_cyrillic", "cp1252", "cp1254")
# What may be named by a page, a server or a user. Python has other codecs too: compressions, host names, escapes.
_WIDE = frozenset(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"))
_NARROW = frozenset(
    (
        *("ascii", "utf-8", "utf-8-sig", *(f"iso8859-{part}" for part in range(1, 17) if part != 12)),
        *("koi8-r", "koi8-u", "koi8-t", "kz1048", "ptcp154", *(f"cp{page}" for page in range(1250, 1259))),
        *("cp437", "cp737", "cp775", "cp850", "cp852", "cp855", "cp857", "cp858", "cp866", "cp874", "cp1125"),
        *("mac-cyrillic", "mac-roman", "mac-latin2", "mac-turkish", "mac-greek", "tis-620"),
        *("gb2312", "gbk", "gb18030", "hz", "big5", "big5hkscs", "cp950", "shift_jis", "cp932", "euc_jp"),
        *("iso2022_jp", "euc_kr", "cp949", "iso2022_kr", "johab"),
    )
)
_BINARY_SHARE = 0.02
_SAMPLE = 100_000
# The letters that make up most of a Russian or Kazakh text; a wrong code page turns them into rare ones.
_COMMON = frozenset("оеаинтсрвлкмдпуяыьзбгчй ,.")
_KAZAKH = frozenset("әғқңөұүһі")


def decode(data: bytes, *, encoding: str | None = None) -> tuple[str, str]:
    """The text in `data` and the name of the encoding that it is in.

    `encoding`, if given, is what the user or the server said and is obeyed. Otherwise a byte order mark, UTF-8, a
    declaration in the first 2,000 bytes, and the code pages of the region's older press are tried, in this order.
    Rejected: `empty`, `binary`, `encoding-wrong` (the given one does not fit), `encoding-unknown`.
    """
    text, name = _decoded(data, encoding) if data.strip(b"\0 \t\r\n") else ("", "")
    if not text.strip("\ufeff\0 \t\r\n"):
        raise Rejected("The file is empty.", code="empty", hint="Give a file that holds an article.")
    return text, name


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decode_as(data, name)
    wide = _wide(data)
    if wide:
        return _decode_as(data, wide)
    if _is_binary(data):
        raise Rejected(
            f"This is not a text: it starts with the bytes {data[:8].hex(' ')} and holds control characters.",
            code="binary",
            hint="Sholu reads text, web pages, PDF, .docx, .odt, mail and archives of these.",
        )
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        bad = error.start
    declared = _DECLARED.search(data[:2000])
    if declared:
        name = declared.group(1).decode("ascii")
        try:
            # A declaration that can be read as ASCII stands in no wide encoding, whatever it says.
            if codec(name) not in _WIDE:
                return data.decode(codec(name)), name.lower()
        except (Rejected, UnicodeDecodeError):
            pass
    return _guess(data, bad)


def codec(encoding: str) -> str:
    """Python's name of an encoding of texts, by any name that it has. Rejected `encoding-wrong` for all else."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        name = ""
    if name not in _NARROW | _WIDE:
        raise Rejected(f"There is no encoding {encoding!r:.80}.", code="encoding-wrong", hint="Try utf-8.")
    return name


def _decode_as(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(codec(encoding)), encoding
    except UnicodeDecodeError as error:
        raise Rejected(
            f"The text is not in {encoding}: byte {data[error.start]:#04x} at position {error.start} does not fit.",
            code="encoding-wrong",
            hint="Leave --encoding out to let Sholu find it.",
        ) from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of Latin text is zero, of Cyrillic text 4."""
    sample = data[:2000]
    if len(sample) < 8 or len(data) % 2:
        return None
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[offset::2]
        if sum(byte in (0, 4) for byte in high) / len(high) > 0.9 and 0 in high:
            return name
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)
    return b"\0" in sample or control / len(sample) > _BINARY_SHARE


def _guess(data: bytes, bad: int) -> tuple[str, str]:
    sample = data[:_SAMPLE]
    scored: list[tuple[float, int, str]] = []
    for rank, name in enumerate(_LEGACY):
        try:
            text = sample.decode(name)
        except UnicodeDecodeError:
            continue
        scored.append((_plausible(text), -rank, name))
    if not scored or max(scored)[0] < 0.3:
        raise Rejected(
            f"The encoding could not be found: not UTF-8 (byte {data[bad]:#04x} at {bad}), nor a known code page.",
            code="encoding-unknown",
            hint="Name it with --encoding, for instance --encoding cp1251.",
        )
    name = max(scored)[2]
    return data.decode(name, "replace"), name


def _plausible(text: str) -> float:
    """How much of the text, beyond ASCII, is what Cyrillic or accented Latin running text is made of."""
    foreign = [char for char in text if ord(char) > 127]
    common = sum(char in _COMMON or char in _KAZAKH for char in foreign)
    latin = sum("\u00c0" <= char <= "\u017f" or char in "“”‘’–—…«»\u00a0" for char in foreign)
    odd_case = sum(a.islower() and b.isupper() for a, b in pairwise(text)) / len(text)
    if latin == len(foreign) and len(foreign) < 0.2 * len(text):
        return 0.9 - odd_case
    odd_signs = sum(not char.isalpha() and char not in "“”‘’–—…«»„№\u00a0" for char in foreign)
    return (common - 2 * odd_signs) / len(foreign) - 2 * odd_case
