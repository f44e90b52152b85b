"""What tampering is tried on, and how it is counted."""
