"""Put aside: tickets that come back at a time or with the customer's words, and tickets that wait for their customer."""
