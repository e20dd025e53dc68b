/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Adds a visit to the chronicle of the tutorial, saves it, and writes its brief. */
#include <vnus/vnus.h>

static VnusRecord *
make_visit (void)
{
  VnusVisit *visit = vnus_visit_new ("elphberg-graustark-2025");
  g_autoptr (VnusText) label = vnus_text_new ("en", "Visit of Chancellor Elphberg to Graustark");
  g_autoptr (VnusDate) when = vnus_date_parse ("2025-03", NULL);
  g_autoptr (VnusParticipant) person = vnus_participant_new ("rudolf-elphberg", VNUS_ROLE_GUEST);
  g_autoptr (VnusParticipant) guest = vnus_participant_with_capacity (person, "ruritania-chancellor");
  g_autoptr (VnusCitation) citation = vnus_citation_new ("gazette", "p. 3");

  vnus_record_set_label (VNUS_RECORD (visit), label);
  vnus_record_add_citation (VNUS_RECORD (visit), citation);
  vnus_event_set_when (VNUS_EVENT (visit), when);
  vnus_event_set_status (VNUS_EVENT (visit), VNUS_STATUS_ANNOUNCED);
  vnus_event_add_participant (VNUS_EVENT (visit), guest);
  vnus_visit_set_host (visit, "graustark");

  return VNUS_RECORD (visit);
}

static gboolean
run (GError **error)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("ruritania.json", error);
  g_autoptr (VnusRecord) visit = make_visit ();
  g_autoptr (GFile) file = g_file_new_for_path ("ruritania-2.json");
  g_autoptr (VnusDate) standpoint = vnus_date_new_ymd (2024, 5, 20);
  g_autoptr (VnusBrief) brief = NULL;
  g_autofree char *text = NULL;

  if (chronicle == NULL || !vnus_chronicle_add (chronicle, visit, error) ||
      !vnus_chronicle_save_file (chronicle, file, NULL, error))
    return FALSE;

  brief = vnus_brief_new (chronicle, vnus_record_get_id (visit));
  vnus_brief_set_standpoint (brief, standpoint);
  vnus_brief_set_depth (brief, VNUS_BRIEF_DEPTH_HEADLINE);
  text = vnus_brief_to_text (brief, "en", error);
  if (text != NULL)
    g_print ("%s", text);

  return text != NULL;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;

  if (run (&error))
    return 0;

  g_printerr ("%s\n", error->message);
  return 1;
}
