"""The tables of a store. Documents, readings and decisions are kept; all else is derived and can be made anew."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

VERSION = 2
"""Version of this schema, written into every store. 2 has links, addresses and the index of arrivals."""

kept = MetaData()
derived = MetaData()

documents = Table(
    "documents",
    kept,
    Column("id", String, primary_key=True, doc="first 16 hexadecimal digits of the identity, see store.identity"),
    Column("given_id", String, doc="the id under which the document came in, if it had one"),
    Column("sha256", String, nullable=False),
    Column("url", String),
    Column("title", String),
    Column("outlet", String),
    Column("published", String, doc="EDTF"),
    Column("published_basis", String),
    Column("language", String),
    Column("words", Integer, nullable=False),
    Column("text", LargeBinary, nullable=False, doc="UTF-8, zlib"),
    Column("added", String, nullable=False, doc="UTC, ISO 8601"),
    Index("documents_by_sha256", "sha256"),
    Index("documents_by_published", "published"),
    Index("documents_by_given_id", "given_id"),
)

readings = Table(
    "readings",
    kept,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("reader", String, nullable=False),
    Column("version", String, nullable=False),
    Column("made", String, nullable=False),
    Column("body", LargeBinary, nullable=False, doc="the contract's JSON, zlib"),
)

links = Table(
    "links",
    kept,
    Column("document", ForeignKey("documents.id"), primary_key=True, doc="the later one"),
    Column("kind", String, primary_key=True, doc="copy | revision"),
    Column("of", ForeignKey("documents.id"), nullable=False, doc="what it copies, or the version that it replaces"),
    Column("similarity", Float, nullable=False, doc="how much of the shorter text is in both, estimated"),
    Column("made", String, nullable=False),
    Index("links_by_of", "of", "kind"),
)

addresses = Table(
    "addresses",
    kept,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("url", String, primary_key=True, doc="where the same text stands, too"),
    Column("seen", String, nullable=False),
)

decisions = Table(
    "decisions",
    kept,
    Column("id", Integer, primary_key=True),
    Column("made", String, nullable=False),
    Column("by", String, nullable=False),
    Column("verb", String, nullable=False, doc="same | different"),
    Column("left", String, nullable=False),
    Column("right", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("undone", String, doc="when it was taken back; None while it holds"),
)

settings = Table(
    "settings",
    kept,
    Column("name", String, primary_key=True, doc="packs"),
    Column("value", Text, nullable=False),
)

marks = Table(
    "marks",
    derived,
    Column("document", String, nullable=False),
    Column("field", String, nullable=False, doc="type | mode | context | country | kind"),
    Column("value", String, nullable=False),
    Index("marks_by_value", "field", "value", "document", unique=True),
    Index("marks_by_document", "document"),
)

facts = Table(
    "facts",
    derived,
    Column("name", String, primary_key=True, doc="what was derived: 'knowledge'"),
    Column("stamp", String, nullable=False, doc="what it was derived from"),
    Column("body", LargeBinary, nullable=False, doc="JSON, zlib"),
)

# What the full-text index holds; `stems` are base forms, so that one form of a word finds the others.
SEARCH_COLUMNS = ("document", "title", "body", "stems")
CREATE_SEARCH = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5("
    'document UNINDEXED, title, body, stems, tokenize = "unicode61 remove_diacritics 2")'
)
