"""LINE: chats with an official account, and the groups it was asked into."""

needs = ("connections", "messengers")
