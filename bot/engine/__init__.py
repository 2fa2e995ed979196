"""The embedded Rasa: one thread, actions in process, conversations in memory, texts, silence."""
