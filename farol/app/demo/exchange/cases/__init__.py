"""One customer for each contact reason: what is true at the exchange, and what such a customer writes."""
