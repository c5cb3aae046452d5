"""Stand-ins for services of others, for tests: they speak the real protocol over real sockets, also badly."""
