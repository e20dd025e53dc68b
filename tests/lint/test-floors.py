# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who may include whom.

Each folder of libvnus/ is a floor; a file includes only from its own folder or
from those that MAY names. A public header belongs to the floor of the source of
the same name. Outside libraries are known to the folders that OUTSIDE names.
"""
import tempfile
import unittest

import files
import tap

# Lowest first. Time may ask the wording by key, the wording knows no time;
# inquiry uses neither documents nor stores.
MAY = {
    'base': '',
    'wording': 'base',
    'time': 'base wording',
    'model': 'base wording time',
    'chronicle': 'base wording time model',
    'io': 'base wording time model chronicle',
    'store': 'base wording time model chronicle io',
    'inquiry': 'base wording time model chronicle',
    'timeline': 'base wording time model chronicle io store inquiry',
    'brief': 'base wording time model chronicle io store inquiry timeline',
    'draw': 'base wording time model chronicle io store inquiry timeline brief',
    'data': '',
}

# Public headers that no source defines: they are below every floor.
NO_FLOOR = {'vnus-declare.h', 'vnus-version.h', 'vnus-version-macros.h'}

OUTSIDE = {
    'simdjson': 'io',
    'libxml/': 'io',
    'libical': 'io',
    'yaml': 'io',
    'sqlite3': 'store',
    'libpq': 'store',
    'unicode/': 'base wording',
    'cairo': 'draw',
    'pango': 'draw',
}

# All the C++ there may be.
CXX = {'io/json-reader.cc', 'wording/message.cc'}


def floors_of_public_headers(top):
    """Public header → folder of the source of the same name."""
    sources = {path.stem: path.relative_to(top / 'libvnus').parts[0]
               for path in sorted((top / 'libvnus').rglob('*.c'))}
    return {path.name: sources.get(path.stem) for path in sorted((top / 'include').rglob('*.h'))}


def fault(top, folder, public, bracket, name):
    """Why a file of `folder` may not include `name`; None if it may."""
    if bracket == '"':
        target = name.split('/')[0]
        if '/' not in name or not (top / 'libvnus' / name).is_file():
            return 'is no file below libvnus/ (write the folder too)'
    elif name == 'vnus/vnus.h':
        return None if folder == 'draw' else 'reaches every floor'
    elif name.startswith(('vnus/', 'vnus-draw/')):
        header = name.split('/')[1]
        if header in NO_FLOOR:
            return None
        target = public.get(header)
        if target is None:
            return 'is no public header with a source of the same name'
    else:
        wanted = [where for start, where in OUTSIDE.items() if name.startswith(start)]
        return f'is for {wanted[0]} only' if wanted and folder not in wanted[0].split() else None

    if target == folder or target in MAY[folder].split():
        return None
    return f'belongs to {target}, which {folder} does not stand on'


def faults(top):
    public = floors_of_public_headers(top)
    found = []
    for path in files.with_suffix(files.walk(top, ('libvnus', 'include')), '.c', '.h', '.cc'):
        name = path.relative_to(top)
        if name.parts[0] == 'include':
            if path.name == 'vnus.h' or path.name in NO_FLOOR:
                continue
            folder = public[path.name]
            if folder is None:
                found.append(f'{name}: has no source of the same name, so no floor')
                continue
        else:
            folder = name.parts[1]
            if folder not in MAY:
                found.append(f'{name}: {folder} is no floor')
                continue
        if path.suffix == '.cc' and '/'.join(name.parts[1:]) not in CXX:
            found.append(f'{name}: is C++')
        for line, bracket, target in files.includes(path.read_text(encoding='utf-8')):
            why = fault(top, folder, public, bracket, target)
            if why:
                found.append(f'{name}:{line}: {target} {why}')
    return found


class Floors(unittest.TestCase):
    def test_project(self):
        self.assertEqual(faults(files.root), [])

    def test_planted_faults_are_found(self):
        planted = {
            'include/vnus/vnus-low.h': '#include <vnus/vnus-high.h>\n',
            'include/vnus/vnus-high.h': '#include <vnus/vnus-low.h>\n',
            'include/vnus/vnus-lost.h': '',
            'libvnus/base/vnus-low.c': '#include <vnus/vnus-low.h>\n/* #include <vnus/vnus-high.h> */\n',
            'libvnus/base/up.c': '#include "model/high-private.h"\n',
            'libvnus/base/all.c': '\n#include <vnus/vnus.h>\n',
            'libvnus/base/here.h': '',
            'libvnus/base/bare.c': '#include "here.h"\n',
            'libvnus/model/vnus-high.c': '#include "base/here.h"\n#include <unicode/ucol.h>\n',
            'libvnus/model/high-private.h': '',
            'libvnus/wording/clock.c': '  # include "time/clock.h"\n',
            'libvnus/time/clock.h': '#include "wording/words.h"\n',
            'libvnus/wording/words.h': '',
            'libvnus/model/more.cc': '',
            'libvnus/attic/old.c': '',
        }
        with tempfile.TemporaryDirectory() as folder:
            found = faults(files.plant(folder, planted))
        self.assertEqual([line.split(' ')[0] for line in found], [
            'include/vnus/vnus-lost.h:', 'include/vnus/vnus-low.h:1:', 'libvnus/attic/old.c:',
            'libvnus/base/all.c:2:', 'libvnus/base/bare.c:1:', 'libvnus/base/up.c:1:',
            'libvnus/model/more.cc:', 'libvnus/model/vnus-high.c:2:', 'libvnus/wording/clock.c:1:'])


if __name__ == '__main__':
    tap.main()
