"""Events and their guests at HQ: the tables that desks' words do not give."""
