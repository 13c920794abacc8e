"""The invite's page: what a phone's camera opens, and what registers there."""
