"""Who reads along in a ticket by mail: proposed by mails, confirmed only by the signed-in customer, heard as themselves."""
