"""/companies/: every company in one table, and in four orders more, in which not each has a place."""

import datetime as dt

import pytest

from generator.pages.companies import ROWS, CompaniesView, CompanyLine
from generator.pages.company import CompanyView
from generator.pages.parts import Counts
from generator.site.orders import ORDERS
from tests.conftest import MakeSite
from tests.pages.planning import Plan, at, plan
from tests.sites import story

PATHS: dict[str, str] = {order.name: order.path for order in ORDERS}


def told(**verdicts: str) -> dict[str, str]:
    """Stories of companies, each with the verdicts of its own by their first letters: `Acme="ggmb"`, "-" for none.

    A company's stories are told day after day, one company after the other.
    """
    words = {"g": "good", "m": "mixed", "b": "bad", "-": '""'}
    stories = [(company, words[letter]) for company, letters in verdicts.items() for letter in letters]
    day = dt.date(2020, 1, 1)
    return {
        f"content/stories/{day + dt.timedelta(days=number)}-s.md": story(
            company=company.replace("_", " "), verdict=verdict, slug=f"s{number}"
        )
        for number, (company, verdict) in enumerate(stories)
    }


def order(planned: Plan, name: str) -> CompaniesView:
    return planned.view(PATHS[name], CompaniesView)


def titles(view: CompaniesView) -> list[str]:
    return [line.title for line in view.companies]


def minimum(number: int) -> dict[str, str]:
    return at("https://told.example/", "[stories]", f"minimum_for_order = {number}")


def test_by_name_every_company_has_a_place_also_one_that_is_only_named_or_only_has_a_file(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", company="zeta", verdict="bad", mentions="[Orbit, Émile]"),
            "content/stories/2024-01-02-b.md": story("B", company="Acme", mentions="[Emma, Orbit]"),
            "content/companies/emil.md": "---\nname: Emil\n---\n",
        }
    )
    view = order(plan(site), "name")
    assert titles(view) == ["Acme", "Emil", "Émile", "Emma", "Orbit", "zeta"]
    assert (view.order, view.left_out) == ("name", 0)
    orbit = next(line for line in view.companies if line.title == "Orbit")
    assert orbit == CompanyLine(
        "Orbit", "/companies/orbit/", Counts(good=0, mixed=0, bad=0, unsaid=0, total=0), bar=(), mentions=2, latest=None
    )


def test_a_line_has_counts_a_bar_and_the_day_of_the_newest_story(make_site: MakeSite) -> None:
    view = order(plan(make_site(told(Acme="gggb", Zeta="bb"))), "name")
    acme, zeta = view.companies
    assert (acme.record, acme.latest) == (Counts(good=3, mixed=0, bad=1, unsaid=0, total=4), dt.date(2020, 1, 4))
    assert [(one.verdict, one.width) for one in acme.bar] == [("good", 75), ("bad", 25)]
    assert [(one.verdict, one.width) for one in zeta.bar] == [("bad", 50)], "half as many stories, half as long"


def test_by_number_of_stories_those_with_most_come_first_and_equals_by_name(make_site: MakeSite) -> None:
    planned = plan(make_site(told(Zeta="gb", Quill="-", Acme="--", Émile="b", Orbit="ggg")))
    assert titles(order(planned, "told")) == ["Orbit", "Acme", "Zeta", "Émile", "Quill"]


def test_by_the_latest_story_the_newest_comes_first(make_site: MakeSite) -> None:
    planned = plan(make_site(told(Zeta="gggb", Acme="b", Orbit="g", Émile="-")))
    assert titles(order(planned, "latest")) == ["Émile", "Orbit", "Acme", "Zeta"]


@pytest.mark.parametrize("name", ["told", "latest"])
def test_a_company_that_nobody_has_told_of_is_left_out(name: str, make_site: MakeSite) -> None:
    site = make_site({**told(Acme="g"), "content/companies/zeta.md": "---\nname: Zeta\n---\n"})
    site.write("content/stories/2024-01-01-b.md", story("B", company="Acme", mentions="[Orbit]", slug="b"))
    view = order(plan(site), name)
    assert (titles(view), view.left_out) == (["Acme"], 2)


@pytest.mark.parametrize("name", ["told", "latest"])
def test_a_company_of_which_nothing_counts_is_left_out(name: str, make_site: MakeSite) -> None:
    site = make_site(told(Acme="g"))
    site.write(
        "content/stories/2024-01-01-own.md", story(company="Zeta", verdict="good", disclosure="owner", slug="own")
    )
    view = order(plan(site), name)
    assert (titles(view), view.left_out) == (["Acme"], 1)


def test_by_good_service_few_stories_prove_little(make_site: MakeSite) -> None:
    planned = plan(
        make_site(minimum(1) | told(Two="gg", Most="g" * 20 + "b" * 5, Five="ggggg", More="ggb", Half="gbgb"))
    )
    view = order(planned, "good")
    assert titles(view) == ["Most", "Five", "Two", "More"]
    assert (view.left_out, view.minimum) == (1, 1)


def test_by_bad_service_few_stories_prove_little(make_site: MakeSite) -> None:
    planned = plan(
        make_site(minimum(1) | told(Two="bb", Most="b" * 20 + "g" * 5, Five="bbbbb", More="bbg", Half="gbgb"))
    )
    view = order(planned, "bad")
    assert titles(view) == ["Most", "Five", "Two", "More"]
    assert view.left_out == 1


def test_a_company_has_a_place_in_one_order_by_service_at_most(make_site: MakeSite) -> None:
    """Who has one bad story among many good ones is not to be found among those that serve badly."""
    planned = plan(make_site(told(Acme="g" * 40 + "b", Zeta="b" * 6 + "g", Even="gggbbb", Mixed="mmmmmgb")))
    assert {name: titles(order(planned, name)) for name in ("good", "bad")} == {"good": ["Acme"], "bad": ["Zeta"]}


@pytest.mark.parametrize(("name", "verdicts"), [("good", "ggb"), ("bad", "bbg")])
def test_of_companies_that_are_equally_surely_served_the_most_told_comes_first_then_the_alphabet(
    name: str, verdicts: str, make_site: MakeSite
) -> None:
    files = told(Zeta=verdicts, Acme=verdicts, Émile=verdicts, Orbit=f"{verdicts}-")
    assert titles(order(plan(make_site(minimum(1) | files)), name)) == ["Orbit", "Acme", "Émile", "Zeta"]


@pytest.mark.parametrize(("number", "expected"), [(1, ["Five", "Four"]), (5, ["Five"]), (6, [])])
@pytest.mark.parametrize(("name", "letter"), [("good", "g"), ("bad", "b")])
def test_by_service_only_those_with_enough_verdicts_have_a_place(
    name: str, letter: str, number: int, expected: list[str], make_site: MakeSite
) -> None:
    """Stories that give no verdict do not make enough."""
    planned = plan(make_site(minimum(number) | told(Five=letter * 5, Four=letter * 4 + "--")))
    view = order(planned, name)
    assert (titles(view), view.left_out, view.minimum) == (expected, 2 - len(expected), number)


def test_five_stories_are_enough_where_site_toml_does_not_say(make_site: MakeSite) -> None:
    planned = plan(make_site(told(Five="gggmb", Four="gggg")))
    assert titles(order(planned, "good")) == ["Five"]


def test_a_company_of_mixed_stories_alone_is_in_neither_order_by_service(make_site: MakeSite) -> None:
    planned = plan(make_site(told(Acme="m" * 9)))
    for name in ("good", "bad"):
        assert (titles(order(planned, name)), order(planned, name).left_out) == ([], 1)
    assert titles(order(planned, "told")) == ["Acme"]


def test_what_an_owner_and_a_competitor_tell_moves_no_company_in_an_order_by_service(make_site: MakeSite) -> None:
    site = make_site(minimum(1) | told(Acme="ggb", Zeta="ggb"))
    for number in range(9):
        keys = {"company": "Zeta", "verdict": "good", "disclosure": "owner", "slug": f"own{number}"}
        site.write(f"content/stories/2024-01-0{number + 1}-own.md", story(**keys))
    planned = plan(site)
    assert titles(order(planned, "good")) == ["Acme", "Zeta"]
    assert titles(order(planned, "told")) == ["Acme", "Zeta"], "nor among those told of"


def test_each_screen_leads_to_the_first_one_of_every_order(make_site: MakeSite) -> None:
    site = make_site({**at("https://name.github.io/repo/"), **told(Acme="g")})
    for path in PATHS.values():
        view = plan(site).view(path, CompaniesView)
        assert [(link.name, link.url) for link in view.orders] == [
            ("name", "/repo/companies/"),
            ("told", "/repo/companies/by/told/"),
            ("latest", "/repo/companies/by/latest/"),
            ("good", "/repo/companies/by/good/"),
            ("bad", "/repo/companies/by/bad/"),
        ]
        assert view.head.url == f"/repo{path}"


def test_a_hundred_companies_are_one_screen_and_the_next_begins_another(make_site: MakeSite) -> None:
    names = [f"Company {number:03}" for number in range(ROWS)]
    text = story("All", company=f"[{', '.join(names)}]")
    site = make_site({"content/stories/2024-01-01-all.md": text})
    view = plan(site).view("/companies/", CompaniesView)
    assert (len(view.companies), view.pager.after, view.pager.before) == (100, "", "")

    site.write("content/stories/2024-01-02-one.md", story("One", company="Zeta", slug="one"))
    planned = plan(site)
    first, second = (planned.view(path, CompaniesView) for path in ("/companies/", "/companies/page/2/"))
    assert (first.first, first.head.indexed, first.pager.after) == (True, True, "/companies/page/2/")
    assert (second.first, second.head.indexed, second.pager.before) == (False, False, "/companies/")
    assert titles(first) == names
    assert titles(second) == ["Zeta"]
    told_second = planned.view("/companies/by/told/page/2/", CompaniesView)
    assert (titles(told_second), told_second.pager.before) == (["Zeta"], "/companies/by/told/")
    assert "/companies/by/good/page/2/" not in planned.pages


def test_bars_are_measured_by_the_company_most_told_of_on_whatever_screen(make_site: MakeSite) -> None:
    names = [f"Company {number:03}" for number in range(ROWS)]
    site = make_site(
        {"content/stories/2024-01-01-all.md": story("All", company=f"[{', '.join(names)}]"), **told(Zeta="gg")}
    )
    planned = plan(site)
    assert [one.width for one in planned.view("/companies/", CompaniesView).companies[0].bar] == [50]
    assert [one.width for one in planned.view("/companies/page/2/", CompaniesView).companies[0].bar] == [100]


def test_a_site_without_companies_has_the_table_in_every_order_and_it_is_empty(make_site: MakeSite) -> None:
    planned = plan(make_site({"content/stories/2024-01-01-a.md": story("A", verdict="bad")}))
    for path in PATHS.values():
        view = planned.view(path, CompaniesView)
        assert (view.companies, view.left_out) == ((), 0)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("By", "/companies/by/"),
        ("page", "/companies/page/"),
        ("by/told", "/companies/by-told/"),
        ("page/2", "/companies/page-2/"),
        ("told", "/companies/told/"),
        ("../by/told", "/companies/by-told/"),
    ],
)
def test_a_company_with_a_name_like_an_orders_address_has_a_page_beside_it(
    name: str, path: str, make_site: MakeSite
) -> None:
    """Each company here has several screens of its own, and so has the table."""
    others = [f"Company {number:03}" for number in range(ROWS)]
    files = {
        f"content/stories/2024-01-{day:02}-s.md": story(company=f"'{name}'", verdict="bad", slug=f"s{day}")
        for day in range(1, 9)
    }
    site = make_site({**at("https://told.example/", "[build]", "paginate = 2"), **files})
    site.write("content/stories/2024-02-01-all.md", story("All", company=f"[{', '.join(others)}]", slug="all"))
    planned = plan(site)
    assert planned.view(path, CompanyView).title == name
    assert planned.view(f"{path}page/1/", CompanyView).title == name
    for table in (*PATHS.values(), "/companies/page/2/", "/companies/by/told/page/2/"):
        assert planned.pages[table].kind == "companies"
    site.build()
    assert f"{path[1:]}index.html" in site.tree()
    assert "companies/by/told/index.html" in site.tree()
