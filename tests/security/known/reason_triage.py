"""Why a ticket has its reason: read along with the ticket."""
