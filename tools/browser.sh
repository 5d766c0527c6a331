#!/bin/sh
# Make sure that there is a headless Chromium for the tests that open pages. Installs Debian's where that can be done without asking.
set -eu

for browser in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$browser" >/dev/null 2>&1; then
        exit 0
    fi
done

no_browser() {
    echo "no Chromium or Chrome found, and $1: the tests that open pages will fail." >&2
    echo "  try: install chromium, or leave those tests out: make test BROWSER=no" >&2
    exit 0
}

command -v apt-get >/dev/null 2>&1 || no_browser "there is no apt-get to install it with"
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true >/dev/null 2>&1 || no_browser "it cannot be installed without root"
    as_root="sudo -n"
fi
echo "installing chromium, for the tests that open pages" >&2
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq >&2 || true
$as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null || no_browser "apt-get could not install it"
