"""How languages write quotation marks, dashes and the ellipsis: data alone.

Sources: the delimiters of Unicode's Common Locale Data Repository (https://cldr.unicode.org); for inner marks and
dashes, where it is silent, the custom of print in the language.
"""

import msgspec


class Custom(msgspec.Struct, frozen=True):
    """What straight signs become: `"` the outer marks, `'` the inner ones, `--` the dash."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    dash: str = "–"
    ellipsis: str = "…"
    hugging: bool = False
    """Whether a dash touches the words it sets off: `dijo --con calma-- que`."""
    elided: frozenset[str] = frozenset()
    """What is written after an apostrophe that no letter precedes: 'tis."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HIGH = (("“", "”"), ("‘", "’"))
_LOW_HIGH = (("„", "“"), ("‚", "‘"))
_RIGHT = (("”", "”"), ("’", "’"))
_SPACED_GUILLEMETS = ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»")

ENGLISH = Custom(
    *_HIGH,
    dash="—",
    elided=_words("bout cause cos cuz em kay n neath nother nuff round scuse sup tho til till tis twas twere"),
)

CUSTOMS: dict[str, Custom] = {
    "af": Custom(*_HIGH, elided=_words("n")),
    "bg": Custom(*_LOW_HIGH),
    "ca": Custom(("«", "»"), ("“", "”"), dash="—", hugging=True),
    "cs": Custom(*_LOW_HIGH),
    "da": Custom(*_RIGHT),
    "de": Custom(*_LOW_HIGH, elided=_words("s n ne nen ner nem")),
    "el": Custom(("«", "»"), ("“", "”")),
    "en": ENGLISH,
    "es": Custom(("«", "»"), ("“", "”"), dash="—", hugging=True),
    "et": Custom(*_LOW_HIGH),
    "fi": Custom(*_RIGHT),
    "fr": Custom(_SPACED_GUILLEMETS, ("“", "”")),
    "he": Custom(*_RIGHT),
    "hr": Custom(("„", "”"), ("‚", "’")),
    "hu": Custom(("„", "”"), ("»", "«")),
    "is": Custom(*_LOW_HIGH),
    "it": Custom(("«", "»"), ("“", "”")),
    "ja": Custom(("「", "」"), ("『", "』"), dash="—"),
    "ko": Custom(*_HIGH, dash="—"),
    "lt": Custom(*_LOW_HIGH),
    "lv": Custom(*_HIGH),
    "nb": Custom(("«", "»"), ("‘", "’")),
    "nl": Custom(*_HIGH, elided=_words("k m n r s t")),
    "nn": Custom(("«", "»"), ("‘", "’")),
    "no": Custom(("«", "»"), ("‘", "’")),
    "pl": Custom(("„", "”"), ("«", "»")),
    "pt": Custom(*_HIGH, dash="—"),
    "ro": Custom(("„", "”"), ("«", "»")),
    "ru": Custom(("«", "»"), ("„", "“"), dash="—"),
    "sk": Custom(*_LOW_HIGH),
    "sl": Custom(*_LOW_HIGH),
    "sr": Custom(("„", "”"), ("’", "’")),
    "sv": Custom(*_RIGHT),
    "tr": Custom(*_HIGH),
    "uk": Custom(("«", "»"), ("„", "“"), dash="—"),
    "zh": Custom(*_HIGH, dash="——", ellipsis="……"),
}
"""By primary language subtag (BCP 47)."""


def custom_of(language: str) -> Custom:
    """The custom of a language tag; only its first part counts, and English stands in for the unknown."""
    return CUSTOMS.get(language.replace("_", "-").split("-")[0].lower(), ENGLISH)
