"""Plain values that every other part speaks in; imports nothing of ours."""
