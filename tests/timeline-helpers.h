/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Random chronicles of one relation, and layouts of them, for the tests of
 * timelines and charts. */
#pragma once

#include <vnus/vnus.h>

/* Labels that a picture must survive. */
static const char *const labels[] = {
  "Visit", "A label of a middling length", "Cu\xe1\xbb\x99" "c g\xe1\xba\xb7p c\xe1\xba\xa5p cao",
  "<script>alert(\"x\" & 'y')</script>", "line\nbreak\ttab", "\xe2\x80\xaeright to left\xe2\x80\xac",
  "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "\x01\x02 control", "\xe5\x9b\xbd\xe4\xba\x8b\xe8\xae\xbf\xe9\x97\xae", " ", "]]>",
};

G_GNUC_UNUSED static VnusTimelineLayout *
lay_out (VnusChronicle *chronicle,
         const char    *about,
         const char    *standpoint,
         const char    *window,
         const char    *language)
{
  g_autoptr (VnusTimeline) timeline = vnus_timeline_new (chronicle, about);
  g_autoptr (VnusDate) on = standpoint != NULL ? vnus_date_parse (standpoint, NULL) : NULL;
  g_autoptr (VnusDate) during = window != NULL ? vnus_date_parse (window, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  VnusTimelineLayout *layout;

  vnus_timeline_set_standpoint (timeline, on);
  vnus_timeline_set_window (timeline, during);
  layout = vnus_timeline_lay_out (timeline, language, &error);
  g_assert_no_error (error);

  return layout;
}

G_GNUC_UNUSED static VnusTimelineItem *
find_item (VnusTimelineLayout *layout,
           const char         *record)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (layout)); i++)
    {
      g_autoptr (VnusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (layout), i);

      if (g_str_equal (vnus_timeline_item_get_record (item), record))
        return g_steal_pointer (&item);
    }

  return NULL;
}

static void
join (VnusChronicle *chronicle,
      gpointer       record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusRecord) owned = record;

  vnus_chronicle_add (chronicle, owned, &error);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static VnusChronicle *
make_relation (void)
{
  VnusChronicle *chronicle = vnus_chronicle_new ("random");
  VnusSource *source = vnus_source_new ("register");
  VnusRelation *relation = vnus_relation_new ("aa-bb");
  g_autoptr (VnusCitation) citation = vnus_citation_new ("register", NULL);
  g_autoptr (VnusDate) published = vnus_date_parse ("2012-06-01", NULL);

  vnus_source_set_published (source, published);
  join (chronicle, source);
  for (guint i = 0; i < 2; i++)
    {
      VnusState *state = vnus_state_new (i == 0 ? "aa" : "bb");

      vnus_record_add_citation (VNUS_RECORD (state), citation);
      join (chronicle, state);
    }
  vnus_record_add_citation (VNUS_RECORD (relation), citation);
  vnus_relation_add_party (relation, "aa");
  vnus_relation_add_party (relation, "bb");
  join (chronicle, relation);

  return chronicle;
}

static char *
random_date (GRand *rand)
{
  const int year = g_rand_int_range (rand, 1990, 2020), month = g_rand_int_range (rand, 1, 13);
  const int day = g_rand_int_range (rand, 1, 29);

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      return g_strdup_printf ("%d", year);
    case 1:
      return g_strdup_printf ("%d-%02d", year, month);
    case 2:
      return g_strdup_printf ("%d-%02d/%d", year, month, year + 3);
    case 3:
      return g_strdup_printf ("%d-%02d-%02d/..", year, month, day);
    case 4:
      return g_strdup_printf ("/%d-%02d", year, month);
    case 5:
      return g_strdup_printf ("[..%d-%02d-%02d]", year, month, day);
    case 6:
      return g_strdup_printf ("[%d,%d-%02d]", year, year + 2, month);
    case 7:
      return g_strdup_printf ("%dX", year / 10);
    default:
      return g_strdup_printf ("%d-%02d-%02d", year, month, day);
    }
}

static void
add_rival (VnusRecord *record,
           GRand      *rand)
{
  g_autofree char *text = random_date (rand);
  g_autoptr (VnusDate) date = vnus_date_parse (text, NULL);
  g_autoptr (VnusValue) value = vnus_value_new_date (date);
  g_autoptr (VnusCitation) plain = vnus_citation_new ("register", NULL);
  g_autoptr (VnusCitation) of_field = vnus_citation_with_field (plain, "when");
  g_autoptr (VnusCitation) citation = vnus_citation_with_value (of_field, value);

  vnus_record_add_citation (record, citation);
}

/* A visit or meeting of the relation. */
G_GNUC_UNUSED static void
add_event (VnusChronicle *chronicle,
           GRand         *rand,
           guint          number)
{
  g_autofree char *id = g_strdup_printf ("event-%04u", number);
  g_autofree char *text = random_date (rand);
  g_autoptr (VnusDate) when = vnus_date_parse (text, NULL);
  g_autoptr (VnusText) label = vnus_text_new ("en", labels[g_rand_int_range (rand, 0, G_N_ELEMENTS (labels))]);
  g_autoptr (VnusParticipant) one = vnus_participant_new ("aa", VNUS_ROLE_PARTICIPANT);
  g_autoptr (VnusParticipant) other = vnus_participant_new ("bb", VNUS_ROLE_PARTICIPANT);
  g_autoptr (VnusCitation) citation = vnus_citation_new ("register", NULL);
  VnusRecord *record = g_rand_boolean (rand) ? VNUS_RECORD (vnus_visit_new (id)) : VNUS_RECORD (vnus_meeting_new (id));

  g_assert_nonnull (when);
  if (VNUS_IS_VISIT (record))
    vnus_visit_set_host (VNUS_VISIT (record), g_rand_boolean (rand) ? "aa" : "bb");
  vnus_record_set_label (record, label);
  vnus_event_set_when (VNUS_EVENT (record), when);
  vnus_event_set_status (VNUS_EVENT (record), (VnusStatus) g_rand_int_range (rand, 0, VNUS_STATUS_CANCELLED + 1));
  vnus_event_add_participant (VNUS_EVENT (record), one);
  vnus_event_add_participant (VNUS_EVENT (record), other);
  vnus_record_add_citation (record, citation);
  if (g_rand_int_range (rand, 0, 8) == 0)
    add_rival (record, rand);
  join (chronicle, record);
}

G_GNUC_UNUSED static VnusChronicle *
make_random (guint32 seed,
             guint   n_events)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  VnusChronicle *chronicle = make_relation ();

  for (guint i = 0; i < n_events; i++)
    add_event (chronicle, rand, i);

  return chronicle;
}
