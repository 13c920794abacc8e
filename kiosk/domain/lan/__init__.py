"""Desks of one store on a local network."""
