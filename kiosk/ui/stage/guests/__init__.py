"""What a room sees of an event: who has come, what comes next, whom to thank."""
