"""E-mail: replies that nobody read on screen go out by mail, and mail that comes in joins or opens a ticket."""
