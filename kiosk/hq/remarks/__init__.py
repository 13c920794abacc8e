"""What members said in words of their own."""
