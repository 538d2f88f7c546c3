"""Text with positions becomes typed values: YAML and TOML read as located nodes, then taken field by field.

YAML gives text and the field's type decides: `no`, `1.10`, `10:30` and `2024` arrive as they were written.
`front_matter` and `yaml` are not imported here: a build with nothing to do reads no front matter.
"""

from generator.fields.node import Entry, Mapping, Node, Scalar, Sequence
from generator.fields.reader import Fields, LongText
from generator.fields.toml import parse_toml

__all__ = [
    "Entry",
    "Fields",
    "LongText",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "parse_toml",
]
