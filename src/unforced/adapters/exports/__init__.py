"""What a sheet to take along becomes: a page to print, Markdown, a tagged PDF."""
