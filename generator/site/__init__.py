"""Stories become the linked Site: companies, tags, authors, archives, records."""

from generator.site.addresses import SiteAddresses
from generator.site.link import link_site
from generator.site.model import (
    Author,
    Case,
    Company,
    CompanyLink,
    Discussion,
    Endings,
    HeldBack,
    HeldComment,
    LinkedComment,
    LinkedStory,
    LinkedUpdate,
    Name,
    Pictures,
    Series,
    Site,
    Tag,
    VerdictGroup,
    WithdrawnStory,
    Year,
)

__all__ = [
    "Author",
    "Case",
    "Company",
    "CompanyLink",
    "Discussion",
    "Endings",
    "HeldBack",
    "HeldComment",
    "LinkedComment",
    "LinkedStory",
    "LinkedUpdate",
    "Name",
    "Pictures",
    "Series",
    "Site",
    "SiteAddresses",
    "Tag",
    "VerdictGroup",
    "WithdrawnStory",
    "Year",
    "link_site",
]
