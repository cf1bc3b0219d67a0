"""Compiled templates, kept where Python keeps compiled modules: beside their source, or where PYTHONPYCACHEPREFIX says.

To compile the templates of one page takes longer than to fill them in. Whoever can write to those places can change the
program itself; no other place is trusted to hold what runs.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError
from types import CodeType

import jinja2
from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """Templates that are compiled once: in the life of a process all, ever those below the folders of `packages`.

    A compiled template is made of its source, and of what `told` tells; what is compiled in another `variant`, of
    letters and digits, lies beside it.
    """

    def __init__(self, packages: Iterable[Path], variant: str, told: str = "") -> None:
        self._packages = tuple(packages)
        self._variant = variant
        self._told = told
        self._codes: dict[tuple[str, str], CodeType] = {}

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """A template, compiled if it was before."""
        made_of = "\n".join((jinja2.__version__, *sorted(environment.extensions), self._told, source))
        bucket = Bucket(environment, filename or name, hashlib.sha256(made_of.encode()).hexdigest())
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills in what is kept, if it was made of the same; what is damaged is not."""
        name = bucket.key, bucket.checksum
        bucket.code = self._codes.get(name) or self._read(bucket)
        if bucket.code is not None:
            self._codes[name] = bucket.code

    def _read(self, bucket: Bucket) -> CodeType | None:
        place = self._place(bucket.key)
        if place is not None:
            with suppress(OSError, EOFError, ValueError, UnpicklingError), place.open("rb") as file:
                bucket.load_bytecode(file)
        return bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled. A place that cannot be written to is no fault."""
        assert bucket.code is not None
        self._codes[bucket.key, bucket.checksum] = bucket.code
        place = self._place(bucket.key)
        if place is not None and not sys.dont_write_bytecode:
            beside = place.with_suffix(f".{os.getpid()}.pyc")
            with suppress(OSError):
                place.parent.mkdir(parents=True, exist_ok=True)
                with beside.open("wb") as file:
                    bucket.write_bytecode(file)
                beside.replace(place)

    def _place(self, source: str) -> Path | None:
        """Where a compiled template lies; None for one of the site's own, which is no part of a program."""
        if not any(Path(source).is_relative_to(package) for package in self._packages):
            return None
        return Path(cache_from_source(f"{source}.py", optimization=self._variant))
