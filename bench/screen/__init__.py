"""What the screening hears, and what it takes for danger, measured on sentences that nobody in danger wrote.

Rules of this bench:
- The rules were written beside the subset "build"; the subset "test" is read here and nowhere else. Of it only figures
  a kind are printed: no text, no id, no count a rule.
- Bounds stand in evaluation/screen/thresholds.toml, fixed before the first run. One that is missed is printed so.
- Everything is seeded; the same tree gives the same figures, but for the clock.
"""
