"""The demo: one cast, an exchange to play with, and content to look at."""
