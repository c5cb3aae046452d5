"""Meta: messages and comments of a Facebook page and of Instagram, and WhatsApp, over one Graph API."""

needs = ("connections", "messengers")
