"""The demo's mailbox: every mail the demo sends lands here, can be read, and can be answered by real mail."""
