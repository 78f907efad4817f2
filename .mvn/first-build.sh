# Sourced by photocat where there is no target/app yet: has Maven make it, without the tests and what they need.
# Takes $home, $app, $java, $jdk and $wanted.

log=$home/target/first-build.log
# There while a start builds: a folder, since on every file system, NFS included, only one can make it.
lock=$home/target/first-build

build_app() {
  [ -x "$jdk/bin/javac" ] || fail "$java has no compiler beside it" "$wanted"
  found=$( (mkdir -p "$home/target" && mkdir "$lock.$$" && rmdir "$lock.$$" && : >>"$log") 2>&1) ||
    fail "cannot build photocat: cannot write to $home/target: ${found##*: }" \
      "start it once as a user who can write there, or make a clone of your own"
  until mkdir "$lock" 2>/dev/null; do
    wait_for_another_start
    [ ! -e "$app/photocat.jar" ] || return 0
  done
  progress=''
  on_signals 'end_build; echo "interrupted: the next start builds photocat" >&2'
  [ -e "$app/photocat.jar" ] || run_maven && outcome=0 || outcome=$?
  end_build
  trap - HUP INT TERM
  [ "$outcome" = 0 ] || explain_failure
}

wait_for_another_start() {
  [ -n "${waiting-}" ] || echo "waiting for another start of photocat, which builds it now" >&2
  waiting=yes
  sleep 1
  # A start that was killed touches it no longer.
  find "$lock" -prune -mmin +1 -exec rm -rf {} \; 2>/dev/null || true
}

run_maven() {
  echo "building photocat in $home, at the first start only: up to 145 MB from Maven Central, a minute or two" >&2
  # What an interrupted build left is not whole.
  rm -rf "$app" "$home/target/classes" "$home/target/maven-status"
  : >"$log"
  : >"$lock/$$"
  show_progress &
  progress=$!
  # In the foreground, where Ctrl-C ends it too.
  (
    export JAVA_HOME="$jdk"
    cd "$home" && exec sh ./mvnw -B -Dstyle.color=never -Dapp.only package
  ) >>"$log" 2>&1 </dev/null
}

end_build() {
  rm -rf "$lock"
  [ -n "$progress" ] || return 0
  # Should it not hear the signal, it still finds the lock gone.
  kill "$progress" 2>/dev/null || true
  wait "$progress" 2>/dev/null || true
  ! is_screen || printf '\r\033[K' >&2
}

is_screen() {
  [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]
}

# Every second, until the build ends or is killed: on a terminal one line that changes, elsewhere a line now and then.
show_progress() {
  seconds=0
  while sleep 1 >/dev/null 2>&1 && [ -e "$lock/$$" ] && kill -0 $$ 2>/dev/null; do
    touch -c "$lock"
    seconds=$((seconds + 1))
    if is_screen; then
      printf '\r  %d s: %s\033[K' "$seconds" "$(maven_stage)" >&2
    elif [ $((seconds % 10)) = 0 ]; then
      printf '  %d s: %s\n' "$seconds" "$(maven_stage)" >&2
    fi
  done
}

# What the log has come to: '87 files, 34 MB, duckdb_jdbc-2.0.0.1.jar'.
maven_stage() {
  LC_ALL=C awk '
    BEGIN { stage = "fetching Maven" }
    / Downloading from / { coming[$5] }
    / Downloaded from / {
      delete coming[$5]
      files++
      megabytes += substr($6, 2) * ($7 == "MB" ? 1 : $7 == "kB" ? 0.001 : 0.000001)
    }
    / Scanning for projects/ { stage = "fetching libraries" }
    / --- compiler:/ { stage = "compiling" }
    / --- jar:/ { stage = "putting it together" }
    END {
      for (address in coming) stage = address
      sub(".*/", "", stage)
      printf "%d files, %d MB, %s", files, megabytes, stage
    }
  ' "$log" 2>/dev/null || true
}

# Says in one line what the log says in hundreds.
explain_failure() {
  network='' reason=''
  while IFS= read -r line; do
    case $line in
      *' from/to '*'): '*)
        network=${line#*' from/to '}
        network=${network#*'): '}
        break
        ;;
      'Exception in thread "main" java'*.net.* | *': Failed to fetch '*)
        network=${line#*\"main\" }
        break
        ;;
      '[ERROR] Failed to execute goal '*) reason=${line#'[ERROR] '} ;;
      'Error: '*) reason=${line#'Error: '} ;;
      ?*) last=$line ;;
    esac
  done <"$log"
  whole="all that Maven said is in $log"
  if [ -n "$network" ]; then
    reason="cannot fetch from Maven Central: ${network%% @ line *}"
    whole="docs/how-to/set-up.md says what to set behind a proxy; $whole"
  fi
  reason=${reason:-${last-}}
  fail "cannot build photocat: ${reason%% -> *}" "$whole"
}
