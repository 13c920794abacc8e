"""Lists of people as offices keep them: what a file of rows means, said before anything is taken of it."""
