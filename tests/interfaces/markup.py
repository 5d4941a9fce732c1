"""A page as written without regard to line breaks: white space only where a reader sees it."""

import re

from django.http import HttpResponse

_BLOCK = (
    "aside|blockquote|body|button|dd|details|div|dl|dt|fieldset|figure|figcaption|footer|form|h1|h2|h3"
    "|head|header|html|legend|li|main|nav|ol|option|p|section|summary|table|tbody|td|th|thead|title"
    "|tr|ul|wg-[a-z-]+"
)
_INSIDE = r"(?:\"[^\"]*\"|'[^']*'|[^'\">])*"
_TYPED = re.compile(rf"(<textarea\b{_INSIDE}>.*?</textarea>)", re.DOTALL)
_AROUND_BLOCKS = re.compile(rf" ?(</?(?:{_BLOCK})\b{_INSIDE}>) ?")
_END_OF_TAG = re.compile(rf"(<\w{_INSIDE}?) (/?>)")


def markup(response: HttpResponse) -> str:
    """The page with one blank for any white space, and none next to elements that end a line.

    What stands in a text area stays as it is.
    """
    return squeezed(response.content.decode())


def squeezed(html: str) -> str:
    """The same of a piece of a page."""
    parts = _TYPED.split(html)
    return "".join(part if typed % 2 else _without_breaks(part) for typed, part in enumerate(parts))


def _without_breaks(html: str) -> str:
    """A text area splits it: each piece is squeezed alone."""
    return _END_OF_TAG.sub(r"\1\2", _AROUND_BLOCKS.sub(r"\1", re.sub(r"\s+", " ", html)))
