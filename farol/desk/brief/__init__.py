"""Shift brief, hand-over and the duty log: what somebody needs who begins, and leaves behind who ends."""

needs = ("incidents", "knowledge", "queue", "retrieval", "surge", "transfer")
