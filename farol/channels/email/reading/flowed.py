"""Joins the lines that ``format=flowed`` (RFC 3676) broke."""


def joined(text: str, *, delete_space: bool = False) -> str:
    """The text with its paragraphs whole. delete_space: the blank before a soft break is not part of the words (``DelSp=yes``)."""
    out: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:]
        # A blank before a ">" is what keeps somebody's own line from being a quoted one.
        words = words[1:] if words.startswith(" ") and (depth or words[1:2] != ">") else words
        if open_depth != depth or words == "-- ":
            out.append(("\n" if out else "") + ">" * depth + " " * (depth > 0))
        soft = words.endswith(" ") and words != "-- "
        open_depth = depth if soft else -1
        out.append(words[:-1] if soft and delete_space else words)
    return "".join(out)
