# SPDX-License-Identifier: LGPL-2.1-or-later
# Debian packages, for sh scripts to source: what the library needs and how a
# missing package is installed. README.md says what each one is for.

vnus_build_packages='gcc g++ libc6-dev pkg-config meson ninja-build libglib2.0-dev libicu-dev libsimdjson-dev
  libsqlite3-dev libxml2-dev libyaml-dev'
vnus_test_packages="$vnus_build_packages gobject-introspection libgirepository1.0-dev
  abigail-tools clang gi-docgen gjs libcairo2-dev libclang-rt-dev libfontconfig-dev libical-dev libpango1.0-dev
  libpq-dev postgresql python3-gi python3-gi-cairo python3-jsonschema valac"

# vnus_install PACKAGE…: installs what is missing among the packages. Asks
# nothing, needs root only if something is missing, and prints to standard error.
vnus_install ()
{
  if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian: it is taken for granted that the counterparts of these are there: $*" >&2
    return 0
  fi

  vnus_missing=
  for vnus_package in "$@"; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$vnus_package" 2>/dev/null) in
      installed) ;;
      *) vnus_missing="$vnus_missing $vnus_package" ;;
    esac
  done
  [ -n "$vnus_missing" ] || return 0

  if [ "$(id -u)" -ne 0 ]; then
    echo "Missing packages; install them as root, then start again:" >&2
    echo "  apt-get install --no-install-recommends$vnus_missing" >&2
    return 1
  fi

  echo "Installing$vnus_missing" >&2
  vnus_apt update && vnus_apt install --yes --no-install-recommends $vnus_missing
}

vnus_apt ()
{
  DEBIAN_FRONTEND=noninteractive apt-get -qq \
    -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null >&2
}

# vnus_configure FOLDER OPTION…: a build folder for the checkout in $top, made or brought up to date.
vnus_configure ()
{
  vnus_folder=$1
  shift
  if [ -f "$vnus_folder/build.ninja" ]; then
    meson setup --reconfigure "$@" "$vnus_folder" "$top"
  else
    meson setup "$@" "$vnus_folder" "$top"
  fi
}
