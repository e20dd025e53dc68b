/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The brief about an event or a relation of a chronicle.
 *
 * Usage: brief CHRONICLE EVENT|RELATION DAY
 *
 * The same in Vala as vnus-brief CHRONICLE EVENT --on DAY.
 *
 * To build it: valac --pkg vnus-1 brief.vala
 */

int main (string[] args)
{
  if (args.length != 4)
    {
      stderr.printf ("Usage: %s CHRONICLE EVENT|RELATION DAY\n", args[0]);
      return 2;
    }

  try
    {
      /* What every source says, each field resolved. */
      var view = new Vnus.Chronicle.open (args[1]).make_view (null, null);
      var brief = new Vnus.Brief (view, args[2]);

      brief.set_standpoint (new Vnus.Date.parse (args[3]));
      stdout.puts (brief.to_text ("en"));
      return 0;
    }
  catch (Error error)
    {
      stderr.printf ("%s\n", error.message);
      return 1;
    }
}
