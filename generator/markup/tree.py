"""A small tree of our own, read from sanitised HTML: selectolax cannot rename an element, and we must.

The tree is private to one parse: read, shaped in place by figures.py, headings.py and typography.py, written by
writer.py, and thrown away.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from generator.markup import policy
