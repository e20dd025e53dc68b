# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every public callable is used by a Python test or example at least once.

Usage: test-coverage.py --gir GIR FOLDER…

A use is read off the source text, not traced: a method counts when its name
is read on anything, a constructor or function only with the name of its
type or namespace before it; a function of an enumeration goes by two names,
`Vnus.Truth.from_string` and `Vnus.truth_from_string`. Left out is what
test-classes.py calls wherever it occurs (gir.py), and ref and unref, which are
for C: bindings do the counting.
"""
import ast
import pathlib
import sys
import unittest

import gir
import tap

FOR_C = {'ref', 'unref'}


def callables(namespace):
    """The public callables of a GIR as (owner, name, is it a method, first name)."""
    moved = {item.get('moved-to'): item.get('name') for item in namespace.findall(gir.CORE + 'function')}
    left_out = gir.alike(namespace)
    for owner in [namespace, *namespace]:
        owner_name = 'Vnus' if owner is namespace else owner.get('name')
        for tag in ('function', 'constructor', 'method'):
            for item in owner.findall(gir.CORE + tag):
                if item.get('moved-to') or item.get('introspectable') == '0':
                    continue
                name = item.get('name')
                if name not in FOR_C and (owner_name, name) not in left_out:
                    yield owner_name, name, tag == 'method', moved.get(f'{owner_name}.{name}')


def uses(sources):
    """The attribute names of Python sources, bare and as (owner, name)."""
    bare, owned = set(), set()
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Attribute):
                bare.add(node.attr)
                owner = node.value
                owned.add((getattr(owner, 'attr', getattr(owner, 'id', None)), node.attr))
    return bare, owned


def unused(path, sources):
    bare, owned = uses(sources)
    return [f'{owner}.{name}' for owner, name, is_method, first_name in callables(gir.read(path))
            if not (is_method and name in bare) and (owner, name) not in owned
            and ('Vnus', first_name) not in owned]


class Coverage(unittest.TestCase):
    path = None
    folders = []
    maxDiff = None

    def test_every_callable_is_used(self):
        sources = [path.read_text(encoding='utf-8')
                   for folder in self.folders for path in sorted(pathlib.Path(folder).glob('*.py'))]
        self.assertTrue(sources)
        self.assertEqual(unused(self.path, sources), [])

    def test_an_unused_one_is_found(self):
        found = unused(self.path, ['Vnus.Truth.to_string(x)', 'Vnus.truth_and(x, y)', 'x.list()'])
        self.assertNotIn('Truth.to_string', found)
        self.assertNotIn('Truth.and', found)
        self.assertIn('Truth.from_string', found)
        self.assertIn('Reasons.list', found, 'a function needs its owner named')


if __name__ == '__main__':
    Coverage.path, Coverage.folders = sys.argv[sys.argv.index('--gir') + 1], sys.argv[3:]
    tap.main()
