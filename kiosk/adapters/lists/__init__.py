"""Files of rows: read in any encoding, written so that no spreadsheet program runs what is in them."""
