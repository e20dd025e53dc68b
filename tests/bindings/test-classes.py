# SPDX-License-Identifier: LGPL-2.1-or-later
"""What must hold for every class, boxed type, enumeration and error domain.

All of them are found through the typelib, so that a new one is tested from
the day it is public.
"""
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import GLib, GObject, Vnus  # noqa: E402

# Boxed types that need not be compared or printed, each with its reason.
NOT_COMPARED = {'Field': 'there is one of each, and looking it up again gives the same'}
NOT_PRINTED = {'Field': 'its name is its text'}

# For each error domain a call that fails in it, with the code that it gives.
FAILURES = {
    'AmountError': (lambda: Vnus.Amount.parse('1,5', Vnus.Bound.EXACT, None), Vnus.AmountError.SYNTAX),
    'ChronicleError': (lambda: Vnus.Chronicle().add(Vnus.Visit.new('No Id')), Vnus.ChronicleError.BAD_ID),
    'RecordError': (lambda: Vnus.Visit().set_value('nonsense', None), Vnus.RecordError.UNKNOWN_FIELD),
    'DateError': (lambda: Vnus.Date.parse('1995-02-29'), Vnus.DateError.NO_SUCH_DAY),
}


def public(kind):
    """The (name, type) pairs of the namespace that `kind` accepts, by name."""
    found = []
    for name in sorted(dir(Vnus)):
        item = getattr(Vnus, name)
        if isinstance(item, type) and kind(item):
            found.append((name, item))
    return found


def is_class(item):
    return issubclass(item, GObject.Object)


def is_bare(item):
    return is_class(item) and not item.__gtype__.is_abstract()


def is_boxed(item):
    return hasattr(item, '__gtype__') and item.__gtype__.is_a(GObject.TYPE_BOXED)


def is_enum(item):
    return issubclass(item, (GObject.GEnum, GObject.GFlags))


def is_error(name, item):
    return name.endswith('Error') and issubclass(item, GObject.GEnum)


def readable(cls):
    return [p for p in cls.list_properties() if p.flags & GObject.ParamFlags.READABLE]


def writable(cls):
    return [p for p in cls.list_properties()
            if p.flags & GObject.ParamFlags.WRITABLE
            and not p.flags & GObject.ParamFlags.CONSTRUCT_ONLY]


def accessor(obj, verb, pspec):
    """The method of a property; that of a question may be called is_…()."""
    name = pspec.name.replace('-', '_')
    if verb == 'get' and hasattr(obj, 'is_' + name):
        return getattr(obj, 'is_' + name)
    return getattr(obj, verb + '_' + name)


class Classes(unittest.TestCase):
    def test_bare_object_is_readable(self):
        for name, cls in public(is_bare):
            obj = cls()
            for pspec in readable(cls):
                with self.subTest(property=f'{name}:{pspec.name}'):
                    value = obj.get_property(pspec.name)
                    got = accessor(obj, 'get', pspec)()
                    self.assertIs(type(got), type(value))
                    if not isinstance(value, GObject.GBoxed):
                        self.assertEqual(got, value)

    def test_bare_object_takes_its_own_values_back(self):
        for name, cls in public(is_bare):
            obj = cls()
            notified = []
            obj.connect('notify', lambda _, pspec: notified.append(pspec.name))
            for pspec in writable(cls):
                with self.subTest(property=f'{name}:{pspec.name}'):
                    accessor(obj, 'set', pspec)(obj.get_property(pspec.name))
                    self.assertEqual(notified, [], 'an equal value is no change')

    def test_abstract_class_cannot_be_made(self):
        for name, cls in public(lambda item: is_class(item) and not is_bare(item)):
            with self.subTest(cls=name), self.assertRaises(TypeError):
                cls()


class Boxed(unittest.TestCase):
    def test_can_be_compared_and_printed(self):
        for name, cls in public(is_boxed):
            with self.subTest(boxed=name):
                self.assertTrue(hasattr(cls, 'equal') or name in NOT_COMPARED, 'equal()')
                self.assertTrue(hasattr(cls, 'to_string') or name in NOT_PRINTED, 'to_string()')
                self.assertTrue(cls.__gtype__.name.startswith('Vnus'))


class Enumerations(unittest.TestCase):
    def test_are_registered(self):
        for name, cls in public(is_enum):
            if not is_error(name, cls):
                with self.subTest(enum=name):
                    self.assertEqual(cls.__gtype__.name, 'Vnus' + name)

    def test_values_have_nicks(self):
        for name, cls in public(lambda item: issubclass(item, GObject.GEnum)):
            if not is_error(name, cls):
                for value in cls.__enum_values__.values():
                    with self.subTest(enum=name, value=int(value)):
                        self.assertRegex(value.value_nick, '^[a-z][a-z0-9-]*$')


class ErrorDomains(unittest.TestCase):
    def domains(self):
        return {name: item for name, item in public(is_enum) if is_error(name, item)}

    def test_first_code_is_failed(self):
        for name, domain in self.domains().items():
            with self.subTest(domain=name):
                self.assertEqual(int(domain.FAILED), 0)

    def test_each_has_an_example(self):
        self.assertEqual(sorted(FAILURES), sorted(self.domains()))

    def test_are_typed(self):
        for name, (call, code) in FAILURES.items():
            with self.subTest(domain=name):
                with self.assertRaises(GLib.Error) as caught:
                    call()
                quark = getattr(Vnus, name).quark()
                self.assertEqual(caught.exception.domain, GLib.quark_to_string(quark))
                self.assertTrue(caught.exception.matches(quark, code), caught.exception)


if __name__ == '__main__':
    tap.main()
