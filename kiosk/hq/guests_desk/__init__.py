"""What people at HQ do with events and their guests, and what terminals tell of who they are."""
