"""Telegram: a bot that people write to in private and ask in groups, over the Bot API, by webhook or by long polling."""

needs = ("connections", "messengers")
