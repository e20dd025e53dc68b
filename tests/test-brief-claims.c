/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How much of two press reports the briefs of their days carry.
 *
 * A line of corpus/brief-claims.tsv is a claim of a report, the topic of the
 * sentence that carries it, the evidence by which that sentence is found, and
 * whose names it must say in every language:
 *
 *   evidence  RECORD or RECORD#FIELD, with commas: all of it backs one sentence
 *   names     ids; “!ID” the label in full, not an alias or a short title;
 *             “@ID” the notes on participants of the record; “-” none
 *
 * The topic is “source” for what the list of sources tells, and “opinion” or
 * “garbled” for claims that belong in no brief.
 */
#include <string.h>

#include "brief-helpers.h"

#include "brief/brief-private.h"

#define LEAST_PER_CENT 95

static const struct
{
  char        report;
  const char *day;
} reports[] = {
  { 'A', "2023-08-29" },
  { 'B', "2023-09-09" },
};

static const char *const languages[] = { "en", "vi" };

/* ---- Names ---- */

static gboolean
says (const char *sentence,
      const char *name)
{
  g_autofree char *folded = g_utf8_casefold (sentence, -1);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  return strstr (folded, wanted) != NULL;
}

static gboolean
says_label (VnusRecord *record,
            const char *sentence,
            const char *language)
{
  VnusText *label = vnus_record_get_label (record);

  return label != NULL && says (sentence, vnus_text_get_best (label, language));
}

/* Whether a sentence has the title with the abbreviation of its body spelled out. */
static gboolean
says_spelled_out (VnusRecord *office,
                  const char *sentence,
                  const char *title,
                  const char *language)
{
  const char *owner = _vnus_brief_owner_of (office);
  VnusRecord *body = owner != NULL ? vnus_chronicle_lookup (chronicle, owner) : NULL;
  const char *abbreviation = body != NULL ? _vnus_brief_abbreviation_of (body) : NULL;
  g_autofree char *full = NULL, *spelled_out = NULL;
  g_auto (GStrv) parts = NULL;

  if (abbreviation == NULL)
    return FALSE;

  parts = g_strsplit (title, abbreviation, -1);
  full = g_strdup_printf ("%s (%s)", vnus_text_get_best (vnus_record_get_label (body), language), abbreviation);
  spelled_out = g_strjoinv (full, parts);
  return says (sentence, spelled_out);
}

static gboolean
says_record (VnusRecord *record,
             const char *sentence,
             const char *language)
{
  if (says_label (record, sentence, language))
    return TRUE;
  for (guint i = 0; i < vnus_record_get_n_aliases (record); i++)
    if (says (sentence, vnus_record_get_alias (record, i)))
      return TRUE;

  if (VNUS_IS_OFFICE (record) || VNUS_IS_ORGANIZATION (record)) /* without the name of its state */
    {
      BriefScene scene = { .view = chronicle };
      g_autoptr (VnusText) title = _vnus_brief_short_title (&scene, vnus_record_get_id (record));

      return says (sentence, vnus_text_get_best (title, language)) ||
             says_spelled_out (record, sentence, vnus_text_get_best (title, language), language);
    }

  return FALSE;
}

static gboolean
says_participant_notes (VnusRecord *record,
                        const char *sentence,
                        const char *language)
{
  for (guint i = 0; i < vnus_event_get_n_participants (VNUS_EVENT (record)); i++)
    {
      VnusText *note = vnus_participant_get_note (vnus_event_get_participant (VNUS_EVENT (record), i));

      if (note != NULL && !says (sentence, vnus_text_get_best (note, language)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
says_names (const char *names,
            const char *sentence,
            const char *language)
{
  g_auto (GStrv) list = g_strsplit (names, ",", -1);

  for (guint i = 0; list[i] != NULL && !g_str_equal (list[i], "-"); i++)
    {
      const gboolean is_marked = strchr ("!@", list[i][0]) != NULL;
      VnusRecord *record = vnus_chronicle_lookup (chronicle, list[i] + is_marked);

      if (record == NULL)
        g_error ("“%s” is no record", list[i]);
      if (list[i][0] == '!' ? !says_label (record, sentence, language)
          : list[i][0] == '@' ? !says_participant_notes (record, sentence, language)
                              : !says_record (record, sentence, language))
        return FALSE;
    }

  return TRUE;
}

/* ---- Evidence ---- */

static gboolean
rests_on (VnusFinding *item,
          const char  *wanted)
{
  g_auto (GStrv) parts = g_strsplit (wanted, "#", 2);

  for (guint i = 0; i < _vnus_finding_get_n_evidence (item); i++)
    {
      VnusEvidence *evidence = _vnus_finding_get_evidence (item, i);
      g_autoptr (GPtrArray) citations = NULL;

      if (!g_str_equal (evidence->id, parts[0]))
        continue;
      citations = _vnus_finding_list_citations (item, evidence);
      for (guint j = 0; j < citations->len; j++)
        {
          const char *field = vnus_citation_get_field (g_ptr_array_index (citations, j));

          /* what backs all of a record backs each of its fields */
          if (parts[1] == NULL || field == NULL || g_str_equal (field, parts[1]))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
rests_on_all (VnusFinding *item,
              const char  *evidence)
{
  g_auto (GStrv) list = g_strsplit (evidence, ",", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (!rests_on (item, list[i]))
      return FALSE;

  return TRUE;
}

/* ---- Claims ---- */

typedef struct
{
  char   **claim; /* claim, topic, evidence, names */
  gboolean is_told;
} Search;

static void
look_at (const char  *section,
         VnusFinding *item,
         gpointer     user_data)
{
  Search *search = user_data;

  if (search->is_told || !g_str_equal (vnus_finding_get_rule (item), search->claim[1]) ||
      !rests_on_all (item, search->claim[2]))
    return;

  search->is_told = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *sentence = vnus_finding_dup_sentence (item, languages[i]);

      search->is_told = search->is_told && says_names (search->claim[3], sentence, languages[i]);
    }
}

static gboolean
is_among_sources (VnusBrief  *brief,
                  const char *source)
{
  g_auto (GStrv) sources = vnus_brief_list_sources (brief);

  return g_strv_contains ((const char *const *) sources, source);
}

static gboolean
is_told (VnusBrief *brief,
         char     **claim)
{
  Search search = { claim, FALSE };

  if (g_str_equal (claim[1], "source"))
    return is_among_sources (brief, claim[2]);

  foreach_item (brief, look_at, &search);
  return search.is_told;
}

static char **
read_lines (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "brief-claims.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static void
test_report (gconstpointer data)
{
  const guint position = GPOINTER_TO_UINT (data);
  g_autoptr (VnusBrief) brief = make_brief (SUBJECT, reports[position].day, reports[position].day, NULL);
  g_auto (GStrv) lines = read_lines ();
  guint n_told = 0, n_all = 0;

  compose (brief);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) claim = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (claim), ==, 4);
      if (claim[0][0] != reports[position].report || g_str_equal (claim[1], "opinion") || g_str_equal (claim[1], "garbled"))
        continue;
      n_all++;
      if (is_told (brief, claim))
        n_told++;
      else
        g_test_message ("%s is not told: %s %s %s", claim[0], claim[1], claim[2], claim[3]);
    }

  g_test_message ("%u of %u claims of report %c are told", n_told, n_all, reports[position].report);
  g_assert_cmpuint (n_all, >, 80);
  g_assert_cmpuint (100 * n_told, >=, LEAST_PER_CENT * n_all);
}

int
main (int    argc,
      char **argv)
{
  set_up (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/brief/claims/%c", reports[i].report);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_report);
    }

  return run_all ();
}
