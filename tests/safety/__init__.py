"""What SAFETY.md and docs/vera-mh.md say is shown, is shown."""
