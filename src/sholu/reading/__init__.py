"""The reader: a pure function from a document to a reading."""
