"""What goes out: written once, in words of ours, and tried until it is gone."""
