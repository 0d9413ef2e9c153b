"""Events: who did what to whom, where, when, and how surely."""

from sholu.reading.events.finder import find_events

__all__ = ["find_events"]
