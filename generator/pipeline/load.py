"""The site's folder becomes a linked Site, with all that is wrong with it."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.cache import Cache
from generator.checks import CHECKS, unknown_checks
from generator.config import OUTPUT_FLAG, SiteConfig, parse_config
from generator.errors import FirsthandError, Problem, errors_in
from generator.load import SourceFile, Sources, parse_content, read_sources, sound
from generator.markup import MarkupOptions
from generator.output import why_taken
from generator.pages.frame import frame_problems
from generator.pipeline.settings import PREVIEW, Settings
from generator.site import Site, link_site
from generator.theme import Theme, load_theme, theme_folders
from generator.theme.strings import Strings, locale_of


class Inputs(NamedTuple):
    """All that goes into a build, read: nothing typed yet but the configuration."""

    config: SiteConfig
    sources: Sources
    theme: Theme | None
    problems: tuple[Problem, ...]


class LinkedContent(NamedTuple):
    """The site without its pictures, and all that is wrong so far.

    `files` are the content files that are not Markdown, by their paths below content/.
    """

    site: Site
    theme: Theme | None
    files: dict[str, SourceFile]
    problems: tuple[Problem, ...]


def read_inputs(settings: Settings) -> Inputs:
    """Read the disk. Never raises: what is wrong stands in `problems`."""
    sources = read_sources(settings.root)
    output = PREVIEW if settings.preview else settings.output
    config, problems = parse_config(
        sources.config, url=settings.url, pages_url=settings.pages_url, output=output, needs_url=settings.needs_url
    )
    if not settings.preview:
        problems = (*problems, *_output_problems(config, settings))
    if not sources.config and sources.problems:
        problems = ()  # there is no site.toml: that its keys are missing goes without saying
    try:
        theme = load_theme(
            theme_folders(settings.root),
            config.theme,
            language=config.language,
            options=dict(config.theme_options),
            places=config.places,
        )
    except FirsthandError as error:
        return Inputs(config, sources, None, (*sources.problems, *problems, *error.problems))
    return Inputs(config, sources, theme, (*sources.problems, *problems))


def _output_problems(config: SiteConfig, settings: Settings) -> Iterator[Problem]:
    """A problem if the output folder is used for something else. Follows links on the disk."""
    why = why_taken(settings.root / config.output, settings.root)
    if why:
        at, key = (OUTPUT_FLAG, "") if settings.output else (config.places.at("build.output"), "build.output: ")
        yield Problem(
            at, f"{key}the site cannot be written to {config.output!r}: {why}.", "Name a new folder, such as _site."
        )


def link_content(inputs: Inputs, settings: Settings, cache: Cache) -> LinkedContent:
    """The content typed and linked. Never raises: what is wrong stands in `problems`, and the site holds stand-ins for
    files with errors, so that addresses can be compared before all is mended."""
    options = MarkupOptions(language=inputs.config.language, engine=inputs.config.engine)
    content = parse_content(inputs.sources, cache, options)
    link = partial(
        link_site,
        inputs.config,
        words=Strings(inputs.theme.strings if inputs.theme else {}, locale_of(inputs.config.language)),
        now=settings.now,
        include_held_back=settings.include_held_back,
    )
    site, problems = link(content)
    unknown = unknown_checks(CHECKS, inputs.config, content.stories)
    found = (*inputs.problems, *content.problems, *problems, *frame_problems(site), *unknown)
    if errors_in(content.problems):
        site, _ = link(sound(content))
    return LinkedContent(site, inputs.theme, content.files, found)
