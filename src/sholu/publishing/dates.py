"""Dates as people read them."""

from sholu.model.edtf import Edtf

# Seasons, quarters and halves, which EDTF writes in the month's place.
_PARTS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "first quarter of", "34": "second quarter of", "35": "third quarter of", "36": "fourth quarter of",
    "40": "first half of", "41": "second half of",
}  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(edtf: str | None) -> str:
    """An EDTF date in words: "17 Jan 2006", "Apr 1999", "2007", "Apr 1999 – Mar 2005"; others as they stand."""
    if not edtf:
        return "no date"
    if "/" in edtf:
        start, end = edtf.split("/", 1)
        return " – ".join("…" if bound in ("", "..") else day_words(bound) for bound in (start, end))
    value = edtf.rstrip("~?%")
    about = "about " if value != edtf else ""
    parts = value.split("T")[0].split("-")
    if len(parts) == 2 and parts[1] in _PARTS:
        return f"{about}{_PARTS[parts[1]]} {parts[0]}"
    if not all(part.isdecimal() for part in parts) or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return edtf
    if len(parts) == 3:
        return f"{about}{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    if len(parts) == 2:
        return f"{about}{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return about + value


def period_words(since: str, until: str) -> str:
    """The days of a brief: one day, or from one to another."""
    return day_words(until) if since == until else f"{day_words(since)} – {day_words(until)}"


def sort_key(edtf: str | None) -> tuple[str, str]:
    """A key that puts dates in order, those not known last."""
    if not edtf:
        return ("9999", "")
    first, last = Edtf.parse(edtf).bounds()
    return (first.isoformat() if first else "0000", last.isoformat() if last else "9999")
