"""The last texts of each outlet, kept in the journal: what returns under all of them is its furniture."""

import hashlib
import zlib

from sholu.sources.web.journal import Journal


class JournalMemory:
    """The memory of `sources.furniture` in a journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def recall(self, outlet: str, most: int) -> list[str]:
        """The last texts of an outlet, the oldest first."""
        rows = self._journal.rows("SELECT text FROM texts WHERE outlet = ? ORDER BY id DESC LIMIT ?", outlet, most)
        return [zlib.decompress(row[0]).decode("utf-8") for row in reversed(rows)]

    def keep(self, outlet: str, text: str, most: int) -> None:
        """Keep one more text of an outlet, and no more than so many in all; one text is kept once."""
        data = text.encode("utf-8", "replace")
        values = (outlet, hashlib.sha256(data).hexdigest(), zlib.compress(data))
        with self._journal.changing() as change:
            change.execute("INSERT OR IGNORE INTO texts (outlet, sha256, text) VALUES (?, ?, ?)", values)
            change.execute(
                "DELETE FROM texts WHERE outlet = ? AND id NOT IN"
                " (SELECT id FROM texts WHERE outlet = ? ORDER BY id DESC LIMIT ?)",
                (outlet, outlet, most),
            )
