"""The tables as an application of the framework."""

from __future__ import annotations

from django.apps import AppConfig


class VaultTables(AppConfig):
    """Two tables, nothing else."""

    name = "unforced.adapters.vault.tables"
    label = "vault"
    default_auto_field = "django.db.models.BigAutoField"
