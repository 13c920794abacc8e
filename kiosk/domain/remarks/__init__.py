"""What somebody says in words of their own, beside the score of a survey."""
