#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs everything that building, testing and trying Guanxi needs, from the distribution, by package name.
#
#   packaging/dependencies.sh           what every build and test run needs
#   packaging/dependencies.sh --full    also what fuzzing needs
#
# For Debian 12, Debian 13 and Ubuntu 24.04. When everything is there already, it asks no mirror and takes no time.
set -euo pipefail

# One package and its reason per line. A package without a reason does not belong here.
required_packages() {
    cat <<'LIST'
g++                   the C++20 compiler
cmake                 the build description and its presets
ninja-build           runs the build
ccache                makes every build after the first one short
mold                  links in a second instead of ten
pkg-config            how CMake finds SQLCipher, libsodium, zstd and libqrencode
git                   the checkout; the version that the programs print
qt6-base-dev          Qt Core, Gui, Widgets, Network, Sql, Concurrent, PrintSupport, Test; xcb and offscreen platforms
qt6-tools-dev         CMake's LinguistTools component
qt6-tools-dev-tools   lupdate collects the texts to translate
qt6-l10n-tools        lrelease and lconvert make the translations that are compiled in
qt6-charts-dev        charts on dashboards and in reports
qt6-svg-dev           draws the icons and the printed emblem
qt6-translations-l10n the Chinese of Qt's own dialogs (print, file, colour)
libqt6opengl6-dev     Qt Charts' CMake package asks for it (part of qt6-base-dev from Debian 13 on)
libqt6sql6-sqlite     the QSQLITE driver, which SQLCipher's library then serves
libqt6sql6-psql       the QPSQL driver
libgl1-mesa-dev       OpenGL headers that Qt Gui's CMake package looks for
libsodium-dev         Argon2id, secretbox, signatures
libzstd-dev           compresses snapshots and bulk transfer
libssl-dev            makes the server's certificate; Qt's TLS backend is the same library
libicu-dev            traditional to simplified, width folding, sort keys
unicode-data          the pinyin readings (Unihan), turned into a table at build time
bzip2                 unpacks them
libxlsxwriter-dev     writes spreadsheets line by line (exports)
libzip-dev            opens spreadsheets, which are zip files, to read them, and packs tables that belong together (QuaZip exports names of minizip that break libxlsxwriter)
libpoppler-qt6-dev    pages of PDF files that are attached to records
libzint-dev           bar codes on printed labels
libqrencode-dev       the connection code as a QR code
libreadline-dev       line editing and completion in the server's console
libpq-dev             pipeline and COPY on the PostgreSQL driver's own handle
postgresql            the server that tests/postgres.sh starts for the storage tests
breeze-icon-theme     the icons compiled into the programs, light and dark
fonts-noto-cjk        Chinese text in screenshots, print and widget tests
xvfb                  a display for the demo's tour where there is no screen
xauth                 xvfb-run refuses to start without it
LIST
}

# Packages that must have at least this version. Where the release is too old, its backports have them.
versioned_packages() {
    cat <<'LIST'
catch2            3     the test framework; version 2 is a different library
libsqlcipher-dev  4.6   the encrypted SQLite; older ones lack what the search index needs
LIST
}

full_packages() {
    cat <<'LIST'
clang-19              libFuzzer comes with this compiler only
libclang-rt-19-dev    the sanitizer and fuzzer runtimes for it
LIST
}

readonly attempts=4

say() { printf 'dependencies: %s\n' "$*"; }
fail() { say "$@" >&2; exit 1; }

# Prints "package version" for everything that is installed, and "name provided" for the names that it stands in for:
# what is a package of its own in one release is often a part of another package in the next.
installed_versions() {
    dpkg-query -W -f '${db:Status-Status}\t${Package}\t${Version}\t${Provides}\n' \
        | awk -F '\t' '$1 == "installed" {
            count = split($4, provided, /, */)
            for (i = 1; i <= count; i++) {
                sub(/ .*/, "", provided[i])
                print provided[i], "provided"
            }
            print $2, $3
        }'
}

# Fills the arrays `missing` and `outdated`.
find_missing() {
    local -A version=()
    local name value minimum
    while read -r name value; do
        version[$name]=$value
    done < <(installed_versions)
    missing=() outdated=()
    for name in "${plain[@]}"; do
        [[ -n ${version[$name]:-} ]] || missing+=("$name")
    done
    for name in "${!minimum_of[@]}"; do
        minimum=${minimum_of[$name]}
        if [[ -z ${version[$name]:-} ]]; then
            outdated+=("$name")
        elif dpkg --compare-versions "${version[$name]}" lt "$minimum"; then
            # Without backports there is nothing newer to install: say so once, and let the build decide.
            if [[ $use_backports == yes ]]; then
                outdated+=("$name")
            else
                say "$name ${version[$name]} is older than $minimum, and this release has no newer one"
            fi
        fi
    done
}

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    else
        # Through env, because sudo clears the environment.
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

apt_get() {
    as_root apt-get -qq -y -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@"
}

# What apt itself reads from its sources, whatever their format: "address release" per line.
# --no-release-info: also those whose lists were never fetched, as on a fresh machine.
apt_sources() {
    # shellcheck disable=SC2016 # the names in $() are apt's
    apt-get indextargets --no-release-info --format '$(CREATED_BY) $(REPO_URI) $(RELEASE) $(COMPONENT)' \
        | awk '$1 == "Packages" && $4 == "main" { print $2, $3 }'
}

# Adds the release's backports from the mirror that this machine already uses. Debian gives backports a low
# priority, so nothing but the packages asked for by name comes from there.
enable_backports() {
    local sources mirror
    sources=$(apt_sources)
    if awk -v release="$codename-backports" '$2 == release { found = 1 } END { exit !found }' <<<"$sources"; then
        return
    fi
    mirror=$(awk -v release="$codename" '$2 == release && $1 !~ /^cdrom:/ { print $1; exit }' <<<"$sources")
    [[ -n $mirror ]] || fail "apt has no source for $codename to take the backports from; add $codename-backports"
    local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    {
        printf '# Written by packaging/dependencies.sh of Guanxi, for %s.\n' "${!minimum_of[*]}"
        printf 'Types: deb\nURIs: %s\nSuites: %s-backports\nComponents: main\n' "$mirror" "$codename"
        # Without this line apt falls back to the keys it trusts for everything; right where the file is missing.
        [[ ! -r $keyring ]] || printf 'Signed-By: %s\n' "$keyring"
    } | as_root tee "/etc/apt/sources.list.d/guanxi-backports.sources" >/dev/null
    say "enabled $codename-backports from the mirror in use"
}

install_missing() {
    local arguments=("${missing[@]}") suffix=''
    [[ $use_backports == no ]] || suffix=/$codename-backports
    arguments+=("${outdated[@]/%/$suffix}")
    # The update's own result does not count: a foreign source that is down must not stop us. If something that
    # we need is really unreachable, the install fails and the next attempt updates again.
    apt_get update || true
    apt_get install --no-install-recommends "${arguments[@]}"
}

codename='' full=no
case "${1:-}" in
    '') ;;
    --full) full=yes ;;
    *) fail "unknown option '$1'; the only one is --full" ;;
esac
if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    fail "this is not Debian or Ubuntu; the packages to find are listed in $0"
fi
export DEBIAN_FRONTEND=noninteractive
# shellcheck source=/dev/null
codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
use_backports=no
[[ $codename != bookworm ]] || use_backports=yes

mapfile -t plain < <({ required_packages; [[ $full == no ]] || full_packages; } | awk '{ print $1 }')
declare -A minimum_of=()
while read -r name minimum _; do
    minimum_of[$name]=$minimum
done < <(versioned_packages)

missing=() outdated=()
find_missing
wanted=("${missing[@]}" "${outdated[@]}")
if [[ ${#wanted[@]} -eq 0 ]]; then
    say "all $((${#plain[@]} + ${#minimum_of[@]})) packages are installed"
    exit 0
fi
if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
    fail "run this as root, or install: ${wanted[*]}"
fi

say "installing ${wanted[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if [[ $use_backports == yes && ${#outdated[@]} -gt 0 ]]; then
    enable_backports
fi
for ((attempt = 1; attempt <= attempts; attempt++)); do
    if install_missing >"$log" 2>&1; then
        say "installed, ${#wanted[@]} in all"
        exit 0
    fi
    say "attempt $attempt of $attempts failed" >&2
    [[ $attempt -eq $attempts ]] || sleep $((attempt * 10))
done
tail -n 60 "$log" >&2
fail "could not install: ${wanted[*]}"
