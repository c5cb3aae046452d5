"""E-mail: replies nobody read on screen, side threads' letters to people outside, and mail that comes in to where it belongs."""

needs = ("connections", "guard", "languages", "messengers", "queue", "tags", "threads")
