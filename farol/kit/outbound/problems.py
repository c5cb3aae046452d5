"""Why a connection to an address that somebody gave was not made, or was given up."""

from farol.kit.problem import Problem


class Failure(Exception):
    """What all of these are, for callers that treat them alike."""


class AddressUnreadable(Failure, Problem):
    code = "address_unreadable"
    status = 422
    texts = {
        "en": "This address cannot be used. Write it as https://name/path, without a user name in it.",
        "zh": "此地址无法使用。请写成 https://域名/路径 的形式，且不含用户名。",
    }


class AddressPlain(Failure, Problem):
    code = "address_plain"
    status = 422
    texts = {"en": "This address is not encrypted. Use one that begins with https.", "zh": "此地址未加密，请使用以 https 开头的地址。"}


class AddressUnknown(Failure, Problem):
    code = "address_unknown"
    status = 422
    texts = {"en": "There is no server of this name. Check how it is written.", "zh": "没有这个名称的服务器，请检查拼写。"}


class AddressRefused(Failure, Problem):
    code = "address_refused"
    status = 422
    texts = {
        "en": "This address leads into a private network, so nothing was sent. An administrator can allow it with FAROL_OUTBOUND_ALLOWED.",
        "zh": "此地址指向内部网络，未发送任何内容。管理员可通过 FAROL_OUTBOUND_ALLOWED 允许。",
    }


class PortRefused(Failure, Problem):
    code = "port_refused"
    status = 422
    texts = {"en": "This port is not used for that. Use the usual port of the service.", "zh": "此端口不可用于该用途，请使用该服务的常用端口。"}


class AddressAway(Failure, Problem):
    code = "address_away"
    status = 502
    texts = {"en": "The server there did not answer. Try again later.", "zh": "对方服务器没有回应，请稍后再试。"}


class TooManyRedirects(Failure, Problem):
    code = "too_many_redirects"
    status = 502
    texts = {"en": "The server led on from one address to the next. Give the last address itself.", "zh": "对方服务器不断转到其他地址，请直接填写最终地址。"}


class AnswerTooLarge(Failure, Problem):
    code = "answer_too_large"
    status = 502
    texts = {"en": "The server's answer is too large, so it was not read.", "zh": "对方服务器的回应过大，未读取。"}


class AnswerTooLate(Failure, Problem):
    code = "answer_too_late"
    status = 504
    texts = {"en": "The server took too long. Try again later.", "zh": "对方服务器回应超时，请稍后再试。"}
