#!/bin/sh
# Makes .venv from a lock file, or leaves it alone where it already is what the lock says.
#
#     scripts/make_venv.sh run     what the site needs         (requirements.lock)
#     scripts/make_venv.sh dev     that and the test tools     (requirements-dev.lock, which holds all of the other)
#
# PYTHON names the interpreter; without it the newest that is at least 3.11 is looked for.
set -eu

kind=$1
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
venv=$root/.venv

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        if ! is_new_enough "$PYTHON"; then
            echo "PYTHON=$PYTHON does not run or is older than Python 3.11." >&2
            return 1
        fi
        echo "$PYTHON"
        return
    fi
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if is_new_enough "$name"; then
            echo "$name"
            return
        fi
    done
    echo "Python 3.11 or newer is needed and none was found. On Debian: apt install python3 python3-venv" >&2
    echo "Where it has another name: make PYTHON=/path/to/python ..." >&2
    return 1
}

case $kind in
    run) lock=$root/requirements.lock ;;
    dev) lock=$root/requirements-dev.lock ;;
    *) echo "usage: $0 run|dev" >&2; exit 2 ;;
esac

python=$(find_python)

# Everything that the environment depends on: interpreter, place, what is locked, and the project's own metadata.
key() {
    "$python" - "$root" <<'PY'
import hashlib, pathlib, sys, tomllib
root = pathlib.Path(sys.argv[1])
project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
facts = [sys.version, sys.base_prefix, str(root), repr(project["build-system"]), repr(project["project"])]
facts += [(root / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-dev.lock")]
print(hashlib.sha256("\0".join(facts).encode()).hexdigest())
PY
}
wanted=$(key)

has() {
    [ "$(cat "$venv/$1.stamp" 2>/dev/null)" = "$wanted" ] && "$venv/bin/python" -c '' 2>/dev/null
}

if has "$kind"; then
    exit 0
fi

if ! has run; then
    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        echo "$python has no venv module. On Debian: apt install python$version-venv" >&2
        exit 1
    fi
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
fi

pip() {
    "$venv/bin/python" -m pip --disable-pip-version-check --no-input --quiet "$@"
}
pip install --require-hashes --only-binary :all: -r "$lock"
# The lock holds the build backend, so building the project itself needs no network.
pip install --no-deps --no-build-isolation --editable "$root"

# The development lock holds everything of the run-time lock, at the same versions.
echo "$wanted" > "$venv/run.stamp"
if [ "$kind" = dev ]; then
    echo "$wanted" > "$venv/dev.stamp"
fi
