"""What is believed of a mail: SPF, DKIM, ARC and DMARC judged by ourselves, and who a sender tries to look like."""
