"""Whatever edits follow each other, the tree is always that of a clean build."""

import datetime as dt
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import FirsthandError
from tests.images.making import halves, photo, saved
from tests.sites import NOW, SITE_TOML, SiteUnderTest, story

NAMES = ("one", "two", "three")
PHOTOS = ("stories/box.jpg", "static/box.jpg", "static/box.png")
CONTENTS = (
    saved(photo(500, 300), "JPEG", quality=95),
    saved(photo(300, 500), "JPEG", quality=95),
    saved(halves(), "PNG"),
    b"no picture",
)
MORE = (
    "",
    "updates: {date: 2026-01-01, note: '*News.*'}",
    "updates: [{date: 2026-01-01, note: News.}, {date: 2026-01-01, note: More.}]\nseries: The case",
    "reply: {from: Ivo, company: Acme, date: 2026-01-02, text: Sorry.}\ncomments: closed",
    "withdrawn: {date: 2026-02-02, reason: It was wrong.}",
    "source: {type: republished, url: https://quay.example/, permission: by e-mail}\nlang: de",
    "series: the CASE\npart: 1\ndisclosure: gift",
    "series: The case\npart: 2\nchannel: phone",
    "disclosure: owner\nchannel: chat",
)
OUTCOMES = (
    "",
    "outcome: pending\nhappened: 2025-12",
    "outcome: {status: unresolved, note: Silence.}",
    "outcome: {status: resolved, date: 2026-03-03}\nhappened: 2025-12-24",
)
"""Of one company alone: beside several, `outcome` is a problem."""
COMPANIES = ("Acme", "ACME", "Zeta", "[Acme, Zeta]", "[{name: Acme, verdict: bad}, {name: Nova, verdict: good}]")


class WriteStory(NamedTuple):
    name: str
    title: str
    body: str
    company: str
    verdict: str
    tags: str
    draft: bool
    month: int
    more: str
    outcome: str

    def apply(self, site: SiteUnderTest) -> None:
        keys = {"company": self.company, "verdict": self.verdict, "tags": self.tags, "draft": str(self.draft).lower()}
        more = self.more if self.company.startswith("[") else f"{self.more}\n{self.outcome}"
        text = story(self.title, self.body, date=f"2026-{self.month:02}-01", **keys)
        site.write(f"content/stories/{self.name}.md", text.replace("\n---\n", f"\n{more}\n---\n", 1))


class DeleteStory(NamedTuple):
    name: str

    def apply(self, site: SiteUnderTest) -> None:
        (site.root / f"content/stories/{self.name}.md").unlink(missing_ok=True)


class WriteComment(NamedTuple):
    story: str
    name: str
    body: str
    reply_to: str

    def apply(self, site: SiteUnderTest) -> None:
        text = f"---\nauthor: Dana\ndate: 2026-02-02\nreply_to: {self.reply_to}\n---\n{self.body}\n"
        site.write(f"content/comments/{self.story}/{self.name}.md", text)


class DeleteComments(NamedTuple):
    story: str

    def apply(self, site: SiteUnderTest) -> None:
        shutil.rmtree(site.root / f"content/comments/{self.story}", ignore_errors=True)


class WriteTag(NamedTuple):
    text: str

    def apply(self, site: SiteUnderTest) -> None:
        site.write("content/tags/phone.md", f"---\nname: Phone\naliases: [refunds]\n---\n{self.text}\n")


class WritePhoto(NamedTuple):
    name: str
    data: bytes

    def apply(self, site: SiteUnderTest) -> None:
        site.write(f"content/{self.name}", self.data)


class DeletePhoto(NamedTuple):
    name: str

    def apply(self, site: SiteUnderTest) -> None:
        (site.root / f"content/{self.name}").unlink(missing_ok=True)


class WriteCompany(NamedTuple):
    text: str

    def apply(self, site: SiteUnderTest) -> None:
        site.write("content/companies/acme.md", f"---\nname: Acme\n---\n{self.text}\n")


class Configure(NamedTuple):
    paginate: int
    base: str
    untouched: str
    minimum: int

    def apply(self, site: SiteUnderTest) -> None:
        toml = SITE_TOML.replace("https://told.example/", f"https://told.example/{self.base}")
        lines = (
            f"[build]\npaginate = {self.paginate}",
            f"[images]\nuntouched = {self.untouched}",
            f"[stories]\nminimum_for_order = {self.minimum}",
        )
        site.write("site.toml", "\n".join((toml, *lines, "")))


class TurnClock(NamedTuple):
    days: int

    def apply(self, site: SiteUnderTest) -> None:
        site.now = NOW + dt.timedelta(days=self.days)


class LoseCache(NamedTuple):
    def apply(self, site: SiteUnderTest) -> None:
        shutil.rmtree(site.root / ".firsthand", ignore_errors=True)


class SpoilPictures(NamedTuple):
    """What was made of pictures, a part of it gone or damaged."""

    every: int
    damage: bytes | None

    def apply(self, site: SiteUnderTest) -> None:
        for file in sorted((site.root / ".firsthand/images").glob("*"))[:: self.every]:
            file.unlink()
            if self.damage is not None:
                file.write_bytes(self.damage)


class DefaceOutput(NamedTuple):
    path: str

    def apply(self, site: SiteUnderTest) -> None:
        site.write(f"_site/{self.path}", "defaced")


EDITS = st.one_of(
    st.builds(
        WriteStory,
        name=st.sampled_from(NAMES),
        title=st.sampled_from(("A", "B", '"C: d"')),
        body=st.sampled_from(
            (
                "Short.",
                "Long.\n\n## A heading\n\nMore *text*.",
                "[To](two.md) somewhere.",
                "![It](box.jpg)",
                "[It](/box.jpg)",
            )
        ),
        company=st.sampled_from(COMPANIES),
        verdict=st.sampled_from(("good", "bad", "mixed", "")),
        tags=st.sampled_from(("", "[phone]", "[Phone, refunds]")),
        draft=st.booleans(),
        month=st.integers(1, 12),
        more=st.sampled_from(MORE),
        outcome=st.sampled_from(OUTCOMES),
    ),
    st.builds(
        WriteComment,
        story=st.sampled_from(NAMES),
        name=st.sampled_from(("a", "b")),
        body=st.sampled_from(("I have been there as well.", "Buy!", "I was [there](../../stories/two.md), for hours.")),
        reply_to=st.sampled_from(("", "", "a")),
    ),
    st.builds(DeleteComments, st.sampled_from(NAMES)),
    st.builds(WriteTag, st.sampled_from(("Calls.", "Queues."))),
    st.builds(DeleteStory, st.sampled_from(NAMES)),
    st.builds(WriteCompany, st.sampled_from(("Makes things.", "Makes others."))),
    st.builds(WritePhoto, st.sampled_from(PHOTOS), st.sampled_from(CONTENTS)),
    st.builds(DeletePhoto, st.sampled_from(PHOTOS)),
    st.builds(SpoilPictures, st.integers(1, 2), st.sampled_from((None, b"damaged"))),
    st.builds(
        Configure,
        st.integers(1, 3),
        st.sampled_from(("", "repo/")),
        st.sampled_from(("[]", '["static/box.jpg"]')),
        st.integers(1, 2),
    ),
    st.builds(TurnClock, st.integers(-200, 200)),
    st.builds(LoseCache),
    st.builds(DefaceOutput, st.sampled_from(("index.html", "feed.xml"))),
)


def check_edits(edits: list[WriteStory]) -> None:
    """Apply each edit, build (a build that finds a problem leaves the tree alone), and compare with a clean build."""
    with tempfile.TemporaryDirectory() as folder:
        site = SiteUnderTest.written(Path(folder) / "site", {"content/stories/one.md": story("One", date="2026-01-01")})
        site.build()
        for edit in edits:
            edit.apply(site)
            try:
                site.build()
            except FirsthandError:
                with pytest.raises(FirsthandError):
                    site.clean_tree()
            else:
                assert site.tree() == site.clean_tree()


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(EDITS, min_size=2, max_size=5))
def test_a_few_edits_in_any_order_lead_to_the_tree_of_a_clean_build(edits: list[WriteStory]) -> None:
    check_edits(edits)


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(EDITS, min_size=3, max_size=10))
def test_many_edits_in_any_order_lead_to_the_tree_of_a_clean_build(edits: list[WriteStory]) -> None:
    check_edits(edits)
