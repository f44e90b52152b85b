"""Two tables. Everything in them is sealed, or says only which page of whom it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    Bytes = models.BinaryField[bytes | memoryview, bytes]
    Count = models.IntegerField[int, int]

NAME = 16


class Person(models.Model):
    """Somebody who keeps pages. ``tries`` and ``tried_at`` (seconds since 1970) slow down guessing."""

    id: Bytes = models.BinaryField(primary_key=True, max_length=NAME)
    passphrase_lock: Bytes = models.BinaryField()
    code_lock: Bytes = models.BinaryField()
    register: Bytes = models.BinaryField()
    tries: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=0)
    tried_at: models.BigIntegerField[int, int] = models.BigIntegerField(default=0)

    class Meta:
        db_table = "person"


class SealedPage(models.Model):
    """One sealed page. ``goes_on``: the day a forgotten page goes for good, as a proleptic ordinal; 0: it stays."""

    pk = models.CompositePrimaryKey("person", "name")
    person: models.ForeignKey[Person, Person] = models.ForeignKey(
        Person, on_delete=models.CASCADE, db_index=False
    )  # not indexed apart: the primary key begins with it
    name: Bytes = models.BinaryField(max_length=NAME)
    sealed: Bytes = models.BinaryField()
    goes_on: Count = models.IntegerField(default=0)

    class Meta:
        db_table = "page"
