#!/bin/sh
# Set up the virtual environment: `setup.sh venv FOLDER`, then `setup.sh install FOLDER '.[dev]'`.
# uv is used where it is present, else venv and pip. Versions are those of constraints.txt.
set -eu

suitable() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for python in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
        if suitable "$python"; then
            echo "$python"
            return
        fi
    done
}

make_venv() {
    python=$(find_python)
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --clear ${python:+--python "$python"} "$1"
        return
    fi
    if [ -z "$python" ]; then
        echo "selon needs Python 3.11 or later and found none." >&2
        echo "  try: install it (Debian, Ubuntu: apt-get install python3 python3-venv), or name it: make PYTHON=/path/to/python3.12" >&2
        exit 1
    fi
    if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        echo "$("$python" --version) has no venv or no ensurepip: a virtual environment cannot be made." >&2
        echo "  try: apt-get install python3-venv (Debian, Ubuntu), or install uv" >&2
        exit 1
    fi
    "$python" -m venv --clear "$1"
}

install() {
    echo "installing $2 into $1" >&2
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --python "$1/bin/python" --constraint constraints.txt --editable "$2"
    else
        "$1/bin/python" -m pip install -qq --disable-pip-version-check --constraint constraints.txt --editable "$2"
    fi
}

case "$1" in
    venv) make_venv "$2" ;;
    install) install "$2" "$3" ;;
    *) echo "setup.sh venv FOLDER | setup.sh install FOLDER REQUIREMENT" >&2; exit 2 ;;
esac
