"""Who works in the stores: names, roles, PINs and badges are HQ's."""
