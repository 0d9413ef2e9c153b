"""The open web as a source: fetched politely, from public addresses only, with a record of every request."""
