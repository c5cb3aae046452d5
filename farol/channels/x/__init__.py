"""X: direct messages and mentions, answered in private, or in public without anybody's data."""

needs = ("connections", "messengers")
