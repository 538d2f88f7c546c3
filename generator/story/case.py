"""How a case went: when and where it took place, its steps, and what came of it."""

from generator.content_file import NO_DATE
from generator.fields import Fields
from generator.fields.dates import Date, PartialDate
from generator.story.model import CHANNELS, OUTCOMES, Channel, Outcome, OutcomeStatus, Step

_MEANT: dict[str, OutcomeStatus] = {
    **dict.fromkeys(("solved", "settled", "fixed", "closed", "refunded", "done", "yes"), "resolved"),
    **dict.fromkeys(("unsolved", "ignored", "refused", "never", "no"), "unresolved"),
    **dict.fromkeys(("open", "waiting", "ongoing", "promised"), "pending"),
}
"""Words that people write for what came of a case."""

_NOUN = "an outcome"

_PLACES: dict[str, Channel] = {
    **dict.fromkeys(("telephone", "call", "hotline"), "phone"),
    **dict.fromkeys(("e-mail", "mail"), "email"),
    **dict.fromkeys(("shop", "counter", "branch"), "store"),
    **dict.fromkeys(("online", "website", "app"), "web"),
    **dict.fromkeys(("post", "paper"), "letter"),
    **dict.fromkeys(("in person", "home"), "visit"),
}
"""Words that people write for where it took place."""


def parse_happened(fields: Fields, published: Date) -> PartialDate | None:
    """When it took place: a day, a month or a year, and not after the story."""
    happened = fields.partial_date("happened")
    if happened and published != NO_DATE and PartialDate(published.day, "day").is_before(happened):
        message = f"{happened} is after the story's own date, {published.day}."
        fields.wrong("happened", message, "Check both dates.", severity="warning")
    return happened


def parse_channel(fields: Fields) -> Channel | None:
    """Where it took place."""
    return fields.choice("channel", CHANNELS, noun="a channel", meaning=_PLACES)


def parse_outcome(fields: Fields, happened: PartialDate | None) -> Outcome | None:
    """What came of it: the status alone, or a mapping with status, date and note; not before it happened."""
    items = fields.mixed("outcome")
    if len(items) > 1:
        hint = "Keep the last one, and write the others into timeline."
        fields.wrong("outcome", "only one outcome is allowed.", hint)
    if not items:
        return None
    first = items[0]
    if isinstance(first, str):
        status = fields.chosen("outcome", first, OUTCOMES, noun=_NOUN, meaning=_MEANT) if first else None
        return Outcome(status) if status else None
    if not first.has("status"):
        first.missing("status", OUTCOMES[0])
    status = first.choice("status", OUTCOMES, noun=_NOUN, meaning=_MEANT)
    date, note = first.date("date"), first.text("note")
    if date and happened and PartialDate(date.day, "day").is_before(happened):
        message = f"{date.day} is before the day it happened, {happened}."
        first.wrong("date", message, "Check both dates.", severity="warning")
    fields.absorb(first)
    return Outcome(status, date, note) if status else None


def parse_timeline(fields: Fields) -> tuple[Step, ...]:
    """The steps in the order written; one that goes back in time gets a warning."""
    steps: list[Step] = []
    for item in fields.sections("timeline"):
        if not item.has("date"):
            item.missing("date", "2025-03-31")
        date, event = item.partial_date("date"), item.text("event", example="I called")
        if date and steps and date.is_before(steps[-1].date):
            message = f"{date} is before the step above it."
            item.wrong("date", message, "Write the steps in the order in which they happened.", severity="warning")
        if date and event:
            steps.append(Step(date, event))
        fields.absorb(item)
    return tuple(steps)
