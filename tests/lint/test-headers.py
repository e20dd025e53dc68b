# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every header compiles alone, the public ones in C++ too.

Usage: test-headers.py CC CXX -- FLAG…

Compilers may be commands of several words ("ccache gcc").
"""
import concurrent.futures
import os
import shlex
import subprocess
import sys
import tempfile
import unittest

import files
import tap


def errors(compiler, language, flags, text):
    """What a compiler says about a source text; empty if it is content."""
    run = subprocess.run([*compiler, '-x', language, '-fsyntax-only', *flags, '-'],
                         input=text, text=True, capture_output=True, check=False)
    return '' if run.returncode == 0 else run.stderr or f'exit status {run.returncode}'


class Headers(unittest.TestCase):
    cc, cxx, flags = [], [], []

    def failures(self, jobs):
        """The names among (name, text) whose text does not compile as C."""
        flags = [*self.flags, '-std=gnu11', '-Wall', '-Werror']
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            said = pool.map(lambda job: errors(self.cc, 'c', flags, job[1]), jobs)
            return [f'{name}: {text}' for (name, _), text in zip(jobs, said) if text]

    def test_public_headers_compile_alone(self):
        names = sorted(path.name for path in (files.root / 'include/vnus').glob('vnus-*.h'))
        self.assertTrue(names)
        self.assertEqual(self.failures(
            [(name, f'#define VNUS_INSIDE\n#include <vnus/{name}>\n') for name in names]), [])

    def test_private_headers_compile_alone(self):
        library = files.root / 'libvnus'
        names = sorted(path.relative_to(library).as_posix() for path in library.rglob('*.h'))
        self.assertEqual(self.failures(
            [(name, f'#define VNUS_COMPILATION\n#include "{name}"\n') for name in names]), [])

    def test_main_header_is_also_cxx(self):
        flags = [*self.flags, '-std=c++17', '-Wall', '-Werror']
        self.assertEqual(errors(self.cxx, 'c++', flags, '#include <vnus/vnus.h>\n'), '')

    def test_a_header_is_refused_without_the_main_one(self):
        for path in sorted((files.root / 'include/vnus').glob('vnus-*.h')):
            refusal = '#error "Only <vnus/vnus.h> can be included directly."'
            self.assertIn(refusal, path.read_text(encoding='utf-8'), path.name)

    def test_planted_faults_are_found(self):
        with tempfile.TemporaryDirectory() as folder:
            files.plant(folder, {'bare.h': 'void f (GObject *object);\n', 'c.h': 'int class;\n'})
            flags = [f'-I{folder}']
            self.assertIn('GObject', errors(self.cc, 'c', flags, '#include "bare.h"\n'))
            self.assertEqual(errors(self.cc, 'c', flags, '#include "c.h"\n'), '')
            self.assertIn('class', errors(self.cxx, 'c++', flags, '#include "c.h"\n'))


if __name__ == '__main__':
    split = sys.argv.index('--')
    Headers.cc, Headers.cxx = (shlex.split(word) for word in sys.argv[1:split])
    Headers.flags = sys.argv[split + 1:]
    tap.main()
