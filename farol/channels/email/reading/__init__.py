"""What a mail says: parsed in a process that may be killed, quotes cut, text taken from any form."""
