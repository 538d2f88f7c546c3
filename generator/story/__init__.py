"""A story: what one Markdown file says, typed and complete, without knowledge of any other file."""

from generator.story.model import (
    DISCLOSURES,
    VERDICTS,
    Channel,
    CompanyVerdict,
    Disclosure,
    Outcome,
    OutcomeStatus,
    Reply,
    Source,
    SourceType,
    Step,
    Story,
    Update,
    Verdict,
    Withdrawal,
)
from generator.story.naming import story_stem
from generator.story.parse import parse_story

__all__ = [
    "DISCLOSURES",
    "VERDICTS",
    "Channel",
    "CompanyVerdict",
    "Disclosure",
    "Outcome",
    "OutcomeStatus",
    "Reply",
    "Source",
    "SourceType",
    "Step",
    "Story",
    "Update",
    "Verdict",
    "Withdrawal",
    "parse_story",
    "story_stem",
]
