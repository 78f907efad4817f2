#!/usr/bin/env bash
# An S3 server on loopback, to try photocat by hand.   usage: serve.sh PORT FOLDER BUCKET [MILLISECONDS]
# Its keys are those of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; every request takes MILLISECONDS longer.
set -euo pipefail
[[ $# -ge 3 && -n ${AWS_ACCESS_KEY_ID-} && -n ${AWS_SECRET_ACCESS_KEY-} ]] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
libraries=$here/../../../target/test-libraries
[[ -s $libraries ]] \
  || (cd "$here/../../.." && ./mvnw -q dependency:build-classpath -Dmdep.includeScope=test "-Dmdep.outputFile=$libraries" >&2)
mkdir -p "$2"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$(<"$libraries")" "$here/S3Server.java" "$@"
