"""What the rules and the small model hear together, on the sentences of the screen that were set apart."""
