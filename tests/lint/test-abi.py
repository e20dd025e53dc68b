# SPDX-License-Identifier: LGPL-2.1-or-later
"""A program that was linked with the last release runs with this library too.

Usage: test-abi.py BUILD LIBRARY…

Builds the last tag and compares each LIBRARY, a path below BUILD, with its own by
abidiff: nothing may be gone or changed, unless the soversion went up. Skipped
where there is no tag, no git or no abidiff (Debian: abigail-tools).
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import files
import tap

QUIET = ['-Dintrospection=disabled', '-Dvapi=disabled', '-Ddocs=disabled', '-Dtests=false', '-Dexamples=false']

# Bits of abidiff's status: it could not compare; the two differ.
BROKEN, CHANGED = 1 | 2, 4 | 8


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True, **options).stdout


def last_tag(top):
    """Its name and None, or None and why there is none."""
    try:
        return run('git', '-C', top, 'describe', '--tags', '--abbrev=0').strip(), None
    except OSError:
        return None, 'there is no git'
    except subprocess.CalledProcessError as error:
        return None, 'there is no tag to compare with: ' + error.stderr.strip().removeprefix('fatal: ')


def soversion(meson_build):
    return int(re.search(r'^soversion = (\d+)$', meson_build.read_text(encoding='utf-8'), re.M).group(1))


def changes(old, new, old_headers=None, new_headers=None):
    """What abidiff tells of changes; empty if there are only additions."""
    headers = ['--headers-dir1', old_headers, '--headers-dir2', new_headers] if old_headers else []
    result = subprocess.run([str(word) for word in ['abidiff', '--no-added-syms', *headers, old, new]],
                            capture_output=True, text=True, check=False)
    if result.returncode & BROKEN:
        raise RuntimeError(result.stdout + result.stderr)
    return result.stdout if result.returncode & CHANGED else ''


def build_tag(top, tag, folder):
    """The tag's sources, and its build folder below; made once."""
    source, build = folder / tag, folder / tag / 'build'
    if not (build / 'done').exists():
        shutil.rmtree(source, ignore_errors=True)
        source.mkdir(parents=True)
        archive = subprocess.run(['git', '-C', str(top), 'archive', tag], check=True, capture_output=True).stdout
        subprocess.run(['tar', '-x', '-C', str(source)], input=archive, check=True)
        run('meson', 'setup', *QUIET, build, source)
        run('ninja', '-C', build)
        (build / 'done').touch()
    return source, build


@unittest.skipUnless(shutil.which('abidiff'), 'there is no abidiff (abigail-tools)')
class Abi(unittest.TestCase):
    build = None
    libraries = []

    def test_as_in_the_last_release(self):
        tag, reason = last_tag(files.root)
        if tag is None:
            self.skipTest(reason)
        source, build = build_tag(files.root, tag, self.build / 'abi')
        if soversion(files.root / 'meson.build') > soversion(source / 'meson.build'):
            self.skipTest('the soversion went up since ' + tag)
        for library in self.libraries:
            if (build / library).exists():
                self.assertEqual(changes(build / library, self.build / library,
                                         source / 'include', files.root / 'include'), '', library)

    def test_planted_faults_are_found(self):
        code = 'typedef enum {{ {0} }} A; int vnus_a ({1} a); int vnus_a ({1} a) {{ return (int) a; }}'
        more = 'int vnus_b (void); int vnus_b (void) { return X; }'
        with tempfile.TemporaryDirectory() as folder:
            def library(name, text):
                path = pathlib.Path(folder) / (name + '.so')
                run('cc', '-g', '-shared', '-fPIC', '-x', 'c', '-', '-o', path, input=text)
                return path
            old = library('old', code.format('X, Y', 'A') + more)
            self.assertEqual(changes(old, library('same', code.format('X, Y', 'A') + more)), '')
            self.assertEqual(changes(old, library('added', code.format('X, Y', 'A') + more + ' int vnus_c = 1;')), '')
            self.assertNotEqual(changes(old, library('gone', code.format('X, Y', 'A'))), '')
            self.assertNotEqual(changes(old, library('parameter', code.format('X, Y', 'double') + more)), '')
            self.assertNotEqual(changes(old, library('enum', code.format('Y, X', 'A') + more)), '')


if __name__ == '__main__':
    Abi.build = pathlib.Path(sys.argv[1])
    Abi.libraries = sys.argv[2:]
    tap.main()
