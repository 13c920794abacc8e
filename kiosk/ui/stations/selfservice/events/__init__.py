"""The store's events for whoever stands at the station: signing up, and how one was."""
