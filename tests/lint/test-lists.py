# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is there is listed: a file that no list names is silently left out."""
import re
import tempfile
import unittest

import files
import tap


def unlisted(top):
    """Files that the build or the main header should name and does not."""
    def read(name):
        return (top / name).read_text(encoding='utf-8')

    def quoted(name, build):
        return f"'{name}'" in read(build)

    found = []
    for path in sorted((top / 'include/vnus').glob('vnus-*.h')):
        if not quoted(path.name, 'include/vnus/meson.build'):
            found.append(f'{path.name} in include/vnus/meson.build')
        if f'#include <vnus/{path.name}>' not in read('include/vnus/vnus.h'):
            found.append(f'{path.name} in vnus.h')
    for path in files.with_suffix(files.walk(top, ('libvnus',)), '.c', '.cc'):
        builds = [folder / 'meson.build' for folder in path.parents if (folder / 'meson.build').is_file()]
        name = path.relative_to(builds[0].parent).as_posix()
        if f"'{name}'" not in builds[0].read_text(encoding='utf-8'):
            found.append(f'{path.relative_to(top)} in {builds[0].relative_to(top)}')
    for pattern, build in (('tests/test-*.c', 'tests/meson.build'),
                           ('tests/bindings/test-*.py', 'tests/bindings/meson.build'),
                           ('tests/lint/test-*.py', 'tests/lint/meson.build'),
                           ('docs/*.md', 'docs/meson.build')):
        for path in sorted(top.glob(pattern)):
            names = {path.name, path.stem.removeprefix('test-')}
            if not any(quoted(name, build) for name in names):
                found.append(f'{path.relative_to(top)} in {build}')
    return found


def unsorted_includes(text):
    names = re.findall(r'#include <vnus/(vnus-.*)>', text)
    first = [name for name in names if name.startswith('vnus-version')]
    return names != first + sorted(name for name in names if name not in first)


class Lists(unittest.TestCase):
    def test_every_file_is_listed(self):
        self.assertEqual(unlisted(files.root), [])

    def test_main_header_is_in_order(self):
        text = (files.root / 'include/vnus/vnus.h').read_text(encoding='utf-8')
        self.assertFalse(unsorted_includes(text))

    def test_planted_faults_are_found(self):
        planted = {
            'include/vnus/meson.build': "files('vnus-a.h')\n",
            'include/vnus/vnus.h': '#include <vnus/vnus-version.h>\n#include <vnus/vnus-b.h>\n',
            'include/vnus/vnus-a.h': '',
            'include/vnus/vnus-b.h': '',
            'libvnus/base/meson.build': "files('in.c', 'deep/in.c')\n",
            'libvnus/base/in.c': '',
            'libvnus/base/out.c': '',
            'libvnus/base/deep/in.c': '',
            'libvnus/base/deep/out.c': '',
            'tests/meson.build': "unit_tests = {'in': false}\n",
            'tests/test-in.c': '',
            'tests/test-out.c': '',
            'docs/meson.build': "'in.md'\n",
            'docs/in.md': '',
            'docs/out.md': '',
        }
        with tempfile.TemporaryDirectory() as folder:
            found = unlisted(files.plant(folder, planted))
        self.assertEqual(found, [
            'vnus-a.h in vnus.h',
            'vnus-b.h in include/vnus/meson.build',
            'libvnus/base/deep/out.c in libvnus/base/meson.build',
            'libvnus/base/out.c in libvnus/base/meson.build',
            'tests/test-out.c in tests/meson.build',
            'docs/out.md in docs/meson.build'])
        self.assertFalse(unsorted_includes(planted['include/vnus/vnus.h']))
        self.assertTrue(unsorted_includes('#include <vnus/vnus-b.h>\n#include <vnus/vnus-a.h>\n'))


if __name__ == '__main__':
    tap.main()
