"""What the holder of a voucher of value sees of it on a phone."""
