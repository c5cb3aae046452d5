"""Conditions on a ticket: one tree that rules, views and reports are written in, checked and explained in one place."""
