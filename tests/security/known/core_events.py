"""Events of the exchange. Its webhooks are proven by their signature, which no browser has; their refusals are tested beside the feature."""
