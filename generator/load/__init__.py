"""What touches the disk on the way in: the site's folder is read, then typed."""

from generator.load.parse import Content, parse_content
from generator.load.read import SourceFile, Sources, read_sources
from generator.load.sound import sound

__all__ = ["Content", "SourceFile", "Sources", "parse_content", "read_sources", "sound"]
