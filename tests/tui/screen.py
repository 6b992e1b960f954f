"""What a running app shows, as lines of text."""

from textual.app import App


def lines(app: App) -> list[str]:
    """The lines on the screen, without the spaces at their ends."""
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips(app)]


def strips(app: App):
    """The strips the compositor would paint."""
    return app.screen._compositor.render_strips()
