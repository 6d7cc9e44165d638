"""How stories' addresses are made: keys of `config.yaml` that bear on nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator


def _truth(written: object) -> object:
    return {"نعم": "yes", "لا": "no"}.get(str(written), written)


YesOrNo = Annotated[bool, BeforeValidator(_truth)]


@dataclass(frozen=True, slots=True)
class Addresses:
    """What the configuration says of stories' addresses."""

    share: bool = True
    """Whether every story has a short address that never changes."""
