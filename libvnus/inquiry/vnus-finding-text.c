/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: a finding explained, step by step, down to its sources. */
#include "inquiry/vnus-finding-private.h"

#include <vnus/vnus-source.h>

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

/* A record and what backs it. */
static void
append_record (GString     *text,
               VnusFinding *self,
               const char  *id,
               GPtrArray   *citations,
               const char  *language)
{
  VnusRecord *record = vnus_chronicle_lookup (self->chronicle, id);
  VnusText *label = record != NULL ? vnus_record_get_label (record) : NULL;

  g_string_append_printf (text, "  %s%s%s\n", id, label != NULL ? ": " : "",
                          label != NULL ? vnus_text_get_best (label, language) : "");
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
      VnusEvidence whole = { g_ptr_array_index (self->coverage, i), g_ptr_array_new () };
      g_autoptr (GPtrArray) citations = _vnus_finding_list_citations (self, &whole);

      append_record (text, self, whole.id, citations, language);
      g_ptr_array_unref (whole.citations);
    }

  if (self->missing->len > 0)
    append_heading (text, language, "finding.missing");
  for (guint i = 0; i < self->missing->len; i++)
    g_string_append_printf (text, "  %s\n", (const char *) g_ptr_array_index (self->missing, i));
}

static void
append_answer (GString     *text,
               VnusFinding *self,
               const char  *language)
{
  g_autofree char *key = g_strconcat ("rule.", self->rule, ".statement", NULL);
  g_autofree char *truth = _vnus_message_truth (language, self->truth);
  g_autofree char *reasons = _vnus_message_reasons (language, self->reasons);
  g_autofree char *answer = NULL;
  g_autofree char *sentence = vnus_finding_dup_sentence (self, language);

  g_string_append (text, self->rule);
  if (_vnus_message_exists (language, key))
    {
      g_autofree char *statement = _vnus_message_format (language, key, NULL, 0);

      g_string_append_printf (text, ": %s", statement);
    }

  if (*reasons != '\0')
    answer = _vnus_say (language, "finding.answer-because", VNUS_ARG_S ("truth", truth), VNUS_ARG_S ("reasons", reasons));
  else
    answer = _vnus_say (language, "finding.answer", VNUS_ARG_S ("truth", truth));
  g_string_append_printf (text, "\n%s\n", answer);
  if (sentence != NULL)
    g_string_append_printf (text, "%s\n", sentence);
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

  return g_string_free (text, FALSE);
}
