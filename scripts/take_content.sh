#!/bin/sh
# Puts the content of a proposed change in the place of the content here, and nothing else of it.
#
#     scripts/take_content.sh PROPOSED
#
# PROPOSED is a checkout of the change, HERE the base branch: the program, its configuration and the scripts stay those
# of the base, so that a stranger's change is read but never run. Symbolic links stay links, which the checks refuse.
set -eu

proposed=$1
for folder in content quizzes; do
    if [ -L "$proposed/$folder" ]; then
        echo "$folder is a symbolic link in the proposed change; it is not followed." >&2
        exit 1
    fi
    rm -rf "./$folder"
    if [ -d "$proposed/$folder" ]; then
        cp -RP "$proposed/$folder" "./$folder"
    fi
done
