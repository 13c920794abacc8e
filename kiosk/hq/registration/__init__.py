"""People who become members: codes, persons, reviews, merges, and who brought whom."""
