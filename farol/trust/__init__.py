"""Keeping people safe: who somebody is, what may be done to an account, and what happens when one is robbed."""
