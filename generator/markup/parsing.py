"""From text to Body: what parse_body does, step by step."""

from generator.errors import Problem, in_order
from generator.markup.body import Body, MarkupOptions
from generator.markup.engine import ENGINES
from generator.markup.facts import count_words, first_paragraph, plain_text, summary
from generator.markup.figures import make_figures
from generator.markup.guards import find_traps
from generator.markup.headings import number_headings
from generator.markup.notes import dress_notes
from generator.markup.sanitise import find_removed, sanitise
from generator.markup.source import Source, clean
from generator.markup.tree import read
from generator.markup.typography import set_attributes, set_tree
from generator.markup.writer import Writer
