"""Bodies that several routes share."""

from typing import Annotated

import msgspec

from farol.kit.web import Body

NO_NUL = r"^[^\x00]*$"
Id = Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
Key = Annotated[str, msgspec.Meta(min_length=3, max_length=80, pattern=r"^(search|reason|question):[A-Za-z0-9_.:-]+$")]
GroupKey = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=40)]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=60, pattern=NO_NUL)]
Note = Annotated[str, msgspec.Meta(max_length=300, pattern=NO_NUL)]
Slug = Annotated[str, msgspec.Meta(min_length=1, max_length=80, pattern=NO_NUL)]
Language = Annotated[str, msgspec.Meta(max_length=35, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Asked = Annotated[str, msgspec.Meta(min_length=1, max_length=300, pattern=r"^[^\x00]*[^\s\x00][^\x00]*$")]


class BegunBody(Body, frozen=True):
    """An article to begin, with its title in the language it begins in."""

    slug: Slug
    category: Annotated[str, msgspec.Meta(max_length=40, pattern=NO_NUL)]
    language: Language
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=120, pattern=NO_NUL)]
