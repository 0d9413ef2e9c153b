"""Web pages of invented outlets in the layouts of a region's press, each with what a reader should get out of it."""
