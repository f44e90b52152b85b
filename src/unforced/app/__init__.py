"""What a person can do, one file a deed. Surfaces call these and hold no rule of their own."""
