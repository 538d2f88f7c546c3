"""Pages become bytes: by the theme's templates, or by the code of their kind."""

from collections.abc import Iterable

from generator.errors import FirsthandError, Problem
from generator.pages import INDEXES, KINDS
from generator.pages.frame import make_frame
from generator.pipeline.pictures import LoadedSite
from generator.pipeline.planned import Planned

_TEMPLATES = {kind.name: kind.template for kind in KINDS if kind.template}
_RENDER = {kind.name: kind.render for kind in (*KINDS, *INDEXES) if kind.render}
MOST_PROBLEMS = 20


def render_pages(loaded: LoadedSite, pages: Iterable[Planned]) -> dict[str, bytes]:
    """The bytes of some planned pages by their paths. Raises FirsthandError with the problems of all templates."""
    pages = tuple(pages)
    if not pages:
        return {}
    # Jinja costs start-up time, and a build with nothing to do must not load it.
    from generator.theme.render import Renderer

    config = loaded.site.config
    renderer = Renderer(loaded.theme, make_frame(loaded.site), language=config.language, url=config.url)
    rendered: dict[str, bytes] = {}
    problems: dict[tuple[object, str], Problem] = {}
    for one in pages:
        if one.page is None:
            continue
        render = _RENDER.get(one.page.kind)
        try:
            rendered[one.path] = (
                render(one.page.view)
                if render
                else renderer.render(_TEMPLATES[one.page.kind], one.page.view, source=one.source)
            )
        except FirsthandError as error:
            # One mistake in a template breaks every page of its kind; it is told once, for the first of them.
            for problem in error.problems:
                problems.setdefault((problem.at, problem.message), problem)
            if len(problems) >= MOST_PROBLEMS:
                break
    if problems:
        raise FirsthandError(problems.values())
    return rendered
