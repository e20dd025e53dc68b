/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A few calls of each kind as Vala makes them. */

void test_truth ()
{
  assert (Vnus.Truth.CERTAINLY.and (Vnus.Truth.POSSIBLY) == Vnus.Truth.POSSIBLY);
  assert (Vnus.Truth.NO.or (Vnus.Truth.POSSIBLY) == Vnus.Truth.POSSIBLY);
  assert (Vnus.Truth.NO.not () == Vnus.Truth.CERTAINLY);
  assert (Vnus.Truth.POSSIBLY.to_string () == "possibly");
}

void test_truth_from_string ()
{
  Vnus.Truth truth;

  assert (Vnus.Truth.from_string ("certainly", out truth));
  assert (truth == Vnus.Truth.CERTAINLY);
  assert (!Vnus.Truth.from_string ("maybe", null));
}

void test_reasons ()
{
  Vnus.Reasons reasons = Vnus.Reasons.DATE_VAGUE | Vnus.Reasons.NO_EVIDENCE;

  assert (string.joinv (" ", reasons.list ()) == "date-vague no-evidence");
}

int main (string[] args)
{
  Test.init (ref args);
  Test.add_func ("/vala/truth/order-and-nicks", test_truth);
  Test.add_func ("/vala/truth/from-string", test_truth_from_string);
  Test.add_func ("/vala/reasons/list", test_reasons);
  return Test.run ();
}
