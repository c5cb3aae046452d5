"""Runs PostgreSQL, NATS and our own processes as children that never outlive us."""
