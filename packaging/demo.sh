#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Guanxi to look at: builds it, makes the demo company, starts its server on this machine and opens the desktop signed
# in as the administrator. Without a screen it takes the tour on a virtual one and leaves the pictures.
#
#   packaging/demo.sh [--fresh] [--data DIR] [--scale N]
#
#   --fresh     forget the demo company in the folder and make a new one
#   --data DIR  where it lives (default: build/demo)
#   --scale N   a company N times the size, when a new one is made
#
# In the folder: server/ (database, demo-password.txt), desktop/ (its local copy), screenshots/, server.log.
set -euo pipefail

start_folder=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
readonly root
readonly bin=$root/build/release/bin
readonly ready_seconds=60 tour_limit=15m port_attempts=20

say() { printf 'demo: %s\n' "$*"; }
fail() { say "$@" >&2; exit 1; }

data=$root/build/demo fresh=no scale=''
server_pid='' desktop_pid=''

# Each program runs in a session of its own, so ending the session's group leaves no child behind.
end_group() {
    local pid=$1 tenths
    [[ -n $pid ]] || return 0
    kill -TERM -- "-$pid" 2>/dev/null || true
    for ((tenths = 0; tenths < 100; tenths++)); do
        kill -0 -- "-$pid" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL -- "-$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
}

clean_up() {
    end_group "$desktop_pid"
    end_group "$server_pid"
    desktop_pid='' server_pid=''
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

read_options() {
    while (($# > 0)); do
        case $1 in
            --fresh) fresh=yes ;;
            --data | --scale)
                (($# > 1)) || fail "$1 needs a value"
                if [[ $1 == --scale ]]; then scale=$2; else data=$2; fi
                shift
                ;;
            *) fail "unknown option '$1'; there are --fresh, --data DIR and --scale N" ;;
        esac
        shift
    done
    [[ $data == /* ]] || data=$start_folder/$data
    [[ -z $scale || $scale =~ ^[0-9]+(\.[0-9]+)?$ ]] || fail "--scale '$scale' is not a number"
}

build() {
    mkdir -p "$root/build"
    local log=$root/build/demo-build.log
    say "building, which takes minutes the first time"
    if ! { cmake --preset release && cmake --build --preset release --target guanxi guanxi-server --parallel "$(nproc)"; } >"$log" 2>&1; then
        tail -n 60 "$log" >&2
        fail "the build failed; all of its output is in $log"
    fi
}

# A company counts as made once `complete` exists, so an interrupted generator never leaves half of one in use.
# Files are removed only from a folder that this script has made.
make_company() {
    if [[ $fresh == no && -e $data/complete ]]; then
        return
    fi
    mkdir -p "$data"
    if [[ ! -e $data/guanxi-demo && -n $(ls -A "$data") ]]; then
        fail "$data holds other files; name an empty or a new folder"
    fi
    : >"$data/guanxi-demo"
    rm -rf -- "$data"/{complete,server,desktop,screenshots,port}
    say "making the demo company"
    "$bin/guanxi-server" demo --data "$data/server" ${scale:+--scale "$scale"}
    : >"$data/complete"
}

port_is_free() {
    ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# The last port if it is still free, so that an enrolled desktop finds its server again.
choose_port() {
    local attempt candidate
    if [[ -r $data/port ]]; then
        candidate=$(<"$data/port")
        if [[ $candidate =~ ^[0-9]+$ ]] && port_is_free "$candidate"; then
            port=$candidate
            return
        fi
    fi
    for ((attempt = 0; attempt < port_attempts; attempt++)); do
        candidate=$((20000 + RANDOM % 12000))
        if port_is_free "$candidate"; then
            port=$candidate
            printf '%s\n' "$port" >"$data/port"
            return
        fi
    done
    fail "found no free port"
}

start_server() {
    local log=$data/server.log tenths
    # --pdeathsig: the kernel ends the server when this script is killed, for then no trap runs.
    setsid setpriv --pdeathsig TERM "$bin/guanxi-server" run --data "$data/server" --host 127.0.0.1 --port "$port" \
        >"$log" 2>&1 </dev/null &
    server_pid=$!
    for ((tenths = 0; tenths < ready_seconds * 10; tenths++)); do
        if grep -qF "listening on 127.0.0.1:$port" "$log"; then
            say "the server listens on 127.0.0.1:$port"
            return
        fi
        kill -0 "$server_pid" 2>/dev/null || break
        sleep 0.1
    done
    tail -n 40 "$log" >&2
    fail "the server did not start"
}

connection_code() {
    local answer
    answer=$("$bin/guanxi-server" code --data "$data/server" --json)
    sed -n 's/.*"code"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' <<<"$answer" | head -n 1
}

# Runs the desktop, or what it is wrapped in; in the background, so that a signal is served at once.
run_desktop() {
    local result=0
    setsid setpriv --pdeathsig TERM "$@" &
    desktop_pid=$!
    wait "$desktop_pid" || result=$?
    end_group "$desktop_pid"
    desktop_pid=''
    return "$result"
}

take_tour() {
    local pictures=$data/screenshots log=$data/tour.log
    rm -rf -- "$pictures"
    mkdir -p "$pictures"
    say "no screen here, so the tour runs on a virtual one"
    if ! run_desktop env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb timeout --foreground --kill-after=10s "$tour_limit" \
        xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24' \
        "${desktop[@]}" --tour "$pictures" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        fail "the tour failed"
    fi
    [[ -n $(find "$pictures" -name '*.png' -print -quit) ]] || fail "the tour left no picture"
    find "$pictures" -name '*.png' | sort
}

read_options "$@"
packaging/dependencies.sh
build
make_company
choose_port
start_server
code=$(connection_code)
[[ -n $code ]] || fail "the server gave no connection code"
password_file=$data/server/demo-password.txt
desktop=("$bin/guanxi" --data "$data/desktop" --code "$code" --user admin --password-file "$password_file")

if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    say "signed in as admin, whose password is in $password_file; closing the window ends the demo"
    run_desktop "${desktop[@]}"
else
    take_tour
fi
