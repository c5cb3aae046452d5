"""Mail that was put aside: seen with its reason, let out, tried again, dropped, and in the end forgotten."""
