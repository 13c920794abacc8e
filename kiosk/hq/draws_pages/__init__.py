"""What everybody may see of draws: results, slips, and the program that checks both."""
