"""A site of many made-up stories: as much of Markdown and of front matter as a large site would hold, always the same.

Story number i depends on i alone. Every sentence was written for this file; no company here exists.
"""

import struct
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

FIRST_DAY = date(2019, 1, 7)
COMPANIES = (
    "Brackwater Ferries",
    "Tallow & Daughters",
    "Pinnock's Hardware",
    "Überland Busse",
    "Nimbus Fibre",
    "Corner Café №9",
    "Old Quay Insurance",
    "مخبز الواحة",
    "Fennimore Glass",
    "Starling Post",
    "Moss Lane Surgery",
    "Hedgerow Energy",
)
TAGS = (
    "refunds",
    "waiting",
    "hold music",
    "repairs",
    "letters",
    "small print",
    "C++ & cables",
    "Müll",
    "queues",
    "kind words",
)
AUTHORS = ("ada", "bram", "Cleo Ng", "Dmitri Ålund")
SUBJECTS = (
    "kettle",
    "ticket",
    "window",
    "parcel",
    "lamp",
    "invoice",
    "bicycle",
    "boiler",
    "passport",
    "sofa",
    "Schlüssel",
    "reçu",
)
DEEDS = (
    "that came twice",
    "nobody would sign for",
    "in the wrong colour",
    "with a note inside",
    "and the second call",
    "after the storm",
)
SENTENCES = (
    "The man at the counter read my letter twice before he said anything.",
    "It took four calls, two forms and one birthday to get this far.",
    'She wrote down the number by hand and said, "This one is mine, ring it."',
    "Nobody had told the warehouse that the shop had closed in March.",
    "I kept the receipt in the tea tin, which turned out to be clever.",
    "They offered a voucher; I had asked for a lid.",
    "On the third morning the van came back with the right box -- and an apology.",
    "What I wanted was a yes or a no, and what I got was a survey.",
    "The young woman on the chat typed slowly, but every word was true.",
    "There is a bench outside their office, and I know it well.",
    "He did not have to do that, and I will not forget that he did.",
    "Their own rules said ten days; on day eleven the machine said thank you.",
)


def corpus(count: int) -> dict[str, str | bytes]:
    """Every file of the site below its folder, by path; site.toml is left to the caller."""
    files: dict[str, str | bytes] = {}
    for number in range(count):
        files |= dict(_story(number))
    files |= {
        "content/authors/ada.md": "---\nname: Ada Okoye\n---\nCollects receipts. [Her first](/stories/).\n".replace(
            "(/stories/)", f"(../stories/{_stem(0)}.md)"
        ),
        "content/authors/bram.md": "---\nname: Bram\nphoto: bram.png\n---\nRepairs lamps.\n",
        "content/authors/bram.png": _picture(1),
        "content/companies/nimbus-fibre.md": "---\nname: Nimbus Fibre\naliases: [Nimbus, NIMBUS FIBRE Ltd]\n---\n"
        f"See [what began it](../stories/{_stem(1)}.md#the-end-of-it).\n",
        "content/pages/about.md": "---\ntitle: About\nnav: 1\n---\n[All companies](/companies/), [a list](/static list.txt).\n".replace(
            "(/static list.txt)", "(</a list.txt>)"
        ),
        "content/static/a list.txt": "One, two.\n",
        "content/static/images/bench.png": _picture(2),
    }
    return files


def _story(number: int) -> Iterator[tuple[str, str | bytes]]:
    random = Random(number)
    stem = _stem(number)
    in_folder = number % 25 == 3
    path = f"content/stories/{stem}/index.md" if in_folder else f"content/stories/{stem}.md"
    yield (
        path,
        "\n".join(["---", *_front_matter(number, random), "---", "", *_body(number, random, in_folder=in_folder)]),
    )
    if in_folder:
        yield f"content/stories/{stem}/photo {number}.png", _picture(number)


def _stem(number: int) -> str:
    random = Random(number)
    day = FIRST_DAY + timedelta(days=number * 2 + random.randrange(2))
    return f"{day}-the-{random.choice(SUBJECTS)}-{number}"


def _front_matter(number: int, random: Random) -> Iterator[str]:
    yield f"title: 'The {random.choice(SUBJECTS)} {random.choice(DEEDS)} ({number})'"
    if number % 10 == 4:
        yield "company:"
        for name, verdict in zip(random.sample(COMPANIES, 3), ("good", "mixed", "bad"), strict=True):
            yield f"  - {{name: {name!r}, verdict: {verdict}}}"
    else:
        yield f"company: {random.choice(COMPANIES)!r}"
        yield f"verdict: {random.choice(('good', 'bad', 'bad', 'mixed'))}"
    yield f"tags: {random.sample(TAGS, random.randrange(4))}"
    yield f"author: {random.choice(AUTHORS)}"
    if number % 7 == 0:
        yield f"aliases: [/old/{number}.html, /{number}/]"
    if number % 9 == 0:
        yield f"mentions: [{random.choice(COMPANIES)!r}]"
    if number % 50 == 5:
        yield "image: {src: /images/bench.png, alt: A bench}"


def _body(number: int, random: Random, *, in_folder: bool) -> Iterator[str]:
    up = "../" if in_folder else ""
    other = _stem(random.randrange(number)) if number else _stem(0)
    other = f"{up}{other}/index.md" if int(other.rpartition("-")[2]) % 25 == 3 else f"{up}{other}.md"
    yield f"{_sentences(random, 3)} *{random.choice(SENTENCES)}*\n\n<!-- more -->\n"
    yield f"It began with [an earlier story]({other}), and with [{random.choice(TAGS)}](/tags/).\n"
    yield f"## How it went\n\n{_sentences(random, 4)}[^1] See [the end](#the-end-of-it).\n"
    if in_folder:
        yield f'![The {random.choice(SUBJECTS)}](<photo {number}.png> "As it came | Ada")\n'
    match number % 5:
        case 0:
            yield "".join(f"{place}. {random.choice(SENTENCES)}\n" for place in range(1, 4))
        case 1:
            yield f"> {_sentences(random, 2)}\n>\n> — their letter of that week\n"
        case 2:
            yield "| day | said |\n| --- | ---: |\n" + "".join(f"| {day} | {random.randrange(90)} |\n" for day in "abc")
        case 3:
            yield f"```\nREF {number:06}\n<status>pending</status>\n```\n"
        case _:
            yield f"{random.choice(SUBJECTS)}\n: {random.choice(SENTENCES)}\n"
    yield f"## The end of it\n\n{_sentences(random, 5)}\n\nTheir [own page](https://company-{number % 40}.example/?a=1&b=2).\n"
    yield f"[^1]: {random.choice(SENTENCES)} See [the bench](/images/bench.png).\n"


def _sentences(random: Random, count: int) -> str:
    return " ".join(random.sample(SENTENCES, count))


def _picture(number: int) -> bytes:
    """A PNG of 8 by 8 points in one colour."""
    header = struct.pack(">2I5B", 8, 8, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes((number % 256, 90, 120)) * 8) * 8)
    parts = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
