"""The recipe that turns annotated texts into the reader's weights. Nothing in `sholu` imports it."""
