"""Steunwijzer: brings employees to the right help and keeps nothing of what they type."""

__version__ = "0.1.0"
