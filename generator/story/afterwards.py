"""What came after publication: updates, replies of companies, and that a story was taken back."""

from generator.content_file import ContentFile
from generator.fields import Fields, LongText
from generator.markup import Body, parse_body
from generator.quoting import any_of, quoted
from generator.story.model import CompanyVerdict, Reply, Update, Withdrawal
from generator.urls import identity

_ADD_COMPANY = "Add a line such as company: Acme to the story, in the first column."


def parse_updates(file: ContentFile, source: str) -> tuple[Update, ...]:
    """The updates by date, those of one day in the order written."""
    found = []
    for number, item in enumerate(file.fields.sections("updates")):
        if not item.has("date"):
            item.missing("date", "2025-03-31")
        date, note = item.date("date"), item.long_text("note", example="They called back")
        correction = item.flag("correction", default=False)
        if date and note.text:
            found.append(Update(date, _body(file, note, source), f"updates[{number}]", correction))
        file.fields.absorb(item)
    return tuple(sorted(found, key=lambda update: update.date.day))


def parse_replies(file: ContentFile, source: str, companies: tuple[CompanyVerdict, ...]) -> tuple[Reply, ...]:
    """The companies' own answers in the order written; in a round-up each says which company speaks."""
    found = []
    names = {identity(company.name): company.name for company in companies}
    for number, item in enumerate(file.fields.sections("reply")):
        signed, company = item.text("from", example="Kim, customer service"), item.text("company")
        date, text = item.date("date"), item.long_text("text", example="We are sorry")
        if not names:
            item.wrong("company", "this story has no company that could reply.", _ADD_COMPANY)
        elif not company and len(names) > 1:
            hint = f"Add a line company: with {any_of(names.values())}."
            item.wrong("company", "the reply does not say which of the story's companies replies.", hint)
        elif company and identity(company) not in names:
            message = f"{quoted(company)} is not a company of this story."
            item.wrong("company", message, f"Use {any_of(names.values())}.")
        elif signed and text.text:
            found.append(Reply(signed, company, date, _body(file, text, source), f"reply[{number}]"))
        file.fields.absorb(item)
    return tuple(found)


def parse_withdrawal(fields: Fields) -> Withdrawal | None:
    """That the story was taken back: the date alone, or a mapping with date and reason."""
    items = fields.mixed("withdrawn")
    if not items:
        return None
    first = items[0]
    if isinstance(first, str) or len(items) > 1:
        date = fields.date("withdrawn")
        return Withdrawal(date) if date else None
    if not first.has("date"):
        first.missing("date", "2025-03-31")
    date, reason = first.date("date"), first.text("reason")
    fields.absorb(first)
    return Withdrawal(date, reason) if date else None


def _body(file: ContentFile, text: LongText, source: str) -> Body:
    return parse_body(
        text.text, source=source, first_line=text.line, on_one_line=not text.is_block, options=file.options
    )
