"""Safety proved by enumeration, not promised in prose: every coarse combination, every short sequence, every screen.

Each invariant of guide.md §8 has a check here and a control: a guide broken on purpose that the check must catch.
"""
