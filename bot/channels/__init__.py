"""Wire format in, wire format out: the web and Microsoft Teams."""
