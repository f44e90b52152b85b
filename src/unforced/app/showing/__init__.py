"""Showing: a visit in, one finished screen out. One file for each kind of screen."""

from unforced.app.showing.show import show

__all__ = ["show"]
