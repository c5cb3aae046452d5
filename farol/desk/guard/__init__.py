"""The guard of replies: what support never asks for is not sent, and what it should not promise or say is pointed out first."""

needs = ("sla",)
