"""What goes before everything: danger, theft, the word for a person, files, the question what writes here, and mere thanks."""

from typing import Literal, NamedTuple

from farol.core.tickets.thanks import is_thanks
from farol.core.urgency import hear

from .given import Given, Heard
from .person import asks_what_it_is, says_nothing, wants_person
from .trace import Trace

What = Literal["", "risk", "stolen", "person", "what", "thanks", "nothing", "files"]


class First(NamedTuple):
    """what: empty when the words are a matter like any other."""

    what: What


def first(given: Given, heard: Heard, trace: Trace) -> First:
    """Recall first: a false alarm costs a person a glance."""
    with trace.stage("urgency") as told:
        urgent = hear(heard.text, *given.before[-4:])
        said = {
            "risk": ("可能有人有危险：助手不说话，由真人处理。", "Somebody may be in danger: the assistant is silent and a person goes on."),
            "stolen": ("像是账户被盗：先给冻结入口，再交给真人。", "Sounds like theft: the way to freeze the account, then a person."),
        }.get(urgent, ("不紧急。", "Nothing urgent."))
        told.say(*said, heard=urgent)
    if urgent == "risk":
        return First("risk")
    if urgent == "stolen" and hear(heard.text) == "stolen":
        return First("stolen")
    with trace.stage("person") as told:
        what: What = ""
        if wants_person(heard.text) or any(one.to == "person" and one.label.casefold() == heard.text.casefold() for one in given.case.offered):
            what = "person"
            told.say("客户要找真人。", "Asks for a person.")
        elif asks_what_it_is(heard.text):
            what = "what"
            told.say("客户问这里是不是真人。", "Asks whether a person writes here.")
        elif not given.first and is_thanks(heard.text):
            what = "thanks"
            told.say("只是道谢。", "Mere thanks.")
        elif given.files and len(heard.text) < 2:
            what = "files"
            told.say("只发了文件。", "Sent nothing but files.")
        elif given.first and says_nothing(heard.text):
            what = "nothing"
            told.say("只打了招呼，没有说事情。", "A greeting that tells nothing of the matter.")
        else:
            told.say("没有要求找真人。", "Does not ask for a person.")
    return First(what)
