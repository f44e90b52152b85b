"""What a sheet to take along becomes."""
