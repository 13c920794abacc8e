"""Prize draws that anyone can check ("KD1"): how they are drawn, published, checked, and their facts. docs/draws.md."""
