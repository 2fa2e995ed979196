"""The database: the only place that opens a connection, and the only one that changes its shape."""
