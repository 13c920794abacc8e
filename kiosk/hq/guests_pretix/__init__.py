"""Events whose tickets pretix sells: its list is pulled, and who came is told back."""
