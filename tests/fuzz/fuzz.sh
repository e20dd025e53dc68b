#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# fuzz.sh FUZZER CORPUS: runs a fuzzer for VNUS_FUZZ_SECONDS (5 by default). What
# it finds stays in a folder of its own, which goes if nothing broke.
set -eu
found=$(mktemp -d)
"$1" -max_total_time="${VNUS_FUZZ_SECONDS:-5}" -timeout=5 -rss_limit_mb=1024 -max_len=4096 \
  -artifact_prefix="$found/" "$found" "$2" || { echo "What broke it is in $found" >&2; exit 1; }
rm -r "$found"
