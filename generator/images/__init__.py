"""Pictures made safe and light: without metadata, the right way up, in sRGB, in widths that suit the screen.

Every picture that reaches the output goes through here, and none more than once: what was made of some bytes is
remembered in the cache, the files in a store of their own. Pillow is not loaded until there is one to be made.
"""

from generator.images.formats import HEAD, is_image
from generator.images.model import ImageFile, Prepared, PreparedImage, Variant
from generator.images.prepare import Progress, prepare_images
from generator.images.shown import shown, untouched
from generator.images.store import file_of

__all__ = [
    "HEAD",
    "ImageFile",
    "Prepared",
    "PreparedImage",
    "Progress",
    "Variant",
    "file_of",
    "is_image",
    "prepare_images",
    "shown",
    "untouched",
]
