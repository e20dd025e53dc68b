# SPDX-License-Identifier: LGPL-2.1-or-later
"""An installed copy serves programs in C and Vala by pkg-config, and Python by
its typelib.

Usage: test-installed.py MESON BUILD CC

The copy is a staged installation whose files of pkg-config are told where it lies.
"""
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

import tap

PROGRAM = '''
#include <vnus/vnus.h>

int
main (void)
{
  g_print ("%s\\n", vnus_truth_to_string (vnus_truth_not (VNUS_TRUTH_NO)));
  return 0;
}
'''

DRAWING = '''
#include <vnus-draw/vnus-draw.h>

int
main (void)
{
  g_autoptr (VnusPicture) picture = g_object_new (VNUS_TYPE_PICTURE, NULL);
  g_autoptr (GBytes) bytes = vnus_draw_to_bytes (picture, VNUS_DRAW_FORMAT_PNG, 1.0, NULL);

  g_print ("%s\\n", bytes != NULL ? "png" : "none");
  return 0;
}
'''

VALA = 'void main () { print ("%s\\n", Vnus.Truth.NO.not ().to_string ()); }\n'

PYTHON = '''
import gi
gi.require_version('Vnus', '1')
from gi.repository import Vnus
print(Vnus.Truth.to_string(Vnus.truth_not(Vnus.Truth.NO)))
'''


def run(*command, **more):
    result = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    if result.returncode != 0:
        raise AssertionError(f'{shlex.join(map(str, command))}\n{result.stdout}{result.stderr}')
    return result.stdout


class Installed(unittest.TestCase):
    meson, build, cc = None, None, []

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        stage = cls.folder / 'stage'
        run(cls.meson, 'install', '-C', cls.build, '--quiet', '--destdir', stage)
        pc = next(stage.rglob('vnus-1.pc'))
        for path in pc.parent.glob('vnus-*.pc'):
            lines = path.read_text(encoding='utf-8').splitlines()
            prefix = next(line for line in lines if line.startswith('prefix=')).removeprefix('prefix=')
            cls.prefix = stage / prefix.lstrip('/')
            path.write_text('\n'.join(f'prefix={cls.prefix}' if line.startswith('prefix=') else line
                                      for line in lines) + '\n', encoding='utf-8')
        cls.draws = (pc.parent / 'vnus-draw-1.pc').is_file()
        cls.library = pc.parent.parent
        cls.env = dict(os.environ, PKG_CONFIG_PATH=str(pc.parent), LD_LIBRARY_PATH=str(cls.library),
                       GI_TYPELIB_PATH=str(cls.library / 'girepository-1.0'))

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def flags(self, *what, package='vnus-1'):
        return shlex.split(run('pkg-config', *what, package, env=self.env))

    def test_c(self):
        source, program = self.folder / 'a.c', self.folder / 'a'
        source.write_text(PROGRAM, encoding='utf-8')
        run(*self.cc, source, '-o', program, *self.flags('--cflags', '--libs'))
        self.assertEqual(run(program, env=self.env), 'certainly\n')

    def test_draw(self):
        if not self.draws:
            self.skipTest('built without libvnus-draw')
        source, program = self.folder / 'd.c', self.folder / 'd'
        source.write_text(DRAWING, encoding='utf-8')
        run(*self.cc, source, '-o', program, *self.flags('--cflags', '--libs', package='vnus-draw-1'))
        self.assertEqual(run(program, env=self.env), 'png\n')

    def test_asks_for_glib_alone(self):
        self.assertEqual(sorted(self.flags('--print-requires')), ['gio-2.0', 'gobject-2.0'])
        self.assertEqual(self.flags('--print-requires-private'), [])

    def test_vala(self):
        vapi = self.prefix / 'share/vala/vapi'
        if not shutil.which('valac') or not vapi.is_dir():
            self.skipTest('built without the Vala API')
        source, program = self.folder / 'v.vala', self.folder / 'v'
        source.write_text(VALA, encoding='utf-8')
        options = [word for flag in self.flags('--cflags', '--libs') for word in ('-X', flag)]
        run('valac', '--quiet', '--vapidir', vapi, '--pkg', 'vnus-1', *options, '-X', '-w',
            '-o', program, source, env=self.env)
        self.assertEqual(run(program, env=self.env), 'certainly\n')

    def test_python(self):
        if not (self.library / 'girepository-1.0').is_dir():
            self.skipTest('built without introspection')
        self.assertEqual(run(sys.executable, '-c', PYTHON, env=self.env), 'certainly\n')

    def headers(self, package):
        """Those that are installed, and those that are in the sources."""
        name = package.removesuffix('-1')
        installed = {path.relative_to(self.prefix / 'include' / package).as_posix()
                     for path in (self.prefix / 'include' / package).rglob('*') if path.is_file()}
        source = pathlib.Path(__file__).resolve().parents[2] / 'include'
        return installed, {path.relative_to(source).as_posix() for path in (source / name).rglob('*.h')}

    def test_only_public_headers(self):
        installed, public = self.headers('vnus-1')
        self.assertEqual(installed, public | {'vnus/vnus-version.h', 'vnus/vnus-version-macros.h'})
        if self.draws:
            installed, public = self.headers('vnus-draw-1')
            self.assertEqual(installed, public)


if __name__ == '__main__':
    Installed.meson, Installed.build = sys.argv[1:3]
    Installed.cc = shlex.split(sys.argv[3])
    tap.main()
