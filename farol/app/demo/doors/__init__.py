"""The demo's outside world: messengers, a telephone network and other services, played on loopback by whoever visits."""
