"""Files become pixels as a page shows them: the right way up, in sRGB, eight bits a channel.

This module and encode.py are the only ones that know Pillow. `make` imports them late.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageChops, ImageCms

from generator.images.exif import UPRIGHT, orientation
from generator.images.formats import AVIF, Format
from generator.images.model import RefusedError, damaged
from generator.images.stripped import MOST_PIXELS, Stripped

MOST_ANIMATED_PIXELS = 250_000_000
"""Pixels of all frames together: a minute of 10 frames a second at 800 × 500."""
_SAME = 2
"""Levels of 255 by which a colour profile may move colours and still count as sRGB; rounding alone makes 1."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@contextmanager
def decoding() -> Iterator[None]:
    """Whatever a decoder makes of hostile bytes is raised as RefusedError."""
    try:
        yield
    except Image.DecompressionBombError:
        raise too_large() from None
    except MemoryError:
        raise RefusedError("there is not enough memory for this picture.", "Make it smaller.") from None
    except Exception as error:  # Pillow's decoders raise a dozen kinds, and none says more
        raise damaged() from error


def too_large() -> RefusedError:
    message = f"this picture has more than {MOST_PIXELS // 1_000_000} million pixels."
    return RefusedError(message, "Make it smaller: pages show at most 1,440 pixels across.")


def opened(stripped: Stripped, format_: Format) -> Image.Image:
    """The picture with its size known and nothing decoded yet. Raises RefusedError."""
    with decoding():
        # Pillow is told the format, so that no other of its decoders is tried on what strangers sent.
        image = Image.open(BytesIO(stripped.data), formats=(format_.pillow,))
        frames = frame_count(image)
    pixels = image.width * image.height
    if not pixels:
        raise damaged()
    if pixels > MOST_PIXELS:
        raise too_large()
    if frames > 1 and pixels * frames > MOST_ANIMATED_PIXELS:
        millions, most = pixels * frames // 1_000_000, MOST_ANIMATED_PIXELS // 1_000_000
        message = f"this animation has {frames} frames with {millions} million pixels in all, and the limit is {most}."
        raise RefusedError(message, "Make it smaller or shorter, or publish it as a video.")
    return image


def frame_count(image: Image.Image) -> int:
    """The frames of an animation; 1 for a still picture."""
    return int(getattr(image, "n_frames", 1))


def turned(image: Image.Image, way: int) -> Image.Image:
    """The picture the right way up, which swaps its width and height for orientations 5 to 8. Uses up the one given."""
    if way == UPRIGHT:
        return image
    upright = image.transpose(_TURNS[way])
    image.close()  # gives back its memory, which is what a photo of 60 megapixels has to be mindful of
    return upright


def orientation_of(image: Image.Image, stripped: Stripped) -> int:
    """The orientation of an opened picture, 1 to 8. AVIF states it outside of EXIF, and Pillow tells it there."""
    if image.format != AVIF.pillow:
        return stripped.orientation
    exif = image.info.get("exif", b"")
    return orientation(exif.removeprefix(b"Exif\0\0")) if exif else UPRIGHT


def moves_colours(image: Image.Image) -> bool:
    """Whether showing the picture without its profile would change its colours."""
    return image.mode == "CMYK" or _transform(image) is not None


def in_srgb(image: Image.Image) -> Image.Image:
    """The pixels in sRGB as L, LA, RGB or RGBA, and nothing else: no profile, no palette, no information.

    Uses up the image given.
    """
    transform = _transform(image)
    colours = _eight_bits(image)
    if transform:
        colours = _converted(colours, *transform)
    elif colours.mode == "CMYK":
        colours = colours.convert("RGB")
    colours.info = {}  # encoders write a profile, a comment or a transparent colour that they find there
    return colours


def _converted(image: Image.Image, mode: str, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    if image.mode == mode == "RGB":
        return transform.apply_in_place(image)
    colours = transform.apply(image.convert(mode))
    if image.mode in ("L", "LA"):
        colours = colours.convert("L")
    if image.mode in ("LA", "RGBA"):
        colours.putalpha(image.getchannel("A"))
    return colours


def _eight_bits(image: Image.Image) -> Image.Image:
    """The picture as L, LA, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):  # sixteen bits of grey, which Pillow itself would cut off at 255
        wide = image.convert("I")
        grey = wide.point([level >> 8 for level in range(65536)], "L")
        if "transparency" in image.info:
            clear = image.info["transparency"]
            grey.putalpha(wide.point([0 if level == clear else 255 for level in range(65536)], "L"))
        return grey
    kind = "L" if image.mode in ("1", "L", "LA") else "CMYK" if image.mode == "CMYK" else "RGB"
    if image.has_transparency_data:
        kind = "LA" if kind == "L" else "RGBA"
    return image if image.mode == kind else image.convert(kind)


def _transform(image: Image.Image) -> tuple[str, ImageCms.ImageCmsTransform] | None:
    """What brings the picture to sRGB, with the mode that it takes; None where there is nothing to do, or no way to."""
    profile = image.info.get("icc_profile")
    if not profile:
        return None
    grey, printed = image.mode[0] in "1LI", image.mode == "CMYK"
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}.get(source.profile.xcolor_space.strip(), "")
        if (mode == "CMYK") != printed or (mode == "L" and not grey) or not mode:
            return None
        srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        # The profile's own way of fitting colours into a smaller space, as browsers do it.
        transform = ImageCms.ImageCmsTransform(
            source, srgb, mode, "RGB", ImageCms.Intent(source.profile.rendering_intent)
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError, AttributeError):
        return None  # browsers leave such a profile aside, too
    return (mode, transform) if printed or _moves(mode, transform) else None


def _moves(mode: str, transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether a transform changes any of 729 colours, or 256 greys, by more than rounding does."""
    steps = range(0, 256, 32)
    colours = bytes(level for r in (*steps, 255) for g in (*steps, 255) for b in (*steps, 255) for level in (r, g, b))
    probe = (
        Image.frombytes("RGB", (27, 27), colours)
        if mode == "RGB"
        else Image.frombytes("L", (16, 16), bytes(range(256)))
    )
    return max(ImageChops.difference(probe.convert("RGB"), transform.apply(probe)).tobytes()) > _SAME
