"""The door that every local file goes through: whatever it is, documents come out, or the reason why none does."""

from collections.abc import Callable, Iterator
from pathlib import Path

from sholu.errors import InputError, InstallationError, Rejected, told
from sholu.sources.columns import Columns
from sholu.sources.furniture import Furniture
from sholu.sources.given import Given
from sholu.sources.item import Budget, Found, Item, Refusal, Tally
from sholu.sources.kinds import Kind, kind_of

Reader = Callable[[Item, Given, Columns], Iterator[Found]]


def open_any(
    path: Path,
    given: Given | None = None,
    *,
    columns: Columns | None = None,
    tally: Tally | None = None,
    furniture: Furniture | None = None,
) -> Iterator[Found]:
    """The documents in a file or a folder, and a Refusal for each thing in it that is none, in order.

    Works through archives and collections (zip, tar, mbox, WARC, WACZ, exports), one document at a time. `columns`
    says which column of a table is which. `tally`, if given, counts; `furniture` carries on what was learned.
    InputError `file-missing`, `file-unreadable`, `folder-empty` when the path itself cannot be opened.
    """
    from sholu.sources.files import files_under

    tally, furniture = tally or Tally(), furniture or Furniture()
    for file in files_under([path]):
        budget = Budget.of_size(file.stat().st_size, tally, furniture)
        yield from tally.counting(_open_file(file, given or Given(), columns or Columns(), budget))


def _open_file(path: Path, given: Given, columns: Columns, budget: Budget) -> Iterator[Found]:
    try:
        with path.open("rb") as file:
            yield from open_item(Item.of(str(path), file, budget), given, columns)
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}.", code="file-unreadable", hint="Check its permissions."
        ) from error


def open_item(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """The documents in one stream; whatever goes wrong in it becomes a Refusal."""
    kind: Kind | None = None
    try:
        kind = kind_of(item.stream.peek(4096), item.suffix)
        yield from _reader(kind)(item, given, columns)
    except Rejected as error:
        if error.code in ("bomb", "members-many") and item.depth > 0:
            raise  # the whole file is at fault, not this part of it
        yield Refusal(item.name, error)
    except InputError as error:
        yield Refusal(item.name, Rejected(error.message, code=error.code, hint=error.hint))
    except InstallationError:
        raise  # no file is at fault
    except OSError as error:
        if item.depth == 0 and error.errno is not None:  # without a number it is not the system that complains
            raise
        yield Refusal(item.name, _broken(kind, told(error)))
    except Exception as error:  # parsers of foreign formats fail in a hundred ways, and one file must not cost the rest
        yield Refusal(item.name, _broken(kind, told(error)))


def _broken(kind: Kind | None, why: str) -> Rejected:
    return Rejected(
        f"This {kind or 'file'} is damaged, or is something else: {why}.",
        code="file-broken",
        hint="Open it with the program that made it and save it again.",
    )


def _reader(kind: Kind) -> Reader:
    """The reader of a kind; loaded only now, since some take half a second to load."""
    match kind:
        case Kind.PDF:
            from sholu.sources.pdf import read_pdf as reader
        case Kind.ZIP:
            from sholu.sources.zips import read_zip as reader
        case Kind.TAR:
            from sholu.sources.archives import read_tar as reader
        case Kind.PACKED:
            from sholu.sources.archives import read_packed as reader
        case Kind.WARC:
            from sholu.sources.warc import read_warc as reader
        case Kind.MAIL:
            from sholu.sources.mail import read_mail as reader
        case Kind.MBOX:
            from sholu.sources.mail import read_mbox as reader
        case Kind.MHTML:
            from sholu.sources.mhtml import read_mhtml as reader
        case Kind.JSON:
            from sholu.sources.json_files import read_json as reader
        case Kind.JSONL:
            from sholu.sources.json_files import read_lines as reader
        case Kind.CSV:
            from sholu.sources.tables import read_csv as reader
        case Kind.PARQUET:
            from sholu.sources.tables import read_parquet as reader
        case Kind.TEXT | Kind.PAGE:
            from sholu.sources.pages import read_text as reader
        case Kind.OLD_WORD | Kind.RICH_TEXT:
            reader = _refuse_old
        case Kind.UNREAD:
            reader = _refuse_unread
    return reader


def _refuse_old(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    raise Rejected(
        "This is a .doc, .xls or .rtf file, formats that Sholu does not read.",
        code="format-old",
        hint="Open it in an office program and save it as .docx or .odt.",
    )


def _refuse_unread(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    raise Rejected(
        f"This is no format that Sholu reads: it starts with the bytes {item.stream.peek(8)[:8].hex(' ')}.",
        code="format-unknown",
        hint="docs/sources-files.md lists what is read; unpack .7z, .rar and .zst yourself.",
    )
