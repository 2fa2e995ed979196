"""Measures the corpus and the model; nothing here runs while the chat runs."""
