"""The player of the pages, measured in a real browser: python -m bench.player."""
