"""Prize draws that anyone can check (docs/draws.md)."""
