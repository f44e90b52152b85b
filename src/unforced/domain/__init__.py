"""Values and decisions. Standard library only: no input, output, clock, dice or log."""
