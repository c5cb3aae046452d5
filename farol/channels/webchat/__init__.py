"""Web chat: the widget's side of a conversation, for signed-in customers and visitors."""
