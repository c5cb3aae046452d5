"""Customers' own tools: every page tells of one's own account alone."""

MISSING = {"withdrawal_id": "WD-0000000000", "liquidation_id": "LQ-0000000000"}
PLAIN = {
    **dict.fromkeys(("withdrawal_id", "liquidation_id"), "an id of the exchange, looked for in one's own account alone"),
    "towards": "a page of the portal to go on to; anything else counts for nothing", "asked": "which of one's own requests is told of",
    "txid": "a transaction, of which only what everybody may know is told",
}
