"""Articles as news-please writes them, one JSON object a file or a line."""

from collections.abc import Mapping


def is_newsplease(record: Mapping[str, object]) -> bool:
    """Whether a record has the fields that news-please gives an article."""
    return "maintext" in record and ("date_publish" in record or "date_download" in record)


def newsplease_record(record: Mapping[str, object]) -> dict[str, object]:
    """The same record under our names. The day of download is no day of publication and is left out."""
    outlet = record.get("source_domain")
    return {
        "text": record.get("maintext") or record.get("text"),
        "title": record.get("title") or record.get("title_page"),
        "published": None if record.get("date_publish") in (None, "None", "NULL", "") else record["date_publish"],
        "outlet": outlet.removeprefix("www.") if isinstance(outlet, str) else None,
        "url": record.get("url"),
        "language": record.get("language"),
    }
