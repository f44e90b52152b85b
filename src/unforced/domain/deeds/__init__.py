"""What each deed does to a visit: pure functions from (visit, reply, shelf) to the next visit."""
