# SPDX-License-Identifier: LGPL-2.1-or-later
"""What must hold for every class, boxed type, enumeration and error domain.

Usage: test-classes.py GIR

All of them are found through the typelib and the GIR, so that a new one is
tested from the day it is public.
"""
import sys
import unittest

import gi
import gir
import tap

gi.require_version('Vnus', '1')
from gi.repository import GLib, GObject, Vnus  # noqa: E402

# Boxed types that need not be compared or printed, each with its reason.
NOT_COMPARED = {
    'Field': 'there is one instance of each',
}
NOT_PRINTED = {
    'Field': 'has its name',
}



def clashing():
    """A change set that replaces a record that is not there."""
    changes = Vnus.ChangeSet.new()
    changes.replace(Vnus.Person.new('p'), Vnus.Person.new('p'), None)
    return changes


# For each error domain a call that fails in it, with the code that it gives.
FAILURES = {
    'AmountError': (lambda: Vnus.Amount.parse('many', Vnus.Bound.EXACT, None),
                    Vnus.AmountError.SYNTAX),
    'BriefError': (lambda: Vnus.Brief.new(Vnus.Chronicle.new('c'), 'no-such').compose(),
                   Vnus.BriefError.NO_SUBJECT),
    'ChangeSetError': (lambda: clashing().apply(Vnus.Chronicle.new('c')),
                       Vnus.ChangeSetError.CLASH),
    'ChartError': (lambda: Vnus.Chart.new(Vnus.Chronicle.new('c')).draw('en'),
                   Vnus.ChartError.NO_INDICATOR),
    'ChronicleError': (lambda: Vnus.Chronicle.new('c').add(Vnus.Person.new('Not An Id')),
                       Vnus.ChronicleError.BAD_ID),
    'DateError': (lambda: Vnus.Date.parse('2023-02-30'),
                  Vnus.DateError.NO_SUCH_DAY),
    'DocumentError': (lambda: Vnus.Chronicle.open('nowhere'),
                      Vnus.DocumentError.NOT_SHIPPED),
    'ImporterError': (lambda: Vnus.Importer.new('no-such'),
                      Vnus.ImporterError.UNKNOWN_FORMAT),
    'IdentityError': (lambda: Vnus.Identity.new(Vnus.Chronicle.new('c')).merge('a', 'b', None),
                      Vnus.IdentityError.NOT_FOUND),
    'InquiryError': (lambda: Vnus.Inquiry.new(Vnus.Chronicle.new('c')).ask('no-such', []),
                     Vnus.InquiryError.UNKNOWN_RULE),
    'MappingError': (lambda: Vnus.Mapping.open('no-such'),
                     Vnus.MappingError.NOT_SHIPPED),
    'QueryError': (lambda: Vnus.Query.parse('kind:trip'),
                   Vnus.QueryError.BAD_VALUE),
    'RecordError': (lambda: Vnus.Person.new('p').set_value('host', Vnus.Value.new_text('x')),
                    Vnus.RecordError.UNKNOWN_FIELD),
    'StoreError': (lambda: Vnus.Store.open('/no/such/folder/world.vnus', Vnus.StoreFlags.NONE, None),
                   Vnus.StoreError.NOT_FOUND),
    'TimelineError': (lambda: Vnus.Timeline.new(Vnus.Chronicle.new('c'), 'no-such').to_svg('en'),
                      Vnus.TimelineError.NO_SUBJECT),
}

# A value for each type of which lists are made.
ITEMS = {
    'utf8': lambda: 'wikidata:Q881',
    'Citation': lambda: Vnus.Citation.new('article-a', '1.1'),
    'Designation': lambda: Vnus.Designation.new('us', Vnus.Text.new('en', 'partnership')),
    'Participant': lambda: Vnus.Participant.new('joe-biden', Vnus.Role.GUEST),
    'Purpose': lambda: Vnus.Purpose.BILATERAL,
    'Stop': lambda: Vnus.Stop.new('hanoi'),
}

namespace = None


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


def properties(cls, flag):
    return [pspec for pspec in cls.list_properties() if pspec.flags & flag]


def accessors(pspec):
    """The getter and setter of a property: names, the second may be None."""
    owner = pspec.owner_type.name.removeprefix('Vnus')
    return gir.properties(namespace)[owner, pspec.name]


def any_made_from(name):
    """An object of the class, or of one derived from it if it is abstract."""
    base = getattr(Vnus, name)
    return next(cls for _, cls in public(is_bare) if issubclass(cls, base))()


def same(a, b):
    return a.equal(b) if hasattr(a, 'equal') else a == b


class Classes(unittest.TestCase):
    def test_bare_object_is_readable(self):
        for name, cls in public(is_bare):
            obj = cls()
            for pspec in properties(cls, GObject.ParamFlags.READABLE):
                with self.subTest(property=f'{name}:{pspec.name}'):
                    value = obj.get_property(pspec.name)
                    got = getattr(obj, accessors(pspec)[0])()
                    self.assertIs(type(got), type(value))
                    if not isinstance(value, GObject.GBoxed):
                        self.assertEqual(got, value)

    def test_bare_object_takes_its_own_values_back(self):
        for name, cls in public(is_bare):
            obj = cls()
            notified = []
            obj.connect('notify', lambda _, pspec, log=notified: log.append(pspec.name))
            for pspec in properties(cls, GObject.ParamFlags.WRITABLE):
                if pspec.flags & GObject.ParamFlags.CONSTRUCT_ONLY:
                    continue
                with self.subTest(property=f'{name}:{pspec.name}'):
                    getattr(obj, accessors(pspec)[1])(obj.get_property(pspec.name))
                    self.assertEqual(notified, [], 'an equal value is no change')

    def test_constructor_by_id(self):
        for name in sorted(gir.constructors_by_id(namespace)):
            with self.subTest(cls=name):
                self.assertEqual(getattr(Vnus, name).new('some-id').get_id(), 'some-id')

    def test_lists(self):
        """What is added is counted by one counter and found at its position."""
        counted = set()
        for (owner, item), kind in sorted(gir.lists(namespace).items()):
            counters = [name for cls, name in gir.counters(namespace) if cls == owner]
            with self.subTest(cls=owner, item=item):
                obj, value = any_made_from(owner), ITEMS[kind]()
                before = {name: getattr(obj, name)() for name in counters}
                self.assertEqual(set(before.values()), {0})
                getattr(obj, 'add_' + item)(value)
                changed = [name for name in counters if getattr(obj, name)() == 1]
                self.assertEqual(len(changed), 1)
                self.assertTrue(same(getattr(obj, 'get_' + item)(0), value))
                counted.add((owner, changed[0]))
        self.assertEqual(counted, gir.counters(namespace))

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
    namespace = gir.read(sys.argv[1])
    tap.main()
