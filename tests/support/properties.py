"""Property tests run on the same examples each time, and as long as a busy machine needs."""

from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")
