"""Sholu reads the press: who said what, through which outlet, on which day; what happened, and how sure they were."""
