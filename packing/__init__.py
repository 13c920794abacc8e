"""Building the program for the stores: docs/packaging.md."""
