"""Judgements: what somebody thinks, expects, advises or argues, and how sure they are."""

from sholu.reading.judgements.finder import find_judgements

__all__ = ["find_judgements"]
