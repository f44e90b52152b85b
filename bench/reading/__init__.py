"""What is heard in a person's own words, and how sure of it a reader may be, measured on sentences set apart.

Rules of this bench:
- Readers were taught beside the subset "build"; the subset "test" is read here and nowhere else. Of it only figures
  and counts are printed: no text, no id.
- Bounds, and how persons who correct a reading are simulated, stand in evaluation/reading/thresholds.toml, fixed before
  any model was measured. One that is missed is printed so.
- Every reader reads the same texts in the same run. One that isn't there is named, and the rest is measured.
- Everything is seeded; the same tree gives the same figures, but for the clock.
"""
