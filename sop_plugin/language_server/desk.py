"""The content folders that an editor works on, and which file of which an address means."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pygls.uris import from_fs_path, to_fs_path

from sop_plugin.language_server.content_folders import content_folder
from sop_plugin.pipeline.cache import default_folder
from sop_plugin.pipeline.workspace import Workspace


class Opened(NamedTuple):
    """A file of a content folder."""

    workspace: Workspace
    path: str


class Desk:
    """Each content folder once, from the first question about a file of it on."""

    def __init__(self) -> None:
        self._workspaces: dict[Path, Workspace] = {}

    @property
    def workspaces(self) -> list[Workspace]:
        """The content folders so far."""
        return list(self._workspaces.values())

    def workspace_at(self, start: Path) -> Workspace | None:
        """The content folder in or around a folder."""
        root = content_folder(start)
        if root is None:
            return None
        if root not in self._workspaces:
            self._workspaces[root] = Workspace(root, cache_folder=default_folder(root))
        return self._workspaces[root]

    def file(self, uri: str) -> Opened | None:
        """The file at an address; None where it belongs to no content, or is none that we read."""
        name = to_fs_path(uri)
        if name is None or not uri.startswith("file:"):
            return None
        file = Path(name)
        known = next((each for each in self.workspaces if each.path_of(file)), None)
        workspace = known or self.workspace_at(file.parent)
        path = workspace.path_of(file) if workspace else None
        if workspace is None or path is None or not workspace.reads(path):
            return None
        return Opened(workspace, path)


def uri_of(file: Path) -> str:
    """The address of a file."""
    return from_fs_path(str(file)) or file.as_uri()
