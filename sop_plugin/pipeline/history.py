"""What git knows of a content folder: how it stood where the present work branched off.

Git is only asked, never told: nothing in the repository changes. What stands in the content cannot make git run
anything; what its user has configured on the machine still holds.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_OF_ANOTHER_REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What a hook hands on. It names places from a folder that is not ours, and we say ourselves where to look."""

_REGULAR = ("100644", "100755")
"""The modes of regular files; a symbolic link is no content."""


class NoHistoryError(Exception):
    """Git cannot say what changed. `key` is of the catalogues, `arguments` fill its placeholders."""

    def __init__(self, key: str, **arguments: str) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments


@dataclass(frozen=True, slots=True)
class Past:
    """How a content folder stood at an earlier commit, as far as it differs from now.

    Paths are relative to the content. `changed` are those of all files that came, went or changed since; `then` the
    bytes of those Markdown files among them that there were; `renamed` leads from a present path to the earlier one,
    where git takes a file for the same under another name.
    """

    changed: frozenset[str]
    then: Mapping[str, bytes] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)


def changes_since(content: Path, revision: str) -> Past:
    """What changed below `content` since the present work branched off from `revision`, a branch, a tag or a commit.

    Changes that are not committed count, and so do files that git does not know yet, but for those that it is told to
    ignore. Raises NoHistoryError where there is no git, no repository or no such revision, or where the two have no
    commit in common.
    """
    _git(content, "cli.since.no-repository", "rev-parse", "--show-prefix")
    base = _base(content, revision)
    diff = _git(
        content, "cli.since.failed",
        *("diff", "--raw", "-z", "-M", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--ignore-submodules"),
        *("--relative", base, "--", "."),
    )  # fmt: skip
    new = _git(content, "cli.since.failed", "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    changed = {os.fsdecode(path) for path in new.split(b"\0") if path}
    renamed: dict[str, str] = {}
    blobs: dict[str, str] = {}
    for mode, blob, then, now in _entries(diff):
        changed |= {then, now}
        if then != now:
            renamed[now] = then
        if mode in _REGULAR and then.endswith(".md"):
            blobs[then] = blob
    return Past(frozenset(changed), dict(zip(blobs, _contents(content, list(blobs.values())), strict=True)), renamed)


def _base(content: Path, revision: str) -> str:
    """The last commit that the present one and `revision` have in common."""
    wrong = NoHistoryError("cli.since.no-revision", revision=revision)
    # To git, a name that begins with a hyphen would be an option, and one that begins with `^` all but that revision.
    if not revision or revision.startswith(("-", "^")) or not revision.isprintable():
        raise wrong
    try:
        name = f"{revision}^{{commit}}"
        commit = _git(content, "cli.since.failed", "rev-parse", "--verify", "--quiet", name).decode().strip()
    except NoHistoryError as error:
        raise (wrong if error.key == "cli.since.failed" else error) from None
    return _git(content, "cli.since.no-common", "merge-base", commit, "HEAD", revision=revision).decode().split()[0]


def _entries(diff: bytes) -> Iterator[tuple[str, str, str, str]]:
    """The mode and the blob that a file had, the path that it had, and the one it has (git-diff, "raw output format").

    A file that came has mode 000000, and its one path twice, as has a file that went.
    """
    parts = iter(diff.split(b"\0"))
    for header in parts:
        if not header:
            return
        mode, _, blob, _, status = header.decode("ascii").removeprefix(":").split(" ")
        then = os.fsdecode(next(parts))
        # Of a rename both paths are told. Copies are not looked for.
        now = os.fsdecode(next(parts)) if status[0] == "R" else then
        yield mode, blob, then, now


def _contents(content: Path, blobs: list[str]) -> Iterator[bytes]:
    """The bytes of each blob."""
    if not blobs:
        return
    answer = _git(content, "cli.since.failed", "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs))
    at = 0
    for _ in blobs:
        end = answer.index(b"\n", at)
        header = answer[at:end].split(b" ")
        # Of a blob that was not fetched, git says "missing", and nothing follows.
        start, size = end + 1, int(header[2]) if len(header) == 3 else -1
        yield answer[start : start + max(size, 0)]
        at = start + size + 1


def _git(content: Path, key: str, *arguments: str, given: str = "", **told: str) -> bytes:
    """What git says, asked from within the content folder. Raises NoHistoryError with `key` where it fails."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
    # Asking must not rewrite the index, nor start the program that watches files.
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    command = ["git", "-C", str(content.resolve()), "-c", "core.fsmonitor=false", *arguments]
    try:
        answer = subprocess.run(command, input=given.encode(), capture_output=True, env=environment, check=False)
    except OSError:
        raise NoHistoryError("cli.since.no-git") from None
    if answer.returncode:
        said = answer.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise NoHistoryError(key, path=str(content), git=said, **told)
    return answer.stdout
