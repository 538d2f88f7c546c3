"""Stories become the linked Site: companies, tags, authors, archives, records."""

from generator.site.addresses import SiteAddresses
from generator.site.link import link_site
from generator.site.model import (
    Author,
    Company,
    CompanyLink,
    HeldBack,
    LinkedStory,
    Name,
    Pictures,
    Site,
    Tag,
    VerdictGroup,
    Year,
)

__all__ = [
    "Author",
    "Company",
    "CompanyLink",
    "HeldBack",
    "LinkedStory",
    "Name",
    "Pictures",
    "Site",
    "SiteAddresses",
    "Tag",
    "VerdictGroup",
    "Year",
    "link_site",
]
