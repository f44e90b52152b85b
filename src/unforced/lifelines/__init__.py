"""Lifelines, as data: who can be contacted where, how it was checked, and when. Its terms lie beside it (TERMS)."""

from pathlib import Path

FILE = Path(__file__).parent / "lifelines.json"
"""The file that holds every record."""
