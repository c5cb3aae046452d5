"""One search over tickets, messages, customers and help-centre articles, of all time, and only of what the reader may see."""

needs = ("inbox", "knowledge", "retrieval")
