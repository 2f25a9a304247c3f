#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A private PostgreSQL for the tests: own data, own port, own user, gone after `stop`.
#
#   tests/postgres.sh start    makes and starts it; does nothing when it runs already
#   tests/postgres.sh env      prints GUANXI_TEST_POSTGRES=host=127.0.0.1;port=…;user=guanxi;dbname=guanxi_test
#                              use it as: export "$(tests/postgres.sh env)"
#   tests/postgres.sh standby  starts a streaming replica of it (made at the first time, on the same port from then on) and
#                              prints GUANXI_TEST_STANDBY=host=…, likewise
#   tests/postgres.sh standby-kill    ends the replica as a power cut would; `standby` starts it again
#   tests/postgres.sh standby-remove  ends it for good
#   tests/postgres.sh stop     stops both and removes their data
#
# It trusts every connection, so it listens on the loopback address and a socket in its own folder only.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
readonly root
readonly state=$root/build/postgres     # the cluster itself, and home.txt, which says where it really lies
readonly owner=guanxi-postgres          # PostgreSQL refuses to run as root
readonly superuser=guanxi database=guanxi_test
readonly standby_state=$state/standby-port.txt
readonly socket_path_limit=107          # of the kernel; a longer path cannot be bound
readonly port_attempts=5

say() { printf 'postgres: %s\n' "$*"; }
fail() { say "$@" >&2; exit 1; }

# Runs a command as the cluster's user, with nothing of our environment, in a folder that every user can enter. The
# lock stays with this script.
as_owner() {
    local clean=(env -C / -i "PATH=$bin:/usr/bin:/bin" LANG=C.UTF-8 TZ=UTC)
    if [[ $EUID -eq 0 ]]; then
        clean+=(setpriv "--reuid=$owner" "--regid=$owner" --clear-groups)
    fi
    "${clean[@]}" "$@" 9>&-
}

find_programs() {
    local candidates
    mapfile -t candidates < <(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V)
    bin=${candidates[-1]}
    [[ -x $bin/initdb ]] || fail "PostgreSQL is not installed; packaging/dependencies.sh installs it"
}

make_owner() {
    [[ $EUID -eq 0 ]] || return 0
    id "$owner" >/dev/null 2>&1 \
        || useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$owner"
}

owned_by_owner() {
    install -d -m 0700 "$1"
    [[ $EUID -ne 0 ]] || chown "$owner:$owner" "$1"
}

# Where the cluster lies: under build/, or in a temporary folder when the cluster's user cannot get there (a checkout
# under /root) or when the socket's path would be too long.
make_home() {
    home=$state/cluster
    owned_by_owner "$home"
    local longest="$home/socket/.s.PGSQL.65535.lock"
    if ((${#longest} > socket_path_limit)) || ! as_owner test -w "$home" 2>/dev/null; then
        rmdir "$home"
        home=$(mktemp -d /tmp/guanxi-postgres.XXXXXXXX)
        owned_by_owner "$home"
    fi
    printf '%s\n' "$home" >"$state/home.txt"
    owned_by_owner "$home/socket"
}

# Sets `home` from the last start. Only a folder that make_home can have made is accepted: it will be removed.
find_home() {
    home=''
    [[ -r $state/home.txt ]] || return 1
    home=$(<"$state/home.txt")
    [[ $home == "$state/cluster" || $home =~ ^/tmp/guanxi-postgres\.[A-Za-z0-9]{8}$ ]] || { home=''; return 1; }
}

# Asks for an answer too: after a restart of the machine another process may have the number in the old pid file.
running() {
    find_home && [[ -r $state/port.txt ]] \
        && as_owner "$bin/pg_ctl" -D "$home/data" status >/dev/null 2>&1 \
        && as_owner "$bin/pg_isready" -q -h 127.0.0.1 -p "$(<"$state/port.txt")" -t 10
}

initialise() {
    as_owner "$bin/initdb" -D "$home/data" --username="$superuser" --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
        --no-sync >"$state/initdb.log" 2>&1 || { cat "$state/initdb.log" >&2; fail "initdb failed"; }
    as_owner tee "$home/data/pg_hba.conf" >/dev/null <<'CONF'
local all all              trust
host  all all 127.0.0.1/32 trust
host  replication all 127.0.0.1/32 trust
CONF
    # fsync stays on: the tests of durability and of kill -9 mean nothing without it.
    as_owner tee -a "$home/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = '"${home//\'/\'\'}/socket"'
unix_socket_permissions = 0700
fsync = on
full_page_writes = on
synchronous_commit = on
max_connections = 200
wal_keep_size = '256MB'
timezone = 'UTC'
log_timezone = 'UTC'
CONF
}

port_is_free() {
    ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Starts the cluster in a folder, on a free port below the range that the kernel gives to outgoing connections, or on the
# one that the file names. Somebody else may take a port between look and start, so a failed start tries another one.
start_cluster() {    # FOLDER PORT_FILE
    local attempt port
    for ((attempt = 1; attempt <= port_attempts; attempt++)); do
        if [[ -r $2 ]]; then
            port=$(<"$2")
        else
            port=$((20000 + RANDOM % 12000))
        fi
        port_is_free "$port" || continue
        # The redirection matters: a server that inherits our output keeps `$(…)` waiting for ever.
        if as_owner "$bin/pg_ctl" -D "$1" -l "$home/server.log" -w -t 60 -o "-p $port" start \
            >"$state/start.log" 2>&1 </dev/null; then
            printf '%s\n' "$port" >"$2"
            return
        fi
    done
    cat "$state/start.log" "$home/server.log" >&2 || true
    fail "could not be started"
}

standby_running() { as_owner "$bin/pg_ctl" -D "$home/standby" status >/dev/null 2>&1; }

kill_standby() {
    if find_home && standby_running; then
        as_owner "$bin/pg_ctl" -D "$home/standby" -m immediate -w -t 30 stop >/dev/null 2>&1 || fail "the standby does not stop"
    fi
}

# What it lacks by now the primary may have thrown away, and one that was made a primary has another history: a new copy
# is made for whoever needs one next.
remove_standby() {
    kill_standby
    if find_home; then
        rm -rf -- "$home/standby" "$standby_state"
    fi
}

remove_all() {
    if find_home; then
        remove_standby
        rm -rf -- "$home"
    fi
    rm -rf -- "$state"
}

start() {
    if running; then
        say "runs already on port $(<"$state/port.txt")"
        return
    fi
    # Test data is never worth repairing: what an interrupted run has left is replaced.
    remove_all
    mkdir -p "$state"
    make_owner
    make_home
    initialise
    start_cluster "$home/data" "$state/port.txt"
    as_owner "$bin/createdb" -h 127.0.0.1 -p "$(<"$state/port.txt")" -U "$superuser" "$database"
    say "runs on port $(<"$state/port.txt"), data in $home"
}

print_place() {    # VARIABLE PORT_FILE
    printf '%s=host=127.0.0.1;port=%s;user=%s;dbname=%s\n' "$1" "$(<"$2")" "$superuser" "$database"
}

print_env() {
    running || fail "is not running; tests/postgres.sh start"
    print_place GUANXI_TEST_POSTGRES "$state/port.txt"
}

standby() {
    running || fail "is not running; tests/postgres.sh start"
    if ! [[ -e $standby_state ]]; then
        as_owner "$bin/pg_basebackup" -h 127.0.0.1 -p "$(<"$state/port.txt")" -U "$superuser" -D "$home/standby" \
            --write-recovery-conf --wal-method=stream --checkpoint=fast --no-sync >"$state/basebackup.log" 2>&1 \
            || { cat "$state/basebackup.log" >&2; fail "no copy for a standby could be made"; }
    fi
    standby_running || start_cluster "$home/standby" "$standby_state"
    print_place GUANXI_TEST_STANDBY "$standby_state"
}

stop() {
    if running; then
        as_owner "$bin/pg_ctl" -D "$home/data" -m fast -w -t 30 stop >/dev/null 2>&1 \
            || as_owner "$bin/pg_ctl" -D "$home/data" -m immediate -w -t 30 stop >/dev/null 2>&1 \
            || fail "does not stop; its data is in $home"
        say "stopped"
    fi
    remove_all
}

find_programs
# Two runs at the same time must not make two clusters in one folder.
mkdir -p "$root/build"
exec 9>"$root/build/postgres.lock"
flock 9
case "${1:-}" in
    start) start ;;
    env) print_env ;;
    standby) standby ;;
    standby-kill) kill_standby ;;
    standby-remove) remove_standby ;;
    stop) stop ;;
    *) fail "say start, stop, env, standby, standby-kill or standby-remove" ;;
esac
