#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From a fresh checkout to a verdict: installs the dependencies, builds, starts a private PostgreSQL, runs every test.
#
#   tests/run.sh           the suite that every change must pass
#   tests/run.sh --full    also the sanitizers, fuzzing and long runs (GUANXI_FULL=1 tells the tests to do more)
#
# What it runs:
#   build/ci/bin/test_*         Catch2 programs; each test case counts, a skipped one as failed
#   build/ci/bin/guanxi-simulator --seeds 1..2000    one check
#   tests/*/check_*.sh          one check each, from the top folder, with BIN naming the folder of the programs
#
# Every program gets GUANXI_TEST_POSTGRES, the offscreen platform and settings folders of its own. The last line says
# `N passed, N failed`; the exit code is 1 when anything failed or nothing ran. Logs stay in build/results.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
readonly root
readonly results=$root/build/results
readonly test_limit=20m simulator_full_limit=3h
readonly fuzz_seconds=${GUANXI_FUZZ_SECONDS:-60}    # of each reader
readonly head_lines=150 tail_lines=60          # of a failed program's output, in the summary
jobs=$(nproc)

passed=0 failed=0
launch=()                   # what the program under test is started by
running=''                  # the process group of the program under test
own_postgres=no
scratch=''                  # home of the tests' settings and caches

clean_up() {
    stop_group
    [[ $own_postgres == no ]] || tests/postgres.sh stop >/dev/null || true
    own_postgres=no
    [[ -z $scratch ]] || rm -rf -- "$scratch"
    scratch=''
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# --- counting ---------------------------------------------------------------------------------------------------------

shorten() {
    local lines
    lines=$(wc -l <"$1")
    if ((lines <= head_lines + tail_lines)); then
        cat "$1"
    else
        head -n "$head_lines" "$1"
        printf '… %d lines left out, all of them in %s …\n' $((lines - head_lines - tail_lines)) "${1#"$root"/}"
        tail -n "$tail_lines" "$1"
    fi
}

# count NAME PASSED FAILED LOG [NOTE]: adds to the totals; a failure's output goes into the summary.
count() {
    local name=$1 log=$4 note=${5:-}
    passed=$((passed + $2)) failed=$((failed + $3))
    printf '   %-44s %5d passed, %d failed%s\n' "$name" "$2" "$3" "${note:+ ($note)}"
    if (($3 > 0)); then
        {
            printf '\n=== %s: %d failed%s\n' "$name" "$3" "${note:+ ($note)}"
            [[ ! -s $log ]] || shorten "$log"
        } >>"$results/failures.txt"
    fi
}

count_exit() {    # NAME EXIT_CODE LOG
    if (($2 == 0)); then
        count "$1" 1 0 "$3"
    else
        count "$1" 0 1 "$3" "$(describe_exit "$2")"
    fi
}

describe_exit() {
    case $1 in
        0) ;;
        124 | 137) printf 'killed, or over the time limit' ;;
        129 | 13? | 14?) printf 'crashed with signal %s' "$(kill -l $(($1 - 128)))" ;;
        *) printf 'exit code %d' "$1" ;;
    esac
}

timed() {    # NAME COMMAND…
    local name=$1 started=$SECONDS result=0
    shift
    printf '== %s\n' "$name"
    "$@" || result=$?
    printf '== %s: %d s\n' "$name" $((SECONDS - started))
    return "$result"
}

# --- running one program ----------------------------------------------------------------------------------------------

stop_group() {
    [[ -n $running ]] || return 0
    kill -TERM -- "-$running" 2>/dev/null || true
    kill -KILL -- "-$running" 2>/dev/null || true
    running=''
}

# limited LIMIT LOG PROGRAM…: in a process group of its own, so that a server which a dead test leaves behind ends too.
# In the background, so that an interrupt is served at once; `--default-signal`, because background jobs of a script
# ignore the interrupt, and the tests of the server need it.
limited() {
    local limit=$1 log=$2 result=0
    shift 2
    env --default-signal=INT,QUIT -u LC_ALL -u LANGUAGE -u DISPLAY -u WAYLAND_DISPLAY \
        LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen "BIN=$bin" \
        "XDG_CONFIG_HOME=$scratch/config" "XDG_DATA_HOME=$scratch/data" "XDG_CACHE_HOME=$scratch/cache" \
        "XDG_STATE_HOME=$scratch/state" "XDG_RUNTIME_DIR=$scratch/runtime" \
        timeout --kill-after=30s "$limit" "${launch[@]}" "$@" >"$log" 2>&1 </dev/null &
    running=$!
    { wait "$running" || result=$?; } 2>/dev/null    # the shell's own word on a crash; describe_exit says it shorter
    stop_group
    return "$result"
}

attribute() {    # NAME TAG
    sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$2"
}

# Runs one Catch2 program. The numbers come from its XML report; the log has the readable one. Whatever ends without a
# report, or badly though its cases passed (a leak, a crash at exit), is one failure.
run_catch() {    # SUITE PROGRAM [TESTS]
    local name=$1/${2##*/} result=0 cases='' good=0 bad=0 note=''
    local log=$results/$name.log report=$results/$name.xml
    limited "$test_limit" "$log" "$2" "${@:3}" --allow-running-no-tests \
        --reporter console --reporter "XML::out=$report" || result=$?
    note=$(describe_exit "$result")
    [[ ! -r $report ]] || cases=$(grep -o '<OverallResultsCases [^>]*>' "$report" | tail -n 1) || true
    if [[ -z $cases ]]; then
        count "$name" 0 1 "$log" "no result, ${note:-exit code 0}"
        return
    fi
    local failures skips expected
    failures=$(attribute failures "$cases") skips=$(attribute skips "$cases")
    expected=$(attribute expectedFailures "$cases")
    good=$(($(attribute successes "$cases") + ${expected:-0}))
    bad=$((failures + ${skips:-0}))
    if ((good + bad == 0 && result == 0)); then
        [[ $# -gt 2 ]] || count "$name" 0 1 "$log" "has no test case"
        return 0
    fi
    if ((result != 0 && bad == 0)); then
        bad=1
    elif ((result >= 124)); then
        note+=", so later cases did not run"
    else
        note=''    # the exit code says no more than the numbers do
    fi
    if ((${skips:-0} > 0)); then
        note="$skips skipped${note:+, $note}"
    fi
    count "$name" "$good" "$bad" "$log" "$note"
}

run_catch_programs() {    # PRESET [TESTS]
    local program before=$((passed + failed))
    mkdir -p "$results/$1"
    for program in "$bin"/test_*; do
        [[ -f $program && -x $program ]] || continue
        run_catch "$1" "$program" "${@:2}"
    done
    # A suite that lost all its tests must not look like one that passed.
    ((passed + failed > before)) || count "$1: test programs" 0 1 /dev/null "there was no test to run"
}

run_simulator() {    # SEEDS LIMIT
    local simulator=$bin/guanxi-simulator log=$results/simulator.log help result=0
    [[ -x $simulator ]] || { printf '   no simulator\n'; return 0; }
    limited 1m "$log" "$simulator" --help || true
    help=$(<"$log")
    [[ $help == *--seeds* ]] || { printf '   this simulator takes no seeds\n'; return 0; }
    limited "$2" "$log" "$simulator" --seeds "$1" --threads "$jobs" || result=$?
    count_exit "simulator, seeds $1" "$result" "$log"
}

run_checks() {
    local script log result
    mkdir -p "$results/checks"
    for script in tests/*/check_*.sh; do
        [[ -f $script ]] || continue
        [[ -x $script ]] || { printf '   %s is not executable, so it did not run\n' "$script"; continue; }
        log=${script#tests/} result=0
        log=$results/checks/${log//\//-}.log
        limited "$test_limit" "$log" "./$script" || result=$?
        count_exit "$script" "$result" "$log"
    done
}

# --- the phases -------------------------------------------------------------------------------------------------------

# Lets a second run, and a fresh clone elsewhere on the same machine, reuse the compiler's work: paths relative to the
# checkout, and precompiled headers, which ccache leaves alone unless told that their content decides.
prepare_ccache() {
    export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$root} CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-1}
    export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros,include_file_mtime,include_file_ctime}
}

build_preset() {
    cmake --preset "$1" && cmake --build --preset "$1" --parallel "$jobs" || return
    # Programs of tests that no longer exist would run on for ever.
    ninja -C "build/$1" -t cleandead >/dev/null
}

# Builds a preset and points BIN at its programs.
build() {
    local log=$results/build-$1.log errors=$results/build-$1-errors.log
    bin=$root/build/$1/bin
    if build_preset "$1" >"$log" 2>&1; then
        return
    fi
    # The first failed commands tell more than the end of a parallel build.
    sed -n '/FAILED:\|CMake Error/,$p' "$log" >"$errors"
    [[ -s $errors ]] || tail -n "$head_lines" "$log" >"$errors"
    count "build of preset $1" 0 1 "$errors"
    return 1
}

start_postgres() {
    local log=$results/postgres.log
    if ! tests/postgres.sh env >/dev/null 2>&1; then
        own_postgres=yes
        if ! tests/postgres.sh start >"$log" 2>&1; then
            count "PostgreSQL" 0 1 "$log" "did not start"
            return 0    # the rest still has something to say
        fi
    fi
    local setting
    setting=$(tests/postgres.sh env)
    export "${setting?}"
}

prepare_scratch() {
    # Short, because sockets of the programs go there and a socket's path has a limit.
    scratch=$(mktemp -d /tmp/guanxi-tests.XXXXXXXX)
    mkdir -m 0700 "$scratch"/{config,data,cache,state,runtime}
}

sanitizer_options() {
    local suppressions
    export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=1}
    export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
    suppressions=$root/tests/support/lsan.supp
    [[ ! -r $suppressions ]] || export LSAN_OPTIONS=suppressions=$suppressions:print_suppressions=0
    suppressions=$root/tests/support/tsan.supp
    [[ ! -r $suppressions ]] || export TSAN_OPTIONS=suppressions=$suppressions
}

default_suite() {    # SEEDS SIMULATOR_LIMIT
    if timed "build (ci)" build ci; then
        timed "tests (ci)" run_catch_programs ci
        timed "simulator" run_simulator "$1" "$2"
        timed "checks" run_checks
    fi
}

sanitizer_suites() {
    sanitizer_options
    if timed "build (asan)" build asan; then
        timed "tests (asan)" run_catch_programs asan
    fi
    # The distribution's Qt is not instrumented, so only the tests that hand over through our own queues can tell.
    if timed "build (tsan)" build tsan; then
        launch=(setarch -R)    # the sanitizer's map of the memory leaves no room for a random one
        timed "tests (tsan)" run_catch_programs tsan '[threads]'
        launch=()
    fi
}

# Each reader of a stranger's bytes for a while; what broke it lies in build/results/fuzz and belongs, once mended, into
# tests/fuzz/corpus.
fuzz() {
    local program name place result
    for program in "$bin"/fuzz_*; do
        [[ -x $program ]] || continue
        name=${program##*/} result=0
        place=$results/fuzz/$name
        mkdir -p "$place/inputs"
        limited "$test_limit" "$place/log" "$program" "$place/inputs" "-artifact_prefix=$place/" \
            "-max_total_time=$fuzz_seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 || result=$?
        count_exit "$name, $fuzz_seconds s" "$result" "$place/log"
    done
}

fuzzing() {
    if timed "build (fuzz)" build fuzz; then
        timed "fuzzing" fuzz
    fi
}

report() {
    [[ ! -s $results/failures.txt ]] || cat "$results/failures.txt"
    printf '\n%d s in all\n%d passed, %d failed\n' "$SECONDS" "$passed" "$failed"
    ((failed == 0 && passed > 0))
}

full=no
case "${1:-}" in
    '') ;;
    --full) full=yes ;;
    *) printf 'unknown option %s; the only one is --full\n' "'$1'" >&2; exit 2 ;;
esac

rm -rf -- "$results"
mkdir -p "$results"
bin=$root/build/ci/bin
dependencies=(packaging/dependencies.sh)
[[ $full == no ]] || { dependencies+=(--full); export GUANXI_FULL=1; }

if ! timed "dependencies" "${dependencies[@]}"; then
    count "dependencies" 0 1 /dev/null "could not be installed"
    report
    exit 1
fi
prepare_ccache
prepare_scratch
timed "PostgreSQL" start_postgres
if [[ $full == no ]]; then
    default_suite 1..2000 "$test_limit"
else
    default_suite 1..100000 "$simulator_full_limit"
    sanitizer_suites
    fuzzing
fi
clean_up
report
