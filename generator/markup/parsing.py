"""INTERIM, to be replaced by the markup room's own: engine, sanitising, references. Overwrite freely."""

import posixpath
import re
from html import escape
from urllib.parse import unquote

import nh3
from selectolax.lexbor import LexborHTMLParser

from generator.errors import Location, Problem
from generator.markup.body import (
    Body,
    ExternalLink,
    FileReference,
    FragmentReference,
    Heading,
    IdReference,
    ImageReference,
    MarkupOptions,
    SiteReference,
)
from generator.markup.engine import ENGINES
from generator.markup.source import Source, clean
from generator.urls import slugify


def parse(text: str, *, source: str, first_line: int, options: MarkupOptions) -> Body:
    written = Source(source, clean(text), first_line)
    if len(text) > 1_000_000 or text.count("[") > 3000:
        return Body(problems=(Problem(Location(source, first_line), "the text is too long or too odd."),))
    raw = ENGINES[options.engine](written.text.replace("<!-- more -->", "MOREMARK"))
    html = nh3.clean(raw, link_rel=None, generic_attribute_prefixes=None, attributes={"*": {"id", "class", "title"}, "a": {"href"}, "img": {"src", "alt"}, "td": {"align"}, "th": {"align"}})
    tree = LexborHTMLParser(f"<body>{html}</body>")
    refs: list = []
    links, problems, headings = [], [], []
    base = posixpath.dirname(source.removeprefix("content/"))
    def mark(ref):
        refs.append(ref)
        return f"\ufdd0{len(refs) - 1}\ufdd1"
    def path_of(target):
        t = unquote(target)
        p = posixpath.normpath("static" + t if t.startswith("/") and not t.endswith(".md") else posixpath.join(base, t) if not t.startswith("/") else t[1:])
        if p.startswith("../"):
            problems.append(Problem(Location(source, written.line_of_target(target)), f"{target!r} leads out of content/."))
            return ""
        return p
    used = set()
    for h in tree.css("h1,h2,h3,h4,h5,h6"):
        base_id = h.attributes.get("id") or slugify(h.text()) or "section"
        hid, n = base_id, 2
        while hid in used:
            hid, n = f"{base_id}-{n}", n + 1
        used.add(hid)
        h.attrs["id"] = hid
        headings.append(Heading(int(h.tag[1]), hid, h.text()))
    for img in tree.css("img"):
        src = img.attributes.get("src") or ""
        line = written.line_of_target(src)
        ref = ImageReference(path_of(src), img.attributes.get("alt") or "", img.attributes.get("title") or "", "", not any(isinstance(r, ImageReference) for r in refs), line)
        img.replace_with(mark(ref))
    for a in tree.css("a"):
        href = a.attributes.get("href")
        if href is None:
            continue
        line = written.line_of_target(href)
        bare, hash_, fragment = href.partition("#")
        if re.match(r"[a-z]+:|//", href):
            links.append(ExternalLink(href, line))
        elif not bare:
            a.attrs["href"] = mark(FragmentReference(unquote(fragment), line))
        elif bare.startswith("/") and not bare.endswith(".md"):
            a.attrs["href"] = mark(SiteReference(href, line))
        elif p := path_of(bare):
            a.attrs["href"] = mark(FileReference(p, "", hash_ + fragment, line))
    for node in tree.css("[id]"):
        node.attrs["id"] = mark(IdReference(node.attributes["id"]))
    body = tree.body
    out = "".join(c.html or "" for c in body.iter(include_text=True)) if body else ""
    plain = body.text() if body else ""
    summary = " ".join(plain.split("MOREMARK")[0].split()) if "MOREMARK" in plain else ""
    summary = re.sub("\ufdd0\\d+\ufdd1", "", summary)
    out = out.replace("<p>MOREMARK</p>", "").replace("MOREMARK", "")
    first = tree.css_first("p")
    first_text = re.sub("\ufdd0\\d+\ufdd1", "", " ".join(first.text().split())) if first else ""
    pieces: list = []
    for n, part in enumerate(re.split(' (?:href|id)="\ufdd0(\\d+)\ufdd1"|\ufdd0(\\d+)\ufdd1', out)):
        if n % 3 == 0:
            pieces.append(part)
        elif part is not None:
            pieces.append(refs[int(part)])
    return Body(tuple(p for p in pieces if p != ""), len(plain.split()), first_text, summary, tuple(headings), tuple(links), tuple(problems))
