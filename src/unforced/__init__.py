"""unforced: a private companion for the moment when self-compassion feels impossible."""

__version__ = "0.1.0"
