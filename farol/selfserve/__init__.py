"""What customers do alone: the help centre and their own tickets."""
