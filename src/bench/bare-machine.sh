#!/usr/bin/env bash
# Runs the README's two commands on bare machines: a minimal Debian with a JDK, git and nothing else, where the committed
# state of this repository is cloned. Prints a row of a table for each command; ends with 1 if one of them failed.
# Root only, with debootstrap. A machine is a folder in namespaces of its own: it takes neither mounts nor processes of this one.
set -euo pipefail

usage() {
  cat <<'END'
usage: bare-machine.sh [OPTION…]; where it says LIST, each of a,b,c is combined with each of the others
  --jdk LIST      17 (Debian bookworm), 25 (Debian trixie)             (default: 17)
  --user LIST     user, root                                           (default: user)
  --locale LIST   what LANG says, none of them is installed; unset     (default: unset)
  --start LIST    foreground (at a terminal), nohup, background        (default: foreground)
  --folder NAME   of the clone in the user's home                      (default: photocat)
  --run COMMAND   instead of './photocat demo' and './mvnw verify'; may be given several times
  --seed FOLDER   of a ~/.m2 whose repository and Maven the machine begins with (default: it downloads all)
  --keep          keep the machines and say where they are
END
}

die() {
  printf 'error: %s\n' "$1" >&2
  exit 2
}

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache=$project/target/bare-machine
jdks=17 users=user locales=unset starts=foreground folder=photocat seed='' keep='' commands=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --help) usage && exit ;;
    --keep) keep=yes && shift && continue ;;
    --*) [[ $# -ge 2 ]] || die "$1 lacks a value" ;;&
    --jdk) jdks=$2 ;;
    --user) users=$2 ;;
    --locale) locales=$2 ;;
    --start) starts=$2 ;;
    --folder) folder=$2 ;;
    --run) commands+=("$2") ;;
    --seed) seed=$2 && [[ -d $2/repository ]] || die "--seed is $2, which has no folder repository" ;;
    *) usage >&2 && die "unknown: $1" ;;
  esac
  shift 2
done
[[ ${#commands[@]} -gt 0 ]] || commands=('./photocat demo' './mvnw verify')
within() { # OPTION LIST WORD…: every value is one of the words
  local option=$1 value list=${2//,/ } words=${*:3}
  for value in $list; do
    [[ " $words " == *" $value "* ]] || die "$option is $value, must be ${words// / or }"
  done
}
within --jdk "$jdks" 17 25
within --user "$users" user root
within --start "$starts" foreground nohup background
[[ $(id -u) = 0 ]] || die 'only root may make a machine'
command -v debootstrap >/dev/null || die 'needs debootstrap: apt-get install debootstrap'

# Runs on the machine $1: as user $2, with the locale $3, in the folder $4, started in the way $5, the command $6.
on_the_machine='
  mount --bind "$1" "$1" && cd "$1"
  mount -t proc proc proc && mount -t sysfs -o ro sysfs sys
  mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts && mount -t tmpfs -o mode=1777 tmpfs dev/shm
  # Not chroot, in which no user namespace can be made: a test makes one.
  pivot_root . mnt && cd / && umount -l /mnt
  code=0 language=(LANG="$3") && [ "$3" != unset ] || language=()
  setpriv --reuid "$2" --regid "$2" --init-groups env -i USER="$2" HOME="$(getent passwd "$2" | cut -d: -f6)" \
    PATH=/usr/local/bin:/usr/bin:/bin SHELL=/bin/sh TERM=xterm "${language[@]}" sh -c '\''
      cd "$HOME/$1"
      case $2 in
        foreground) script -qec "stty rows 30 cols 100; $3" /dev/null ;;
        nohup) eval "nohup $3" ;;
        background) eval "$3 &"; wait $! ;;
      esac'\'' sh "$4" "$5" "$6" || code=$?
  running=(/proc/[1-9]*) && echo $((${#running[@]} - 1)) >/processes
  exit $code'
inside=''
enter() { # beside this script, so that a signal ends both; with job control, since else SIGINT would be ignored there
  local code=0
  set -m
  unshare --mount --ipc --pid --fork --kill-child --propagation private bash -euc "$on_the_machine" bash "$@" &
  inside=$!
  set +m
  wait "$inside" || code=$?
  inside=''
  return $code
}

declare -A release=([17]=bookworm [25]=trixie)
# installed JDK: the folder of a machine as its first user finds it, made once.
installed() {
  local new=$cache/jdk-$1.new
  if [[ ! -e $cache/jdk-$1 ]]; then
    echo "making a machine with JDK $1 (once)…" >&2
    rm -rf "$new"
    debootstrap --variant=minbase --include="openjdk-$1-jdk-headless,git,ca-certificates" \
      "${release[$1]}" "$new" http://deb.debian.org/debian >"$cache/jdk-$1.log" 2>&1 || die "debootstrap failed: $cache/jdk-$1.log"
    # Where the network opens TLS, this machine has an authority for it.
    cp /usr/local/share/ca-certificates/*.crt "$new/usr/local/share/ca-certificates" 2>/dev/null &&
      enter "$new" root unset '' nohup 'env PATH=/usr/sbin:/usr/bin update-ca-certificates' >>"$cache/jdk-$1.log" 2>&1 </dev/null
    chroot "$new" useradd --create-home --skel /nonexistent --shell /bin/bash user
    rm -rf "$new"/var/cache/apt/archives/*.deb "$new"/tmp/* "$new"/root/.[!.]*
    mv "$new" "$cache/jdk-$1"
  fi
}

bytes() { # FOLDER: of what is in it
  if [[ -e $1 ]]; then du -s --bytes "$1" | cut -f1; else echo 0; fi
}

left_behind() { # MACHINE HOME: the names, what they take, and what still runs
  (cd "$1" && find ./tmp ./var/tmp ".$2" -mindepth 1 -maxdepth 1 ! -path "*$2/.m2" ! -path "*$2/${folder%%/*}" -print0) |
    sort -z | (cd "$1" && xargs -0 -r du -s --bytes) |
    awk -F '\t' -v running="$(cat "$1/processes")" '{ sum += $1; if (NR <= 3) names = names " " substr($2, 2) } END {
      printf "%s", NR ? int(sum / 1e6 + 0.5) " MB:" names : "nothing"
      if (NR > 3) printf " and %d more", NR - 3
      if (running > 0) printf "; %d processes", running }'
}

tests_of() { # LOG: run, failed and skipped, as cells
  sed 's/\x1b\[[0-9;]*m//g; s/\r//' "$1" | grep -a 'Tests run:' | grep -av 'Time elapsed' | tail -1 |
    sed -E 's/.*run: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/' |
    awk '{ print $1 " | " $2 + $3 " | " $4; said = 1 } END { if (!said) print "– | – | –" }'
}

failed=0 machine=''
try() { # JDK USER LOCALE START: all commands on one machine
  installed "$1"
  machine=$(mktemp -d "$cache/machine-XXXXXX") # its name has no blanks, whatever the folder's
  cp -a --reflink=auto "$cache/jdk-$1/." "$machine"
  cp -L /etc/resolv.conf /etc/hosts "$machine/etc"
  # A file, since git clones no folder of another user.
  git -C "$project" -c safe.directory='*' bundle create -q "$machine/srv/photocat.bundle" HEAD
  local owner=$2 home=/root command log code start seconds before downloaded
  [[ $2 = root ]] || home=/home/$2
  if [[ -n $seed ]]; then
    mkdir -p "$machine$home/.m2"
    for part in repository wrapper; do [[ ! -e $seed/$part ]] || cp -a "$seed/$part" "$machine$home/.m2"; done
    chroot "$machine" chown -R "$owner:" "$home/.m2"
  fi
  enter "$machine" "$owner" C "" nohup "git -c advice.detachedHead=false clone -q /srv/photocat.bundle '${folder//\'/\'\\\'\'}'" </dev/null
  for command in "${commands[@]}"; do
    log=$(mktemp "$cache/log-XXXXXX")
    before=$(bytes "$machine$home/.m2") start=$EPOCHSECONDS code=0
    enter "$machine" "$owner" "$3" "$folder" "$4" "$command" >"$log" 2>&1 </dev/null || code=$?
    seconds=$((EPOCHSECONDS - start)) downloaded=$((($(bytes "$machine$home/.m2") - before + 500000) / 1000000))
    printf '| %s | %s | %s | %s | %s | `%s` | %s | %s | %s | %s | %s |\n' "$1" "$2" "$3" "$folder" "$4" "$command" \
      "$code" "$(tests_of "$log")" "$seconds" "$downloaded" "$(left_behind "$machine" "$home")"
    echo "its output: $log" >&2
    [[ $code = 0 ]] || failed=1
  done
  scrap
}

scrap() {
  [[ -z $inside ]] || { kill -KILL "$inside" && wait "$inside" || true; } 2>/dev/null
  [[ -z $machine ]] || if [[ -n $keep ]]; then echo "kept: $machine" >&2; else rm -rf "$machine"; fi
  machine=''
}
trap scrap EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir -p "$cache"
printf '| JDK | user | locale | folder | start | command | exit | tests run | failed | skipped | seconds | MB downloaded | left behind |\n'
printf '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n'
for jdk in ${jdks//,/ }; do
  for user in ${users//,/ }; do
    for locale in ${locales//,/ }; do
      for start in ${starts//,/ }; do try "$jdk" "$user" "$locale" "$start"; done
    done
  done
done
exit $failed
