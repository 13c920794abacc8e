"""How long what is kept."""

NAMES_DAYS = 90
"""Days that people's names on a stage's own list are kept after the last step of its draw: by then winners are told and
prizes handed over. What was published has no whole names, and is kept for two years."""
