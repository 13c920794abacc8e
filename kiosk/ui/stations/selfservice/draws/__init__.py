"""Draws at the self-service station: play, see who won, check it."""
