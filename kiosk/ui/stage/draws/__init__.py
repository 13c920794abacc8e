"""Prize draws on the big screen."""
