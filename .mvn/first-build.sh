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
  [ -n "${HOME-}" ] || find_home
  idle=0
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

# Services are started without it, and Maven keeps in its folder .m2 what it fetches.
find_home() {
  HOME=$(eval "printf %s ~$(id -un 2>/dev/null)")
  [ -d "$HOME" ] || fail "cannot build photocat: HOME is not set, and Maven keeps what it fetches in its folder .m2" \
    "set HOME to a folder of yours"
  export HOME
}

wait_for_another_start() {
  [ -n "${waiting-}" ] || echo "waiting for another start of photocat, which builds it now" >&2
  waiting=yes
  # Whoever builds touches the lock every second. By the clock of the file system, which may not be that of this machine.
  touch -r "$lock" "$lock.$$" 2>/dev/null || true
  sleep 1
  if [ "$lock" -nt "$lock.$$" ]; then idle=0; else idle=$((idle + 1)); fi
  rm -f "$lock.$$"
  ! is_given_up || { rm -rf "$lock" && idle=0; }
}

# Tells whether who made the lock was killed: at once where it was on this machine, otherwise after a minute.
is_given_up() {
  host=''
  { read -r host || true; } 2>/dev/null <"$lock/host" || true
  [ "$idle" -ge 60 ] || { [ "$idle" -ge 3 ] && [ "${host:-$(uname -n)}" = "$(uname -n)" ] && ! is_at_work; }
}

# Tells whether the start that builds still runs, or the Maven that it has left behind.
is_at_work() {
  for part in start maven; do
    pid=''
    { read -r pid || true; } 2>/dev/null <"$lock/$part" || true
    [ -z "$pid" ] || ! kill -0 "$pid" 2>/dev/null || return 0
  done
  return 1
}

run_maven() {
  echo "building photocat in $home, at the first start only: up to 145 MB from Maven Central, a minute or two" >&2
  # What an interrupted build left is not whole.
  rm -rf "$app" "$home/target/classes" "$home/target/maven-status"
  : >"$log"
  uname -n >"$lock/host"
  echo $$ >"$lock/start"
  show_progress &
  progress=$!
  # In the foreground, where Ctrl-C ends it too.
  (
    export JAVA_HOME="$jdk"
    # Each becomes the next, so that the number is that of Maven.
    cd "$home" && exec sh -c 'echo $$ >"$0" && exec sh ./mvnw -B -Dstyle.color=never -Dapp.only package' "$lock/maven"
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
  while sleep 1 >/dev/null 2>&1 && read -r pid 2>/dev/null <"$lock/start" && [ "$pid" = $$ ] && is_at_work; do
    touch -c "$lock"
    seconds=$((seconds + 1))
    if ! kill -0 $$ 2>/dev/null; then
      continue # nobody reads it any more
    elif is_screen; then
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
  network='' reason='' room='' last=''
  while IFS= read -r line; do
    case $line in
      *'No space left on device'* | *'Disk quota exceeded'*) room=$line ;;
      *' from/to '*'): '*)
        network=${line#*' from/to '}
        network=${network#*'): '}
        break
        ;;
      'Exception in thread "main" java'*.net.* | *': Failed to fetch '* | 'wget: '* | 'curl: '* | *' ERROR '[45]??:* | 'ERROR: '*)
        network=${line#*\"main\" }
        break
        ;;
      '[ERROR] Failed to execute goal '*) reason=${line#'[ERROR] '} ;;
      # What Java says before it is the reason.
      'Error: Could not create the Java Virtual Machine.') reason=${reason:-$last} ;;
      'Error: Could not find or load main class org.codehaus.plexus.'*)
        fail "cannot build photocat: the Maven that was fetched is not whole" \
          "remove ${MAVEN_USER_HOME:-$HOME/.m2}/wrapper: the next start fetches it again"
        ;;
      'Error: '*) reason=${reason:-${line#'Error: '}} ;;
      # Sentences that only lead to the reason.
      '[ERROR] '*' problem'* | '[ERROR] Error executing Maven.') ;;
      '[ERROR] '*[!\ ]* | '[FATAL] '*) reason=${reason:-${line#*'] '}} ;;
      ?*) last=$line ;;
    esac
  done <"$log"
  whole="all that Maven said is in $log"
  if [ -n "$network" ]; then
    network=${network%% @ line *}
    reason="cannot fetch from Maven Central: ${network%:}"
    whole="docs/how-to/set-up.md says what to set behind a proxy; $whole"
  elif [ -n "$room" ]; then
    case $room in *'Disk quota'*) reason='Disk quota exceeded' ;; *) reason='No space left on device' ;; esac
    whole="make room in $home/target and ${MAVEN_USER_HOME:-$HOME/.m2}; $whole"
  elif [ "$outcome" -gt 128 ]; then
    reason="signal $((outcome - 128)) ended Maven"
    [ "$outcome" != 137 ] || whole="the system does so where memory is short; $whole"
  fi
  reason=${reason:-${last:-Maven ended with $outcome and said nothing}}
  reason=${reason%% @ line *}
  fail "cannot build photocat: ${reason%% -> *}" "$whole"
}
