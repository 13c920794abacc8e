"""What only a system itself can keep from customers."""
