"""Discord: direct messages, forum and channel threads, slash commands and buttons, through the gateway and the interactions endpoint."""

needs = ("connections", "messengers")
