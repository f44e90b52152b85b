"""The vault: pages sealed with a key that only the person has, in one SQLite file or in memory."""
