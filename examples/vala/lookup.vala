/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* When a visit was, and who took part in which capacity.
 *
 * lookup CHRONICLE VISIT
 */

string name_of (Vnus.Chronicle chronicle, string id)
{
  unowned Vnus.Record? record = chronicle.lookup (id);

  return record != null && record.label != null ? record.label.get_best ("en") : id;
}

int main (string[] args)
{
  try
    {
      var chronicle = new Vnus.Chronicle.open (args[1]).make_view (null, null);
      var visit = chronicle.lookup (args[2]) as Vnus.Visit;

      if (visit == null)
        {
          stderr.printf ("“%s” is no visit; the nearest ids: %s\n", args[2], string.joinv (", ", chronicle.suggest_ids (args[2])));
          return 1;
        }

      stdout.printf ("%s: %s\n", name_of (chronicle, args[2]), visit.when.format ("en", Vnus.DateStyle.PROSE));
      for (uint i = 0; i < visit.get_n_participants (); i++)
        {
          var participant = visit.get_participant (i);
          unowned string? capacity = participant.get_capacity ();
          unowned string? actor = participant.get_actor ();

          if (actor != null)
            stdout.printf ("  %s%s\n", capacity != null ? name_of (chronicle, capacity) + " " : "", name_of (chronicle, actor));
          else if (participant.get_note () != null) /* people without names */
            stdout.printf ("  %s\n", participant.get_note ().get_best ("en"));
        }
    }
  catch (Error error)
    {
      stderr.printf ("%s\n", error.message);
      return 1;
    }

  return 0;
}
