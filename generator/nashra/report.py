"""What a build says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nashra.errors import Problem, Severity
from nashra.model import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What one build did to the output folder, and what it had to say."""

    added: tuple[str, ...] = ()
    """Targets (paths from the output folder, with `/`) that are new."""
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    """How many targets were left as they were."""
    strays: tuple[str, ...] = ()
    """Files of the output folder that no build made; they are left alone."""
    stories: int = 0
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
    stages: tuple[tuple[str, float], ...] = ()
    """The seconds of each stage: `read`, `plan`, `write`."""
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    """Why each target was made again, also those that came out as they were."""
    causes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The questions whose answers had changed, for targets made again for that reason."""

    @property
    def failed(self) -> bool:
        """Whether anything was kept out of the site by a fault."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)
