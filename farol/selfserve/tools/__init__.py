"""Tools with which customers look after themselves: their withdrawals, deposits and limits, told as the exchange tells them."""

needs = ("help_centre", "identity", "portal", "proposals")
