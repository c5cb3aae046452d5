"""Connections: the exchange's own accounts at each channel, a bot, a page, a number or a mailbox; connected, tested and paused from the console."""

needs = ()
