"""Whom a story is about, and what may be said only of a single company."""

from generator.fields import Fields
from generator.story.model import VERDICTS, CompanyVerdict, Verdict
from generator.urls import identity

_MEANT: dict[str, Verdict] = {
    **dict.fromkeys(("great", "excellent", "positive", "praise", "happy", "yes"), "good"),
    **dict.fromkeys(("poor", "terrible", "awful", "negative", "complaint", "no"), "bad"),
    **dict.fromkeys(("neutral", "both", "so-so", "ok", "okay", "fair"), "mixed"),
}
"""Words that people write for a verdict."""

_OF_ONE_COMPANY = ("rating", "outcome")


def parse_verdict(fields: Fields) -> Verdict | None:
    """The story's verdict."""
    return fields.choice("verdict", VERDICTS, noun="a verdict", meaning=_MEANT)


def parse_companies(fields: Fields) -> tuple[CompanyVerdict, ...]:
    """The companies in the order written; `rating` and `outcome` beside several of them are problems."""
    found = []
    story_verdict = fields.has("verdict")
    items = fields.mixed("company")
    for item in items:
        if isinstance(item, str):
            found.append(CompanyVerdict(item, None))
            continue
        name, verdict = item.text("name", example="Acme"), parse_verdict(item)
        if verdict and len(items) == 1 and story_verdict:
            message = "the story has a verdict of its own already, and this is its only company."
            item.wrong("verdict", message, "Keep one of the two.")
        found.append(CompanyVerdict(name, verdict))
        fields.absorb(item)
    companies = tuple(company for company in found if company.name)
    if len({identity(company.name) for company in companies}) > 1:
        for key in filter(fields.has, _OF_ONE_COMPANY):
            message = f"a story about several companies cannot have one {key}: readers could not tell whose it is."
            fields.wrong(key, message, "Leave it out, or write a story about each company.")
    return companies
