# SPDX-License-Identifier: LGPL-2.1-or-later
"""The parts of the API that are alike everywhere, read off the GIR.

test-classes.py calls each of them; test-coverage.py asks of every other callable
that a test names it.
"""
import xml.etree.ElementTree as ElementTree

CORE = '{http://www.gtk.org/introspection/core/1.0}'
GLIB = '{http://www.gtk.org/introspection/glib/1.0}'


def read(path):
    """The namespace element of a GIR."""
    return ElementTree.parse(path).getroot().find(CORE + 'namespace')


def parameters(callable_):
    """The parameters of a callable as (name, name of its type)."""
    found = []
    for parameter in callable_.findall(f'{CORE}parameters/{CORE}parameter'):
        kind = parameter.find(CORE + 'type')
        found.append((parameter.get('name'), None if kind is None else kind.get('name')))
    return found


def properties(namespace):
    """Readable property → its accessors: (class, name) → (getter, setter or None)."""
    return {(cls.get('name'), item.get('name')): (item.get('getter'), item.get('setter'))
            for cls in namespace.findall(CORE + 'class')
            for item in cls.findall(CORE + 'property') if item.get('readable') != '0'}


def lists(namespace):
    """List fields of classes: (class, item) → type of an item.

    An item has add_ITEM (item) and get_ITEM (position); a get_n_… () counts.
    """
    found = {}
    for cls in namespace.findall(CORE + 'class'):
        methods = {item.get('name'): parameters(item) for item in cls.findall(CORE + 'method')}
        for name, taken in methods.items():
            item = name.removeprefix('add_')
            position = methods.get('get_' + item)
            if item != name and len(taken) == 1 and position and position[0][0] == 'position':
                found[cls.get('name'), item] = taken[0][1]
    return found


def counters(namespace):
    """The counting methods of classes with lists, as (class, method)."""
    owners = {owner for owner, _ in lists(namespace)}
    return {(cls.get('name'), item.get('name')) for cls in namespace.findall(CORE + 'class')
            for item in cls.findall(CORE + 'method')
            if cls.get('name') in owners and item.get('name').startswith('get_n_') and not parameters(item)}


def constructors_by_id(namespace):
    """Classes that are made by new (id)."""
    return {cls.get('name') for cls in namespace.findall(CORE + 'class')
            for item in cls.findall(CORE + 'constructor')
            if item.get('name') == 'new' and [name for name, _ in parameters(item)] == ['id']}


def alike(namespace):
    """All of the above as (owner, method)."""
    found = {(owner, accessor) for (owner, _), both in properties(namespace).items()
             for accessor in both if accessor}
    for owner, item in lists(namespace):
        found |= {(owner, 'add_' + item), (owner, 'get_' + item)}
    found |= {(owner, 'new') for owner in constructors_by_id(namespace)}
    found |= {(item.get('name'), 'quark') for item in namespace.findall(CORE + 'enumeration')
              if item.get(GLIB + 'error-domain')}
    return found | counters(namespace)
