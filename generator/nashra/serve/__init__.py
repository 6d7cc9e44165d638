"""The preview: serves the output folder, builds on every save, and reloads the pages that show it.

It knows nothing of building but a callable that gives a `BuildReport`.
"""

from nashra.serve.preview import Preview, preview
from nashra.serve.settings import Clock, PreviewSettings

__all__ = ["Clock", "Preview", "PreviewSettings", "preview"]
