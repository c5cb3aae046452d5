"""What can go wrong while starting; the text is meant for the person at the terminal."""


class StartError(Exception):
    """Something cannot be started; the text says what and what to do about it."""
