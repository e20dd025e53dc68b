# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every public callable is used by a Python test or example at least once.

Usage: test-coverage.py --gir GIR FOLDER…

A use is read off the source text, not traced: a method counts when its name
is called on anything, a constructor or function only with the name of its
type or namespace before it; a function of an enumeration goes by two names,
`Vnus.Truth.from_string` and `Vnus.truth_from_string`. Accessors of properties are left out, since
test-classes.py calls every one of them.
"""
import ast
import pathlib
import sys
import unittest
import xml.etree.ElementTree as ElementTree

import tap

CORE = '{http://www.gtk.org/introspection/core/1.0}'
GLIB = '{http://www.gtk.org/introspection/glib/1.0}'
ACCESSOR = (GLIB + 'get-property', GLIB + 'set-property')


def callables(gir):
    """The public callables of a GIR as (owner, name, is it a method, first name)."""
    namespace = ElementTree.parse(gir).getroot().find(CORE + 'namespace')
    moved = {item.get('moved-to'): item.get('name') for item in namespace.findall(CORE + 'function')}
    for owner in [namespace, *namespace]:
        owner_name = 'Vnus' if owner is namespace else owner.get('name')
        for tag in ('function', 'constructor', 'method'):
            for item in owner.findall(CORE + tag):
                if item.get('moved-to') or item.get('introspectable') == '0':
                    continue
                if not any(item.get(key) for key in ACCESSOR):
                    name = item.get('name')
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


def unused(gir, sources):
    bare, owned = uses(sources)
    return [f'{owner}.{name}' for owner, name, is_method, first_name in callables(gir)
            if not (is_method and name in bare) and (owner, name) not in owned
            and ('Vnus', first_name) not in owned]


class Coverage(unittest.TestCase):
    gir = None
    folders = []

    def test_every_callable_is_used(self):
        sources = [path.read_text(encoding='utf-8')
                   for folder in self.folders for path in sorted(pathlib.Path(folder).glob('*.py'))]
        self.assertTrue(sources)
        self.assertEqual(unused(self.gir, sources), [])

    def test_an_unused_one_is_found(self):
        found = unused(self.gir, ['Vnus.Truth.to_string(x)', 'Vnus.truth_and(x, y)', 'x.list()'])
        self.assertNotIn('Truth.to_string', found)
        self.assertNotIn('Truth.and', found)
        self.assertIn('Truth.from_string', found)
        self.assertIn('Reasons.list', found, 'a function needs its owner named')


if __name__ == '__main__':
    Coverage.gir, Coverage.folders = sys.argv[sys.argv.index('--gir') + 1], sys.argv[3:]
    tap.main()
