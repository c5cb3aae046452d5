"""The public pages of the help centre."""

MISSING = {"slug": "no-such-article", "code": "no-such-topic"}
PLAIN = {
    **dict.fromkeys(("lang", "kind", "step"), "one of a few words"),
    **dict.fromkeys(("q", "rest"), "words of a reader"),
    **dict.fromkeys(("announcement_no", "part_no"), "of what everybody may read"),
    "number": "of what everybody may read",
    "version": "of what everybody may read",
}
