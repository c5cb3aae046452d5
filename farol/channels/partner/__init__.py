"""The partner API: tickets and messages for the exchange's own systems, which prove themselves by a key."""

needs = ()
