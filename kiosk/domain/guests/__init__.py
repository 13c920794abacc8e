"""Guests of events: who is expected, what is asked, and what a sign-in means."""
