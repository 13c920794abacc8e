"""Photographs that guests send from their phones, and vote for."""
