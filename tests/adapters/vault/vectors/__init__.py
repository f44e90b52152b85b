"""Vectors of the sealed format: what opens, and what must not. scripts/draw_vectors.py writes them down."""
