"""Rasa custom actions, one subject a file: slots in, directory asked, slots and responses out."""
