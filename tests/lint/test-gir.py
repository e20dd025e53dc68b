# SPDX-License-Identifier: LGPL-2.1-or-later
"""What bindings need of the GIR and its scanner does not see (girlint.py).

Usage: test-gir.py GIR LIBRARY
"""
import sys
import tempfile
import unittest

import files
import girlint
import tap

PLANTED = '''<repository xmlns="http://www.gtk.org/introspection/core/1.0"
            xmlns:c="http://www.gtk.org/introspection/c/1.0"
            xmlns:glib="http://www.gtk.org/introspection/glib/1.0">
  <namespace name="Vnus">
    <function name="measure" c:identifier="vnus_measure">
      <return-value transfer-ownership="full">
        <doc>the length, or `NULL`</doc>
        <type name="utf8" c:type="char*"/>
      </return-value>
      <parameters>
        <parameter name="from" transfer-ownership="none">
          <type name="gint" c:type="int*"/>
        </parameter>
      </parameters>
    </function>
    <enumeration name="DateError" c:type="VnusDateError">
      <member name="failed" value="0"/>
    </enumeration>
  </namespace>
</repository>
'''


class Gir(unittest.TestCase):
    gir, library = None, None

    def test_project(self):
        self.assertEqual(girlint.run(self.gir, self.library), [])

    def test_planted_faults_are_found(self):
        with tempfile.TemporaryDirectory() as folder:
            top = files.plant(folder, {'Vnus-1.gir': PLANTED})
            rules = {rule for rule, _, _ in girlint.run(top / 'Vnus-1.gir')}
        self.assertEqual(rules, {
            'return-null-undeclared', 'scalar-pointer-in', 'python-keyword-param', 'no-since',
            'single-member-enum', 'enum-unregistered', 'error-enum-without-domain'})


if __name__ == '__main__':
    Gir.gir, Gir.library = sys.argv[1:]
    tap.main()
