"""Content with stand-ins for what is wrong, so that addresses can be compared before all is mended."""

import msgspec

from generator.errors import errors_in
from generator.load.parse import Content
from generator.story import Story


def sound(content: Content) -> Content:
    """The same content; of a file with an error only what decides its address and what it refers to.

    What pages are planned from relies on values that are as they should be: a story has a title, a reply a company.
    """
    return content._replace(
        stories=tuple(_sound_story(story) if errors_in(story.problems) else story for story in content.stories),
        comments=tuple(comment for comment in content.comments if not errors_in(comment.problems)),
        pages=tuple(msgspec.structs.replace(page, title=page.title or page.path) for page in content.pages),
    )


def _sound_story(story: Story) -> Story:
    return Story(
        source=story.source,
        stem=story.stem,
        title=story.title or story.stem,
        date=story.date,
        slug=story.slug,
        aliases=story.aliases,
        draft=story.draft,
        withdrawn=story.withdrawn,
        updates=story.updates,
        image=story.image,
        body=story.body,
        places=story.places,
        problems=story.problems,
    )
