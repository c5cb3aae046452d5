"""Platforms with people on them: each answers Farol as its documentation says, and lets a visitor write as one of its people."""
