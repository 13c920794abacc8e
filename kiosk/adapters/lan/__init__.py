"""Desks of one store tell each other their journals over the hall's network, without HQ (docs/lan.md)."""
