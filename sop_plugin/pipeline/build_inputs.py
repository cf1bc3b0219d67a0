"""What a build is told by its environment: `sop build` has MkDocs make each site in a process of its own."""

LANGUAGE = "SOP_LANGUAGE"
"""The language to build, a tag; the site's own where it is not set."""

OTHERS = "SOP_OTHER_LANGUAGES"
"""Set by `sop build`, which builds all languages, so that their pages lead to each other. It is the path of a file,
into which the build of the site's own language writes the tags of the others, one a line.
"""

BUILDER = "SOP_BUILDER"
"""The module that builds sites: `mkdocs`, or `properdocs`, the fork that is kept up."""

ON_DISK = "SOP_FILES"
"""Set by `sop build --files`: the site is to be opened without a server."""

INPUTS = "SOP_INPUTS"
"""Set by `sop build`: the path of a file into which a build writes the paths of what the site is made of, one a line,
if it knows them all.
"""

SPARE = "SOP_SPARE"
"""Set by `sop build`: the path of a folder in which may lie the site that was there before the one that is replaced. A
build may move out of it what it likes, and remove what it likes: the rest goes when the build is done.
"""
