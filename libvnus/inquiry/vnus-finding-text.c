/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: a finding explained, step by step, down to its sources. */
#include "inquiry/vnus-finding-private.h"

#include <vnus/vnus-inquiry.h>
#include <vnus/vnus-source.h>
#include <vnus/vnus-version.h>

#include <stdlib.h>
#include <string.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-record-name-private.h"
#include "wording/vnus-message-private.h"

static void
append_heading (GString    *text,
                const char *language,
                const char *key)
{
  g_autofree char *heading = _vnus_message_format (language, key, NULL, 0);

  g_string_append_printf (text, "\n%s\n", heading);
}

/* Title, publisher and date, as far as they are known. */
static char *
describe_source (VnusChronicle *chronicle,
                 const char    *id,
                 const char    *language)
{
  VnusRecord *record = vnus_chronicle_lookup (chronicle, id);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  VnusSource *source;

  if (record == NULL || !VNUS_IS_SOURCE (record))
    return g_strdup ("");

  source = VNUS_SOURCE (record);
  if (vnus_source_get_title (source) != NULL)
    g_strv_builder_add (builder, vnus_text_get_best (vnus_source_get_title (source), language));
  if (vnus_source_get_publisher (source) != NULL)
    g_strv_builder_add (builder, vnus_source_get_publisher (source));
  if (vnus_source_get_published (source) != NULL)
    {
      g_autofree char *date = vnus_date_format (vnus_source_get_published (source), language, VNUS_DATE_STYLE_SHORT);

      g_strv_builder_add (builder, date != NULL ? date : vnus_date_get_text (vnus_source_get_published (source)));
    }

  parts = g_strv_builder_end (builder);
  return _vnus_message_list (language, (const char *const *) parts, "comma");
}

static void
append_citation (GString            *text,
                 VnusChronicle      *chronicle,
                 const VnusCitation *citation,
                 const char         *language)
{
  const char *source = vnus_citation_get_source (citation);
  const char *locator = vnus_citation_get_locator (citation);
  g_autofree char *description = describe_source (chronicle, source, language);

  g_string_append_printf (text, "    [%s%s%s]%s%s\n", source, locator != NULL ? " " : "",
                          locator != NULL ? locator : "", *description != '\0' ? " " : "", description);
}

/* --- The answer --- */

char *
_vnus_finding_say_answer (VnusFinding *self,
                          const char  *language)
{
  g_autofree char *truth = _vnus_message_truth (language, self->truth);
  g_autofree char *reasons = _vnus_message_reasons (language, self->reasons);

  if (*reasons == '\0')
    return _vnus_say (language, "finding.answer", VNUS_ARG_S ("truth", truth));

  return _vnus_say (language, "finding.answer-because", VNUS_ARG_S ("truth", truth), VNUS_ARG_S ("reasons", reasons));
}

static void
append_answer (GString     *text,
               VnusFinding *self,
               const char  *language)
{
  g_autofree char *sentence = vnus_finding_dup_sentence (self, language);
  g_autofree char *answer = _vnus_finding_say_answer (self, language);

  if (sentence != NULL)
    g_string_append_printf (text, "%s\n", sentence);
  g_string_append_printf (text, "%s\n", answer);
}

/* --- The colophon --- */

static void
append_line (GString    *text,
             const char *language,
             const char *key,
             VnusDate   *date)
{
  g_autofree char *words = vnus_date_format (date, language, VNUS_DATE_STYLE_PROSE);
  const VnusMessageArg arg = VNUS_ARG_S ("date", words != NULL ? words : vnus_date_get_text (date));
  g_autofree char *line = _vnus_message_format (language, key, &arg, 1);

  g_string_append_printf (text, "%s\n", line);
}

static void
append_names (GString           *text,
              const char        *language,
              const char        *key,
              const char *const *names)
{
  if (names != NULL && names[0] != NULL)
    {
      g_autofree char *joined = g_strjoinv (", ", (char **) names);
      const VnusMessageArg arg = VNUS_ARG_S ("names", joined);
      g_autofree char *line = _vnus_message_format (language, key, &arg, 1);

      g_string_append_printf (text, "%s\n", line);
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The sources that anything of the answer rests on, sorted. */
static char **
list_sources (VnusFinding *self)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *lists[] = { self->evidence, self->counter };
  g_autofree const char **ids = NULL;
  guint n;

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        g_autoptr (GPtrArray) citations = _vnus_finding_list_citations (self, g_ptr_array_index (lists[l], i));

        for (guint j = 0; j < citations->len; j++)
          g_hash_table_add (sources, (gpointer) g_intern_string (vnus_citation_get_source (g_ptr_array_index (citations, j))));
      }

  ids = (const char **) g_hash_table_get_keys_as_array (sources, &n);
  qsort (ids, n, sizeof (char *), (GCompareFunc) compare_ids);
  return g_strdupv ((char **) ids);
}

void
_vnus_finding_append_view (GString       *text,
                           VnusChronicle *chronicle,
                           VnusDate      *standpoint,
                           const char    *language)
{
  VnusDate *known_on = vnus_chronicle_get_known_on (chronicle);
  g_auto (GStrv) according_to = vnus_chronicle_list_according_to (chronicle);
  g_autofree char *version = g_strdup_printf ("%d.%d.%d", VNUS_MAJOR_VERSION, VNUS_MINOR_VERSION, VNUS_MICRO_VERSION);
  g_autofree char *digest = vnus_chronicle_dup_digest (chronicle);
  g_autofree char *line =
    _vnus_say (language, "finding.colophon", VNUS_ARG_S ("chronicle", vnus_chronicle_get_id (chronicle)),
               VNUS_ARG_S ("digest", digest), VNUS_ARG_S ("version", version));

  g_string_append_printf (text, "%s\n", line);
  if (standpoint != NULL)
    append_line (text, language, "finding.colophon-standpoint", standpoint);
  if (known_on != NULL)
    append_line (text, language, "finding.colophon-known-on", known_on);
  append_names (text, language, "finding.colophon-according-to", (const char *const *) according_to);
}

static guint
count_sources (VnusRevision *revision)
{
  return _vnus_revision_find_place (revision, VNUS_KIND_SOURCE + 1, "") -
         _vnus_revision_find_place (revision, VNUS_KIND_SOURCE, "");
}

static guint
count_used (VnusChronicle     *chronicle,
            const char *const *used)
{
  guint n = 0;

  for (guint i = 0; used != NULL && used[i] != NULL; i++)
    {
      VnusRecord *source = _vnus_revision_lookup (chronicle->revision, used[i]);

      n += source != NULL && VNUS_IS_SOURCE (source);
    }

  return n;
}

/* What the answer does not rest on: what is in view, and what the view hides. */
static void
append_left_out (GString           *text,
                 VnusChronicle     *chronicle,
                 const char *const *used,
                 const char        *language)
{
  const guint n_in_view = count_sources (chronicle->revision);
  const guint n_all = chronicle->base != NULL ? count_sources (chronicle->base) : n_in_view;
  g_autofree char *line = _vnus_say (language, "finding.colophon-left-out",
                                     VNUS_ARG_I ("unused", n_in_view - count_used (chronicle, used)),
                                     VNUS_ARG_I ("hidden", n_all - n_in_view));

  g_string_append_printf (text, "%s\n", line);
}

static void
append_colophon (GString           *text,
                 VnusChronicle     *chronicle,
                 VnusDate          *standpoint,
                 const char *const *sources,
                 const char        *language)
{
  _vnus_finding_append_view (text, chronicle, standpoint, language);
  append_names (text, language, "finding.colophon-sources", sources);
  append_left_out (text, chronicle, sources, language);
}

/**
 * vnus_inquiry_dup_colophon:
 * @self: an inquiry
 * @sources: (nullable) (array zero-terminated=1): the ids of sources that were used
 * @language: a language: `en` or `vi`
 *
 * Words from which chronicle, standpoint, day of knowledge and sources the
 * answers come, and how many sources were left out, as outputs for people end.
 *
 * Returns: (transfer full): the text, in lines; empty for an inquiry without a chronicle
 *
 * Since: 0.1
 */
char *
vnus_inquiry_dup_colophon (VnusInquiry       *self,
                           const char *const *sources,
                           const char        *language)
{
  GString *text;

  g_return_val_if_fail (VNUS_IS_INQUIRY (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  text = g_string_new (NULL);
  if (vnus_inquiry_get_chronicle (self) != NULL)
    append_colophon (text, vnus_inquiry_get_chronicle (self), vnus_inquiry_get_standpoint (self), sources, language);

  return g_string_free (text, FALSE);
}

static void
append_end (GString     *text,
            VnusFinding *self,
            const char  *language)
{
  g_auto (GStrv) sources = list_sources (self);

  g_string_append_c (text, '\n');
  append_colophon (text, self->chronicle, self->standpoint, (const char *const *) sources, language);
}

/**
 * vnus_finding_to_text:
 * @self: a finding
 * @language: a language: `en` or `vi`
 *
 * Writes the answer for a reader: the sentence, how certain it is, and from
 * which chronicle, standpoint and sources it comes.
 *
 * Returns: (transfer full): the text, in lines
 *
 * Since: 0.1
 */
char *
vnus_finding_to_text (VnusFinding *self,
                      const char  *language)
{
  GString *text;

  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  text = g_string_new (NULL);
  if (self->rule == NULL)
    return g_string_free (text, FALSE);

  append_answer (text, self, language);
  append_end (text, self, language);

  return g_string_free (text, FALSE);
}

/* --- The explanation --- */

static void
append_question (GString     *text,
                 VnusFinding *self,
                 const char  *language)
{
  g_autofree char *key = g_strconcat ("rule.", self->rule, ".statement", NULL);

  g_string_append (text, self->rule);
  if (_vnus_message_exists (language, key))
    {
      g_autofree char *statement = _vnus_message_format (language, key, NULL, 0);

      g_string_append_printf (text, ": %s", statement);
    }
  g_string_append_c (text, '\n');
}

/* A record and what backs it. */
static void
append_record (GString     *text,
               VnusFinding *self,
               const char  *id,
               GPtrArray   *citations,
               const char  *language)
{
  g_autofree char *name = _vnus_record_name_of (self->chronicle, id, language);
  const gboolean has_name = !g_str_equal (name, id);

  g_string_append_printf (text, "  %s%s%s\n", id, has_name ? ": " : "", has_name ? name : "");
  for (guint i = 0; i < citations->len; i++)
    append_citation (text, self->chronicle, g_ptr_array_index (citations, i), language);
}

static void
append_evidence (GString     *text,
                 VnusFinding *self,
                 const char  *heading,
                 GPtrArray   *list,
                 const char  *language)
{
  if (list->len == 0)
    return;

  append_heading (text, language, heading);
  for (guint i = 0; i < list->len; i++)
    {
      const VnusEvidence *evidence = g_ptr_array_index (list, i);
      g_autoptr (GPtrArray) citations = _vnus_finding_list_citations (self, evidence);

      append_record (text, self, evidence->id, citations, language);
    }
}

static void
append_coverage (GString     *text,
                 VnusFinding *self,
                 const char  *language)
{
  if (self->coverage->len > 0)
    append_heading (text, language, "finding.coverage");
  for (guint i = 0; i < self->coverage->len; i++)
    {
      const VnusEvidence whole = { .id = g_ptr_array_index (self->coverage, i) };
      g_autoptr (GPtrArray) citations = _vnus_finding_list_citations (self, &whole);

      append_record (text, self, whole.id, citations, language);
    }

  if (self->missing->len > 0)
    append_heading (text, language, "finding.missing");
  for (guint i = 0; i < self->missing->len; i++)
    g_string_append_printf (text, "  %s\n", (const char *) g_ptr_array_index (self->missing, i));
}

/**
 * vnus_finding_explain:
 * @self: a finding
 * @language: a language: `en` or `vi`
 *
 * Explains the answer: the rule, the steps, and the records and citations that
 * it rests on, so that somebody can check it against the sources.
 *
 * Returns: (transfer full): the text, in lines
 *
 * Since: 0.1
 */
char *
vnus_finding_explain (VnusFinding *self,
                      const char  *language)
{
  GString *text;

  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  text = g_string_new (NULL);
  if (self->rule == NULL)
    return g_string_free (text, FALSE);

  append_question (text, self, language);
  append_answer (text, self, language);

  if (self->steps->len > 0)
    append_heading (text, language, "finding.steps");
  for (guint i = 0; i < self->steps->len; i++)
    {
      g_autofree char *step = vnus_finding_dup_step (self, i, language);

      g_string_append_printf (text, "  %u. %s\n", i + 1, step);
    }

  append_evidence (text, self, "finding.evidence", self->evidence, language);
  append_evidence (text, self, "finding.counter", self->counter, language);
  append_coverage (text, self, language);
  append_end (text, self, language);

  return g_string_free (text, FALSE);
}
