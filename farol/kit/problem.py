"""Problems: every refusal the product can answer with, as RFC 9457 documents."""

from typing import Any, ClassVar

REGISTRY: dict[str, type["Problem"]] = {}


class Problem(Exception):
    """A refusal with a stable code, a status and one sentence per language.

    Subclasses set ``code``, ``status`` and ``texts``; texts may hold ``{fields}`` given to the constructor.
    ``fields`` go into the document as extension members and must never hold a secret or internal name.
    """

    code: ClassVar[str]
    status: ClassVar[int] = 400
    texts: ClassVar[dict[str, str]]
    headers: ClassVar[dict[str, str]] = {}

    def __init__(self, **fields: Any) -> None:
        super().__init__(self.code)
        self.fields = fields

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.code in REGISTRY:
            raise TypeError(f"two problems share the code {cls.code}")
        if set(cls.texts) < {"en", "zh"}:
            raise TypeError(f"problem {cls.code} needs en and zh texts")
        REGISTRY[cls.code] = cls

    def text(self, language: str = "en") -> str:
        """The sentence in the language (``zh`` for any Chinese, English otherwise)."""
        template = self.texts.get(language) or self.texts["zh" if language.startswith("zh") else "en"]
        return template.format(**self.fields) if self.fields else template

    def document(self, language: str = "en") -> dict[str, Any]:
        """The RFC 9457 document: type, title, status, detail, code and extension members."""
        return {
            "type": f"urn:farol:problem:{self.code}",
            "title": self.texts["en"] if "{" not in self.texts["en"] else self.code,
            "status": self.status,
            "detail": self.text(language),
            "code": self.code,
            **self.fields,
        }


class NotSignedIn(Problem):
    code = "not_signed_in"
    status = 401
    texts = {"en": "Please sign in again.", "zh": "请重新登录。"}


class NotAllowed(Problem):
    code = "not_allowed"
    status = 403
    texts = {"en": "You may not do this.", "zh": "您没有这项权限。"}


class ForeignOrigin(Problem):
    code = "foreign_origin"
    status = 403
    texts = {"en": "This request came from another site and was refused.", "zh": "请求来自其他网站，已拒绝。"}


class NotFound(Problem):
    """Missing and forbidden look the same, so that nobody can probe."""

    code = "not_found"
    status = 404
    texts = {"en": "There is nothing here that you can see.", "zh": "这里没有您能看到的内容。"}


class MethodNotAllowed(Problem):
    code = "method_not_allowed"
    status = 405
    texts = {"en": "This address does not take that method.", "zh": "此地址不支持该方法。"}


class Invalid(Problem):
    """The body or query does not have the right form; ``errors`` lists each field and why."""

    code = "invalid"
    status = 422
    texts = {"en": "Some of what was sent is not right.", "zh": "提交的内容有误。"}


class NotJson(Problem):
    code = "not_json"
    status = 400
    texts = {"en": "The body is not valid JSON.", "zh": "请求内容不是有效的 JSON。"}


class TooLarge(Problem):
    code = "too_large"
    status = 413
    texts = {"en": "This is too large.", "zh": "内容太大。"}


class TooMany(Problem):
    code = "too_many"
    status = 429
    texts = {"en": "Too many at once. Try again in {retry_after} s.", "zh": "太频繁，请 {retry_after} 秒后再试。"}


class Conflict(Problem):
    """The thing changed since it was read."""

    code = "conflict"
    status = 409
    texts = {"en": "This was changed by somebody else. Look again first.", "zh": "刚被别人改过，请先看一眼。"}


class Broken(Problem):
    """Our fault. The id finds the log line; nothing else is told."""

    code = "broken"
    status = 500
    texts = {"en": "Something broke on our side. It was recorded as {error_id}.", "zh": "我们这边出了问题，记录号 {error_id}。"}


class Unavailable(Problem):
    code = "unavailable"
    status = 503
    headers = {"retry-after": "2"}
    texts = {"en": "Not available for a moment. Try again.", "zh": "暂时不可用，请再试一次。"}
