"""The station as a child that is watched: started again when it dies or hangs."""
