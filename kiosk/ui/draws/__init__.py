"""Draws as they are played: a wheel, a scratch card, a grid, a capsule machine, red packets that rain."""
