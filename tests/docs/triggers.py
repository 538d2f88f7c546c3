"""Small sites that each get one message: the warnings and errors that docs/reference/checks.md shows, in its order."""

from collections.abc import Mapping

from tests.sites import DOT, story

Files = Mapping[str, str | bytes]

SHOES, BOOTS = "content/stories/2026-05-04-shoes.md", "content/stories/2026-06-08-boots.md"
FOLDER = "content/stories/2026-05-04-shoes/index.md"
SHOWN = story("Shoes", "![The shoes.](shoes.jpg)")

WARNINGS: tuple[Files, ...] = (
    {SHOES: story("Shoes", happened="2026-06")},
    {SHOES: story("Shoes", happened="2026-04", outcome="{status: resolved, date: 2026-03-01}")},
    {SHOES: story("Shoes", timeline="[{date: 2026-03, event: A letter.}, {date: 2026-02, event: A call.}]")},
    {SHOES: story("Shoes", series="Soles", part="1"), BOOTS: story("Boots", series="Soles")},
    {SHOES: story("Shoes", tags="[letters]"), BOOTS: story("Boots", tags="[Letters]")},
    {SHOES: story("Shoes", company="Café Noir"), BOOTS: story("Boots", company="Cafe Noir")},
    {SHOES: story("Shoes", "They <font>fit</font>.")},
    {SHOES: story("Shoes", "And [the boots](2026-06-08-boots.md)."), BOOTS: story("Boots", draft="true")},
    {SHOES: story("Shoes", "See [the shop](www.example.org).")},
    {SHOES: story("Shoes", "![The shoes.](https://example.org/shoes.jpg)")},
    {SHOES: story("Shoes", "They fit.\n\n[^size]: Size 42.")},
    {SHOES: story("Shoes", "## One {#fit}\n\n## Two {#fit}")},
    {SHOES: story("Shoes", "<details>\n\nThey *fit*.")},
    {FOLDER: SHOWN, FOLDER.replace("index.md", "shoes.jpg"): DOT},
    {
        FOLDER: SHOWN.replace("jpg", "svg"),
        FOLDER.replace("index.md", "shoes.svg"): '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>\n',
    },
    {FOLDER.replace("index.md", "notes.pdf"): "notes"},
)
ERRORS: tuple[Files, ...] = (
    {SHOES: b"---\ntitle: Caf\xe9\n---\n\nIt was open.\n"},
    {SHOES: "They fit.\n"},
    {SHOES: story("Shoes", source="{type: republished, url: https://example.org/shoes}")},
    {SHOES: story("Shoes", series="Soles", part="1"), BOOTS: story("Boots", series="Soles", part="1")},
    {
        SHOES: story("Shoes"),
        "content/comments/2026-05-04-shoes/2026-05-06-bram.md": "---\nauthor: Bram\nreply_to: kim\n---\n\nThey fit.\n",
    },
    {FOLDER: SHOWN, FOLDER.replace("index.md", "shoes.jpg"): b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"},
    {FOLDER: SHOWN.replace("jpg", "png"), FOLDER.replace("index.md", "shoes.png"): DOT[:40]},
)
