"""The event desk: who comes, who is in, and what a desk does for a guest."""
