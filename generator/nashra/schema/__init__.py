"""What people write, checked: YAML with the line of each key, against a closed Pydantic model."""

from __future__ import annotations

from nashra.schema.model_check import check
from nashra.schema.written import Value, Written, excerpt_of
from nashra.schema.yaml_text import read_yaml

__all__ = ["Value", "Written", "check", "excerpt_of", "read_yaml"]
