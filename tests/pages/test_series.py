"""The parts of one case, named on each of them."""

from generator.pages.series import PartView, SeriesView
from generator.pages.story import StoryView
from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.reading import read_page
from tests.sites import story

PARTS = {
    **at("https://name.github.io/repo/"),
    "content/stories/2024-01-01-after.md": story("After", series="The lamp"),
    "content/stories/2024-02-02-two.md": story("Two", series="the LAMP", part="2"),
    "content/stories/2024-03-03-one.md": story("One", series="The lamp", part="1"),
    "content/stories/2024-04-04-other.md": story("Other", series="The door", part="1"),
    "content/stories/2024-05-05-none.md": story("None"),
}


def test_each_part_names_all_in_their_order_and_marks_itself(make_site: MakeSite) -> None:
    planned = plan(make_site(PARTS))
    for current in ("one", "two", "after"):
        assert planned.view(f"/stories/{current}/", StoryView).series == SeriesView(
            "The lamp",
            (
                PartView("One", "/repo/stories/one/", 1, current == "one"),
                PartView("Two", "/repo/stories/two/", 2, current == "two"),
                PartView("After", "/repo/stories/after/", None, current == "after"),
            ),
        )


def test_the_part_that_is_read_is_no_link_and_the_others_are(make_site: MakeSite) -> None:
    site = make_site(PARTS)
    site.build()
    shown = read_page(site, "stories/two/index.html")
    (parts,) = shown.marked("parts")
    assert shown.said("parts") == ["Part 1 One Part 2 Two After"]
    assert [a.get("href") for a in parts.iter("a")] == ["/repo/stories/one/", "/repo/stories/after/"]
    assert [e.text for e in parts.iter() if e.get("aria-current") == "page"] == ["Two"]
    assert "All parts of “The lamp”" in shown.text


def test_the_only_part_so_far_and_a_story_of_no_series_say_nothing_of_one(make_site: MakeSite) -> None:
    planned = plan(make_site(PARTS))
    for slug in ("other", "none"):
        assert planned.view(f"/stories/{slug}/", StoryView).series is None


def test_a_part_that_is_a_draft_or_withdrawn_is_not_named(make_site: MakeSite) -> None:
    held = {
        "content/stories/2024-02-02-two.md": story("Two", series="The lamp", part="2", draft="true"),
        "content/stories/2024-01-01-after.md": story("After", series="The lamp", withdrawn="2024-05-05"),
    }
    assert plan(make_site(PARTS | held)).view("/stories/one/", StoryView).series is None
