"""One file for every change of the database's shape."""
