"""Announcements out: written once, let out by a second person, and posted on the help pages and at chosen platforms, each within its limits."""

needs = ("connections", "messengers", "guard", "opinions", "announcements")
