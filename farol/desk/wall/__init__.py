"""The live wall: the whole desk at a glance, for leads, duty managers and the screen on the wall."""

needs = ("incidents", "queue", "sla", "surge", "threads")
