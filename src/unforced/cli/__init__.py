"""The same deeds in a terminal."""
