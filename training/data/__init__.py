"""The data sets to learn from, each with one reader that turns its lines into examples."""
