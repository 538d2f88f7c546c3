"""Who is told of, who is only named, and what counts: plain counts that nobody can call unfair."""

from generator.record import Record
from tests.conftest import MakeSite
from tests.site.linking import link
from tests.sites import story

ROUND_UP = story(
    "Round-up",
    verdict="bad",
    company="[{name: Acme, verdict: good}, {name: Zeta, verdict: bad}, Quill]",
    mentions="[Orbit]",
)


def test_the_verdict_of_a_story_of_one_company_is_the_companys(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", company="Acme", verdict="good"),
            "content/stories/2024-01-02-b.md": story("B", company="{name: Acme, verdict: bad}"),
            "content/stories/2024-01-03-c.md": story("C", company="Acme", verdict="mixed"),
            "content/stories/2024-01-04-d.md": story("D", company="Acme"),
        }
    )
    company = link(site).company("Acme")
    assert company.record == Record(good=1, mixed=1, bad=1, unsaid=1)
    assert [told.story.title for told in company.stories] == ["D", "C", "B", "A"]


def test_in_a_round_up_only_a_companys_own_verdict_counts(make_site: MakeSite) -> None:
    linked = link(make_site({"content/stories/2024-01-01-a.md": ROUND_UP}))
    assert linked.company("Acme").record == Record(good=1)
    assert linked.company("Zeta").record == Record(bad=1)
    assert linked.company("Quill").record == Record(unsaid=1)
    assert [(one.title, one.verdict) for one in linked.story("Round-up").companies] == [
        ("Acme", "good"),
        ("Zeta", "bad"),
        ("Quill", None),
    ]


def test_a_mention_never_counts(make_site: MakeSite) -> None:
    linked = link(make_site({"content/stories/2024-01-01-a.md": ROUND_UP}))
    orbit = linked.company("Orbit")
    assert (orbit.record, orbit.stories) == (Record(), ())
    assert [told.story.title for told in orbit.mentioned_in] == ["Round-up"]


def test_a_company_that_is_told_of_is_not_mentioned_as_well(make_site: MakeSite) -> None:
    text = story("A", company="Acme", verdict="bad", mentions="[Acme, ACME, Zeta, Zeta, zeta]")
    linked = link(make_site({"content/stories/2024-01-01-a.md": text}))
    assert linked.company("Acme").mentioned_in == ()
    assert [name.title for name in linked.story("A").mentions] == ["Zeta"]


def test_a_company_named_twice_in_a_story_counts_once_by_its_first_verdict(make_site: MakeSite) -> None:
    text = story("A", company="[{name: Acme, verdict: good}, Zeta, {name: Acme, verdict: bad}]")
    linked = link(make_site({"content/stories/2024-01-01-a.md": text}))
    assert linked.company("Acme").record == Record(good=1)
    assert [one.title for one in linked.story("A").companies] == ["Acme", "Zeta"]


def test_the_stories_of_one_verdict_stand_together_and_a_round_ups_own_counts_there(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": ROUND_UP,
            "content/stories/2024-01-02-b.md": story("B", verdict="good"),
            "content/stories/2024-01-03-c.md": story("C", verdict="bad"),
        }
    )
    groups = {
        group.verdict: (group.path, [told.story.title for told in group.stories]) for group in link(site).site.verdicts
    }
    assert groups == {"good": ("/good/", ["B"]), "mixed": ("/mixed/", []), "bad": ("/bad/", ["C", "Round-up"])}


def test_two_spellings_of_one_company_do_not_make_a_round_up(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": story("A", company="[Acme, ACME]", verdict="bad")})
    (company,) = link(site).site.companies
    assert company.record == Record(bad=1)
