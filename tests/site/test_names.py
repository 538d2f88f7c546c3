"""Spellings that are one name: companies, tags and authors, whoever wrote them how."""

import unicodedata

import pytest

from generator.errors import Places
from generator.site.names import Known, Spelling, settle
from tests.conftest import MakeSite
from tests.site.linking import link, toml
from tests.sites import story

ACME = "---\nname: Acme\naliases: [Acme Ltd, The Acme Company]\n---\n"
DANA = "---\nname: Dana Reyes\n---\n"


def about(*companies: str) -> dict[str, str]:
    """A story about each company, in this order of files."""
    return {f"content/stories/2024-01-{n:02}-s{n}.md": story(f"S{n}", company=c) for n, c in enumerate(companies, 1)}


def test_a_companys_aliases_slug_and_letter_case_all_lead_to_its_page(make_site: MakeSite) -> None:
    names = ("Acme", "ACME LTD", "the  acme company", "acme")
    linked = link(make_site({"content/companies/acme.md": ACME, **about(*names)}))
    (company,) = linked.site.companies
    assert (company.name, company.path, len(company.stories)) == ("Acme", "/companies/acme/", 4)
    assert {link.title for story in linked.site.stories for link in story.companies} == {"Acme"}
    assert linked.said == ()


def test_letter_case_spaces_and_unicode_form_do_not_make_two_companies(make_site: MakeSite) -> None:
    decomposed = unicodedata.normalize("NFD", "Café Zoë")
    linked = link(make_site(about("Café Zoë", "CAFÉ ZOË", decomposed, "café  zoë")))
    assert [(company.path, len(company.stories)) for company in linked.site.companies] == [("/companies/café-zoë/", 4)]


def test_names_that_differ_by_accents_alone_are_two_with_one_warning_at_the_rarer(make_site: MakeSite) -> None:
    linked = link(make_site(about("Cafe Noir", "CAFE NOIR", "Café Noir", "Café Noir", "café noir")))
    assert {(company.name, len(company.stories)) for company in linked.site.companies} == {
        ("Cafe Noir", 2),
        ("Café Noir", 3),
    }
    (said,) = linked.said
    assert said == (
        "content/stories/2024-01-01-s1.md:3:10: warning: company 'Cafe Noir' differs from 'Café Noir' in"
        " content/stories/2024-01-03-s3.md only by accents, so they count as two. If they are one, write both alike, or add"
        " one to the aliases of the other. If they are two, give each a file in content/companies/."
    )


def test_of_two_that_are_as_frequent_the_later_is_named_and_three_are_two_warnings(make_site: MakeSite) -> None:
    linked = link(make_site(about("Zoe", "Zoé", "Zoë", "Zoey")))
    assert [said.partition(" only by ")[0] for said in linked.said] == [
        "content/stories/2024-01-02-s2.md:3:10: warning: company 'Zoé' differs from 'Zoe' in content/stories/2024-01-01-s1.md",
        "content/stories/2024-01-03-s3.md:3:10: warning: company 'Zoë' differs from 'Zoe' in content/stories/2024-01-01-s1.md",
    ]


@pytest.mark.parametrize("file", ["name: Café Noir", "name: Le Café\naliases: [Café Noir]"])
def test_a_name_without_a_file_is_the_one_that_differs_however_frequent(file: str, make_site: MakeSite) -> None:
    noir = {"content/companies/noir.md": f"---\n{file}\n---\n"}
    linked = link(make_site(noir | about("Cafe Noir", "Cafe Noir", "Café Noir")))
    (said,) = linked.said
    assert said.startswith(
        "content/stories/2024-01-01-s1.md:3:10: warning: company 'Cafe Noir' differs from 'Café Noir' in"
        " content/companies/noir.md only by accents"
    )


def test_an_alias_makes_them_one_and_a_file_for_each_makes_them_two_without_a_warning(make_site: MakeSite) -> None:
    one = {"content/companies/noir.md": "---\nname: Café Noir\naliases: [Cafe Noir]\n---\n"}
    linked = link(make_site(one | about("Cafe Noir", "Café Noir")))
    assert ([len(company.stories) for company in linked.site.companies], linked.said) == ([2], ())
    both = {
        "content/companies/noir.md": "---\nname: Café Noir\n---\n",
        "content/companies/noir-leeds.md": "---\nname: Cafe Noir\n---\n",
    }
    linked = link(make_site(both | about("Cafe Noir", "Café Noir"), folder="both"))
    assert ([len(company.stories) for company in linked.site.companies], linked.said) == ([1, 1], ())


@pytest.mark.parametrize(("one", "other"), [("किला", "कला"), ("ปลา", "ปล้า"), ("שָׁלוֹם", "שלום"), ("Gøta", "Gota")])
def test_marks_that_are_no_accents_and_other_letters_make_two_names_without_a_warning(
    one: str, other: str, make_site: MakeSite
) -> None:
    assert link(make_site(about(one, other))).said == ()


def test_tags_and_authors_that_differ_by_accents_alone_are_named_too(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", tags="[phone, Verspatung]", author="[Lee, Emile]"),
            "content/stories/2024-01-02-b.md": story("B", tags="[verspätung]", author="Émile"),
        }
    )
    tag, author = link(site).said
    assert tag.startswith("content/stories/2024-01-02-b.md:3:8: warning: tag 'verspätung' differs from 'Verspatung' in")
    assert tag.endswith(
        "If they are one, write both alike, or add one to the aliases of the other."
        " If they are two, give each a file in content/tags/."
    )
    assert author.startswith("content/stories/2024-01-02-b.md:4:9: warning: author 'Émile' differs from 'Emile' in")
    assert author.endswith("If they are one, write both alike. If they are two, give each a file in content/authors/.")


def test_a_sharp_s_is_two(make_site: MakeSite) -> None:
    assert len(link(make_site(about("Straßenbau", "STRASSENBAU"))).site.companies) == 1


def test_the_most_frequent_spelling_is_taken(make_site: MakeSite) -> None:
    assert link(make_site(about("acme inc", "Acme Inc", "Acme Inc"))).site.companies[0].name == "Acme Inc"


def test_of_equally_frequent_spellings_the_one_in_the_first_file_is_taken(make_site: MakeSite) -> None:
    assert link(make_site(about("ACME", "Acme"))).site.companies[0].name == "ACME"


def test_a_file_without_stories_makes_a_page_too(make_site: MakeSite) -> None:
    linked = link(make_site({"content/companies/acme.md": ACME, "content/authors/dana.md": DANA}))
    assert [(company.name, company.stories) for company in linked.site.companies] == [("Acme", ())]
    assert [(author.name, author.stories) for author in linked.site.authors] == [("Dana Reyes", ())]


def test_two_companies_with_one_address_are_named_with_both_files(make_site: MakeSite) -> None:
    linked = link(make_site(about("Fish & Chips", "Fish-Chips")))
    assert linked.said == (
        (
            "content/stories/2024-01-02-s2.md:3:10: company 'Fish-Chips' would share the address /companies/fish-chips/ with"
            " 'Fish & Chips' in content/stories/2024-01-01-s1.md. If they are one, write both alike. If they are two, give"
            " this one a file in content/companies/: the file's name becomes its address."
        ),
    )


def test_a_company_with_the_address_of_anothers_file_is_named_with_both(make_site: MakeSite) -> None:
    linked = link(make_site({"content/companies/acme.md": ACME, **about("Acme!")}))
    (said,) = linked.said
    assert said.startswith(
        "content/stories/2024-01-01-s1.md:3:10: company 'Acme!' would share the address /companies/acme/"
    )
    assert "content/companies/acme.md" in said


def test_a_file_gives_a_clashing_company_an_address_of_its_own(make_site: MakeSite) -> None:
    site = make_site(about("Fish & Chips", "Fish-Chips"))
    site.write("content/companies/fish-and-chips.md", "---\nname: Fish & Chips\n---\n")
    linked = link(site)
    assert linked.said == ()
    assert [company.path for company in linked.site.companies] == [
        "/companies/fish-and-chips/",
        "/companies/fish-chips/",
    ]


@pytest.mark.parametrize(
    "other", ["name: ACME ltd", "name: Other\naliases: [acme]", "name: Other\naliases: [ACME LTD]"]
)
def test_two_files_that_claim_one_name_are_a_problem_naming_both(other: str, make_site: MakeSite) -> None:
    linked = link(make_site({"content/companies/acme.md": ACME, "content/companies/other.md": f"---\n{other}\n---\n"}))
    (said,) = linked.said
    line = other.count("\n") + 2
    assert said.startswith(f"content/companies/other.md:{line}:{7 if line == 2 else 11}: company '")
    assert "is a name or an alias in content/companies/acme.md, too." in said


def test_an_alias_that_repeats_the_files_own_name_is_no_problem(make_site: MakeSite) -> None:
    site = make_site({"content/companies/acme.md": "---\nname: Acme\naliases: [ACME, acme, Acme]\n---\n"})
    assert link(site).said == ()


def test_names_without_a_letter_get_addresses_that_differ_and_stay(make_site: MakeSite) -> None:
    site = make_site(about('"🍕"', '"🍔"', '"???"'))
    paths = [company.path for company in link(site).site.companies]
    assert len(set(paths)) == 3
    assert all(path.startswith("/companies/company-") for path in paths)
    assert paths == [company.path for company in link(site).site.companies]


def test_two_spellings_of_a_tag_are_one_with_a_warning(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", tags="[Refunds]"),
            "content/stories/2024-01-02-b.md": story("B", tags="[refunds, phone]"),
            "content/stories/2024-01-03-c.md": story("C", tags="[refunds, Refunds]"),
            "content/stories/2024-01-04-d.md": story("D", tags="[refunds]"),
        }
    )
    linked = link(site)
    assert [(tag.name, tag.path, len(tag.stories)) for tag in linked.site.tags] == [
        ("phone", "/tags/phone/", 1),
        ("refunds", "/tags/refunds/", 4),
    ]
    assert len(linked.story("C").tags) == 1
    (said,) = linked.said
    assert said.startswith(
        "content/stories/2024-01-01-a.md:3:8: warning: tag is spelled 'Refunds' and 'refunds'; it counts"
    )


def test_a_tag_s_file_settles_its_name_and_address_whatever_its_letter_case_and_aliases(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/tags/late-delivery.md": "---\nname: Late delivery\naliases: [delays, Verspätung]\n---\nWhat came late.\n",
            "content/stories/2024-01-01-a.md": story("A", tags="[LATE DELIVERY, delays]"),
            "content/stories/2024-01-02-b.md": story("B", tags="[Delays]"),
            "content/stories/2024-01-03-c.md": story("C", tags="[late-delivery, VERSPÄTUNG]"),
            "content/stories/2024-01-04-d.md": story("D", tags="[other]"),
        }
    )
    linked = link(site)
    late, other = linked.site.tags
    assert (late.name, late.path) == ("Late delivery", "/tags/late-delivery/")
    assert [told.story.title for told in late.stories] == ["C", "B", "A"]
    assert late.profile is not None
    assert late.profile.body.first_paragraph == "What came late."
    assert [name.title for name in linked.story("A").tags] == ["Late delivery"]
    assert (other.name, other.profile) == ("other", None)
    assert linked.said == ()


def test_a_tag_without_stories_has_a_page_if_it_has_a_file(make_site: MakeSite) -> None:
    (tag,) = link(make_site({"content/tags/late-delivery.md": "---\n---\n"})).site.tags
    assert (tag.name, tag.path, tag.stories) == ("late delivery", "/tags/late-delivery/", ())


def test_two_tags_with_one_name_or_one_address_are_a_problem_naming_both(make_site: MakeSite) -> None:
    late = {"content/tags/late.md": "---\naliases: [delays]\n---\n"}
    (said,) = link(make_site({**late, "content/tags/slow.md": "---\naliases: [Delays]\n---\n"}, folder="1")).said
    assert said == (
        "content/tags/slow.md:2:11: tag 'Delays' is a name or an alias in content/tags/late.md, too."
        " Delete it in one of the two files."
    )
    (said,) = link(make_site({**late, "content/stories/2024-01-01-a.md": story("A", tags="[late!]")}, folder="2")).said
    assert said.startswith("content/stories/2024-01-01-a.md:3:8: tag 'late!' would share the address /tags/late/ with")


def test_an_author_is_named_by_key_or_by_name(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/authors/dana.md": DANA,
            "content/stories/2024-01-01-a.md": story("A", author="dana"),
            "content/stories/2024-01-02-b.md": story("B", author="dana reyes"),
            "content/stories/2024-01-03-c.md": story("C", author="[Dana Reyes, Lee]"),
        }
    )
    linked = link(site)
    assert [(author.name, author.path, len(author.stories)) for author in linked.site.authors] == [
        ("Dana Reyes", "/authors/dana/", 3),
        ("Lee", "/authors/lee/", 1),
    ]
    assert [name.title for name in linked.story("C").authors] == ["Dana Reyes", "Lee"]


def test_a_story_without_author_is_the_sites_authors(make_site: MakeSite) -> None:
    stories = {
        "content/stories/2024-01-01-a.md": story("A"),
        "content/stories/2024-01-02-b.md": story("B", author="Lee"),
    }
    linked = link(make_site({**toml('author = "dana"'), "content/authors/dana.md": DANA, **stories}))
    assert [(author.name, len(author.stories)) for author in linked.site.authors] == [("Dana Reyes", 1), ("Lee", 1)]
    linked = link(make_site(stories, folder="without"))
    assert linked.story("A").authors == ()


def test_companies_tags_and_authors_stand_by_name_whatever_their_letter_case_and_accents(make_site: MakeSite) -> None:
    linked = link(
        make_site(about("zeta", "Acme", "Émile & Söhne", "beta", "Öl AG", "Emily", "Emil", "Žižka", "ИП Ёлка"))
    )
    names = ["Acme", "beta", "Emil", "Émile & Söhne", "Emily", "Öl AG", "zeta", "Žižka", "ИП Ёлка"]
    assert [company.name for company in linked.site.companies] == names
    tagged = {
        "content/stories/2024-01-01-a.md": story("A", tags="[zug, éclair, eclipse]", author="[Zoe, Émile, Emily]")
    }
    linked = link(make_site(tagged, folder="tags"))
    assert [tag.name for tag in linked.site.tags] == ["éclair", "eclipse", "zug"]
    assert [author.name for author in linked.site.authors] == ["Émile", "Emily", "Zoe"]


def test_settling_does_not_depend_on_the_order_in_which_files_are_read() -> None:
    spellings = [
        Spelling("ACME", Places("b.md")),
        Spelling("Acme", Places("a.md")),
        Spelling("Fish & Co", Places("d.md")),
        Spelling("fish co", Places("c.md")),
    ]
    known = [Known("Zeta", "zeta", Places("zeta.md"), ("Z",))]
    first = settle(spellings, known, folder="companies", what="company")
    assert first == settle(reversed(spellings), known, folder="companies", what="company")
    assert first[0]["acme"].title == "Acme"


def test_a_clash_is_told_at_the_item_of_the_list_that_names_it(make_site: MakeSite) -> None:
    site = make_site(about("Fish & Chips", "[Fish-Chips, Zeta]"))
    (said,) = link(site).said
    assert said.startswith("content/stories/2024-01-02-s2.md:3:11: company 'Fish-Chips' would share the address")


@pytest.mark.parametrize("odd", ["“Acme”", "„Acme“", "«Acme»", "‘Acme’"])
@pytest.mark.parametrize("first", [True, False])
def test_of_two_names_of_one_address_the_one_in_curly_quotation_marks_is_named(
    odd: str, first: bool, make_site: MakeSite
) -> None:
    """The file that is right is not the one to change, whichever comes first and however often it is wrong."""
    names = (odd, odd, "Acme") if first else ("Acme", odd, odd)
    (said,) = link(make_site(about(*names))).said
    wrong, right = ("1", "3") if first else ("2", "1")
    assert said == (
        f"content/stories/2024-01-0{wrong}-s{wrong}.md:3:10: company '{odd}' would share the address /companies/acme/ with"
        f" 'Acme' in content/stories/2024-01-0{right}-s{right}.md."
        " Write Acme: curly quotation marks count as part of the name."
    )


def test_of_two_names_of_one_address_the_rarer_is_named(make_site: MakeSite) -> None:
    (said,) = link(make_site(about("Fish-Chips", "Fish & Chips", "Fish & Chips"))).said
    assert said.startswith("content/stories/2024-01-01-s1.md:3:10: company 'Fish-Chips' would share the address")


def test_names_that_differ_by_a_character_that_nobody_sees_are_two_with_a_warning(make_site: MakeSite) -> None:
    linked = link(make_site(about("Ac\u200bme", "Acme", "Acme")))
    assert {company.path: len(company.stories) for company in linked.site.companies} == {
        "/companies/ac-me/": 1,
        "/companies/acme/": 2,
    }
    assert linked.said == (
        (
            "content/stories/2024-01-01-s1.md:3:10: warning: company 'Ac[U+200B]me' (U+200B is a zero-width space) looks like"
            " 'Acme' in content/stories/2024-01-02-s2.md, but they count as two: c is U+0063 U+200B (a zero-width space) in"
            " the first and U+0063 in the second. Type it again."
        ),
    )


def test_spellings_of_a_tag_that_look_alike_are_told_apart_by_code_point(make_site: MakeSite) -> None:
    decomposed = unicodedata.normalize("NFD", "Ärger")
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", tags="[Ärger]"),
            "content/stories/2024-01-02-b.md": story("B", tags=f"[{decomposed}]"),
        }
    )
    assert link(site).said == (
        (
            f"content/stories/2024-01-01-a.md:3:8: warning: tag is spelled '{decomposed}' and 'Ärger' (Ä is U+0041 U+0308 in"
            " the first and U+00C4 in the second); it counts as one. Write it in the same way everywhere."
        ),
    )
