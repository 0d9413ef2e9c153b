"""What is known across readings: entities, stories, origins, offices over time."""

from sholu.knowledge.knowledge import Knowledge, build
from sholu.knowledge.model import Decision
from sholu.knowledge.stories import group_documents

__all__ = ["Decision", "Knowledge", "build", "group_documents"]
