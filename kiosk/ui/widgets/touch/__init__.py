"""What a customer touches: fields and the keyboard on the screen, comfort, and moving about by keypad."""
