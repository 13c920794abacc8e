"""Prize draws at HQ."""
