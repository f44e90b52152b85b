"""Adapters: where the ports of the domain meet files and, later, stores and models."""
