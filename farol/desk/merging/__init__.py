"""Merging and splitting: two tickets about one thing become one conversation, one about two becomes two, and back."""

needs = ("email",)
