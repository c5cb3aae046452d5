"""Blocked customers: support stops listening for a time, keeps what they write, and always hears an emergency and a complaint."""

needs = ()
