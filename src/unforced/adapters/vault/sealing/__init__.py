"""The sealed format, version 1. docs/vault-format.md is its specification; its vectors are opened in the tests."""
