"""The tools, in the order in which they are listed. Each description says what the answer is, since a model chooses by it."""

from . import articles, standing, tickets
from .model import Tool

_ALL = (
    Tool(
        "search_help", "Search the help centre",
        "Finds public help articles of the exchange for a question and gives the passages that likely answer it, with version, day of the last check "
        "and address. Quote the passage and its address; if 'likely' is false, say that the help centre has no clear answer.",
        articles.Search, articles.Found, articles.search,
    ),
    Tool(
        "read_article", "Read a help article",
        "Gives the whole text of one public help article by the slug that search_help returned. Figures that change, such as fees and limits, are on "
        "the page at its address.",
        articles.Read, articles.Text, articles.read,
    ),
    Tool(
        "ticket_status", "Where the customer's tickets stand",
        "Gives number, status, stage and the next promised time of the customer's own support tickets. Needs the customer's own token on the connection. "
        "It never contains what was written in a ticket, and no other customer's tickets.",
        tickets.Which, tickets.Mine, tickets.status,
    ),
    Tool(
        "list_incidents", "Open incidents",
        "Gives the exchange's open public incidents: what is affected, what is known, since when, and when the next update comes.",
        standing.Now, standing.Incidents, standing.incidents,
    ),
    Tool(
        "check_official", "Is this really the exchange?",
        "Says whether a link, domain, mail address, handle or number belongs to the exchange, imitates it, or is not its own, and lists all channels that "
        "are. Nothing is opened or visited.",
        standing.Check, standing.Checked, standing.check,
    ),
)  # fmt: skip
TOOLS = {tool.name: tool for tool in _ALL}
