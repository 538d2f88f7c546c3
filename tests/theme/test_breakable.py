"""A long address in a narrow column breaks where it is read apart, and not within a word."""

from tests.conftest import MakeSite


def test_addresses_of_authors_and_companies_may_break_after_at_and_before_dots(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/authors/dana.md": "---\nemail: dana@merrowby.example\nwebsite: https://a.b.example/x&y/\n---\n",
            "content/companies/acme.md": "---\nwebsite: https://www.acme.example/\n---\n",
        }
    )
    site.build()
    author = site.read("authors/dana/index.html")
    assert 'href="mailto:dana@merrowby.example">dana@<wbr>merrowby<wbr>.example</a>' in author
    assert 'href="https://a.b.example/x&amp;y/">a<wbr>.b<wbr>.example/x&amp;y</a>' in author
    assert ">www<wbr>.acme<wbr>.example</a>" in site.read("companies/acme/index.html")
