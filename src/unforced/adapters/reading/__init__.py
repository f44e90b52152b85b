"""Readers. Until there is a model, the honest answer is unknown."""
