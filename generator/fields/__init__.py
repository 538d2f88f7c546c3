"""Text with positions becomes typed values: YAML and TOML read as located nodes, then taken field by field.

YAML gives text and the field's type decides: `no`, `1.10`, `10:30` and `2024` arrive as they were written.
"""

from generator.fields.front_matter import FrontMatter, parse_front_matter
from generator.fields.node import Entry, Mapping, Node, Scalar, Sequence
from generator.fields.reader import Fields
from generator.fields.toml import parse_toml
from generator.fields.yaml import parse_yaml

__all__ = [
    "Entry",
    "Fields",
    "FrontMatter",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "parse_front_matter",
    "parse_toml",
    "parse_yaml",
]
