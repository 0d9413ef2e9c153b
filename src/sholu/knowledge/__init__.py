"""What is known across readings: entities, stories, origins, offices over time."""
