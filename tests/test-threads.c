/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Many threads ask rules and queries of one view or one snapshot, which nobody asked
 * before, while the owner of the chronicle changes it. Each must be told what one
 * thread alone is told by a chronicle of its own. */
#include <vnus/vnus.h>

#include <string.h>

#include "threads.h"

#define SEPARATOR "|"

static const char *const questions[] = {
  "level-on|us-vn|2023-09-12",
  "holder-on|us-president|2021-01-20",
  "in-force-on|2023-09-12",
  "first-in-tenure|biden-vn-2023",
  "rank-in-first-term|biden-vn-2023|1995-07",
  "contacts|12|2023-09-10",
  "count|kind:visit host:vn capacity:us-president when:1995-07/2023-08",
  "anniversaries|2023-09-10",
  "overlap|biden-vn-2023|12",
  "conflicts",
  "members|biden-vn-2023",
  "assertion|a017",
  "assertion|a058",
  "assertion|a073",
};

static const char *const queries[] = {
  "kind:visit host:vn when:2022-09/2023-07",
  "actor:us when:2023",
  "rank:..minister kind:visit",
  "holding:us-president",
  "text:hanoi",
  "-kind:source source:article-a",
};

#define N_ASKED (G_N_ELEMENTS (questions) + G_N_ELEMENTS (queries))

/* --- Answers --- */

static char *
answer_question (VnusChronicle *chronicle,
                 const char    *question)
{
  g_auto (GStrv) words = g_strsplit (question, SEPARATOR, -1);
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusFinding) finding = vnus_inquiry_ask (inquiry, words[0], (const char *const *) words + 1, &error);
  g_autofree char *json = NULL, *explained = NULL;

  g_assert_no_error (error);
  json = vnus_finding_to_json (finding, "en");
  explained = vnus_finding_explain (finding, "vi");

  return g_strconcat (json, explained, NULL);
}

static char *
answer_query (VnusChronicle *chronicle,
              const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusQuery) query = vnus_query_parse (text, &error);
  g_autoptr (VnusMatches) matches = NULL;
  g_autofree char *ids = NULL;
  GString *answer;

  g_assert_no_error (error);
  matches = vnus_query_run (query, chronicle);
  ids = g_strjoinv (" ", (char **) vnus_matches_get_ids (matches));
  answer = g_string_new (ids);
  for (guint i = 0; i < vnus_matches_get_size (matches); i++)
    g_string_append_printf (answer, " %d", (int) vnus_matches_get_truth (matches, i));

  return g_string_free (answer, FALSE);
}

static char *
answer (VnusChronicle *chronicle,
        guint          asked)
{
  return asked < G_N_ELEMENTS (questions) ? answer_question (chronicle, questions[asked])
                                          : answer_query (chronicle, queries[asked - G_N_ELEMENTS (questions)]);
}

/* --- Who asks, and who changes --- */

static VnusChronicle *
open_shipped (void)
{
  g_autoptr (GError) error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_open ("vietnam-us", &error);

  g_assert_no_error (error);
  return chronicle;
}

/* A view of all, of what was known on a day, or of some sources; or a snapshot. */
typedef enum
{
  SNAPSHOT,
  VIEW,
  VIEW_KNOWN_ON,
  VIEW_ACCORDING_TO,
} Shown;

static VnusChronicle *
show (VnusChronicle *chronicle,
      Shown          shown)
{
  static const char *const sources[] = { "article-a", "article-b", "us-historian-travels", "us-executives-file", NULL };
  g_autoptr (VnusDate) day = vnus_date_parse ("2023-09-12", NULL);

  return shown == SNAPSHOT ? vnus_chronicle_snapshot (chronicle)
                           : vnus_chronicle_make_view (chronicle, shown == VIEW_KNOWN_ON ? day : NULL,
                                                       shown == VIEW_ACCORDING_TO ? sources : NULL);
}

typedef struct
{
  VnusChronicle *owned;
  VnusChronicle *shown;
  char          *expected[N_ASKED];
} Asking;

/* Each thread begins with another question, so that all are the first to ask one. */
static void
ask_all (gpointer data,
         guint    thread)
{
  Asking *asking = data;

  for (guint i = 0; i < N_ASKED; i++)
    {
      const guint asked = (i + thread * 3) % N_ASKED;
      g_autofree char *told = answer (asking->shown, asked);

      g_assert_cmpstr (told, ==, asking->expected[asked]);
    }
}

/* What would change answers if it reached the threads: visits of the presidents. */
static void
change (gpointer data)
{
  Asking *asking = data;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("clinton-vn-again-%u", i), *line = NULL;
      g_autoptr (VnusVisit) visit = vnus_visit_new (id);
      g_autoptr (VnusDate) when = vnus_date_new_ymd (1996 + (int) i % 4, 5, 1);
      g_autoptr (VnusParticipant) person = vnus_participant_new ("bill-clinton", VNUS_ROLE_GUEST);
      g_autoptr (VnusParticipant) guest = vnus_participant_with_capacity (person, "us-president");
      g_autoptr (VnusCitation) citation = vnus_citation_new ("us-historian-travels", NULL);
      g_autoptr (GError) error = NULL;

      vnus_event_set_when (VNUS_EVENT (visit), when);
      vnus_event_set_status (VNUS_EVENT (visit), VNUS_STATUS_HELD);
      vnus_visit_set_host (visit, "vn");
      vnus_event_add_participant (VNUS_EVENT (visit), guest);
      vnus_record_add_citation (VNUS_RECORD (visit), citation);
      vnus_chronicle_add (asking->owned, VNUS_RECORD (visit), &error);
      g_assert_no_error (error);
      if (i % 20 == 0)
        {
          line = answer (asking->owned, 6);
          g_assert_cmpstr (line, !=, asking->expected[6]);
        }
    }
}

static void
test_asking (gconstpointer data)
{
  const Shown shown = GPOINTER_TO_UINT (data);
  Asking asking = { 0 };
  g_autoptr (VnusChronicle) alone = open_shipped (), shown_alone = show (alone, shown);
  g_autoptr (VnusChronicle) owned = open_shipped (), shown_to_all = show (owned, shown);

  asking.owned = owned;
  asking.shown = shown_to_all;
  for (guint i = 0; i < N_ASKED; i++)
    asking.expected[i] = answer (shown_alone, i);
  run_in_threads (ask_all, change, &asking);
  for (guint i = 0; i < N_ASKED; i++)
    g_free (asking.expected[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/vnus/threads/asking/snapshot", GUINT_TO_POINTER (SNAPSHOT), test_asking);
  g_test_add_data_func ("/vnus/threads/asking/view", GUINT_TO_POINTER (VIEW), test_asking);
  g_test_add_data_func ("/vnus/threads/asking/view-known-on", GUINT_TO_POINTER (VIEW_KNOWN_ON), test_asking);
  g_test_add_data_func ("/vnus/threads/asking/view-according-to", GUINT_TO_POINTER (VIEW_ACCORDING_TO), test_asking);

  return g_test_run ();
}
