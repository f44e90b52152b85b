"""The rows as tables, through the framework's ORM: SQLite on one's own computer, the same tables elsewhere."""
