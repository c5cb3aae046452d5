"""Links between tickets: related, caused by, follow-up of, shown from both sides."""
