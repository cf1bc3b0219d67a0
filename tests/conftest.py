"""The fixtures that every test may use; each lives in a file that says what it is."""

pytest_plugins = [
    "tests.support.browsing",
    "tests.support.caching",
    "tests.support.golden",
    "tests.support.properties",
    "tests.support.serving",
    "tests.support.today",
]
