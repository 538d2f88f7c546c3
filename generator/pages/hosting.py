"""What a host and its crawlers look for: robots.txt, .nojekyll, and CNAME for an own domain.

A file of the same name in content/static/ stands in for each of these.
"""

import ipaddress
from collections.abc import Iterator

import msgspec

from generator.pages.output import Kind, Page
from generator.site import Site


class TextView(msgspec.Struct, frozen=True):
    text: str


def plan(site: Site) -> Iterator[Page]:
    texts = {
        "/robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {site.config.url.absolute('/sitemap.xml')}\n",
        "/.nojekyll": "",
    }
    domain = own_domain(site)
    if domain:
        texts["/CNAME"] = f"{domain}\n"
    own = set(site.files.values())
    for path, text in texts.items():
        if path not in own:
            yield Page("hosting", path, TextView(text), f"the file {path.removeprefix('/')}")


def own_domain(site: Site) -> str:
    """The domain for GitHub Pages' CNAME file; empty for *.github.io, a base path, an IP address or a bare name."""
    host = site.config.url.host
    if site.config.url.base_path != "/" or "." not in host or host.endswith((".github.io", ".localhost")):
        return ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host
    return ""


def render(view: TextView) -> bytes:
    return view.text.encode()


KIND = Kind(name="hosting", plan=plan, render=render, view=TextView)
