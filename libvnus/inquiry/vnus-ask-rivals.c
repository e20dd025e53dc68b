/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: records that match a query by one source and not by another.
 *
 * A query reads the values that resolution chose. Where a rival decides whether a
 * record matches, that is only possible: so each term that asks for a field with
 * one value is left out in turn, and what is found without it is held against all
 * values that sources give. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-matches.h>

#include "chronicle/vnus-claim-private.h"
#include "chronicle/vnus-query-private.h"
#include "chronicle/vnus-record-time-private.h"

/* The terms from @first up to, not with, @end: those of one key. */
typedef struct
{
  VnusChronicle *view;
  VnusQuery     *query;
  guint          first, end;
} Part;

static gboolean
can_be_disputed (const VnusQueryTerm *term)
{
  return term->key->matter == VNUS_MATTER_WHEN || term->key->matter == VNUS_MATTER_FIELD;
}

static VnusQuery *
leave_out (const Part *part)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_query_term_unref);

  for (guint i = 0; i < part->query->n_terms; i++)
    if (i < part->first || i >= part->end)
      g_ptr_array_add (terms, _vnus_query_term_ref (part->query->terms[i]));

  return _vnus_query_new (terms);
}

/* Rivals come from citations that give values of their own. */
static gboolean
has_own_values (VnusRecord *record,
                const char *field)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);

      if (vnus_citation_get_value (citation) != NULL && g_strcmp0 (vnus_citation_get_field (citation), field) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_rivals (VnusChronicle *view,
            VnusRecord    *record,
            const char    *field)
{
  gsize n_claims = 0;
  VnusClaim **claims;
  gboolean found = FALSE;

  if (!has_own_values (record, field))
    return FALSE;

  claims = vnus_chronicle_list_claims (view, vnus_record_get_id (record), field, &n_claims);
  for (gsize i = 0; i < n_claims; i++)
    {
      found = found || claims[i]->standing == VNUS_CLAIM_STANDING_RIVAL;
      vnus_claim_unref (claims[i]);
    }
  g_free (claims);

  return found;
}

/* Whether the answer depends on which of the dates is right. */
static gboolean
dates_differ (const Part *part,
              VnusRecord *record,
              const char *field)
{
  g_autoptr (VnusTime) time = NULL;
  VnusAnswers answers = { 0 };

  if (field == NULL || !has_rivals (part->view, record, field))
    return FALSE;

  time = _vnus_time_new (part->view, record, field);
  for (guint i = 0; i < _vnus_time_get_n (time); i++)
    _vnus_answers_add (&answers, _vnus_query_test_date (part->query->terms + part->first, part->end - part->first,
                                                        _vnus_time_get_nth (time, i)));

  return answers.differ;
}

static gboolean
is_disputed (const Part *part,
             VnusRecord *record)
{
  const VnusQueryKey *key = part->query->terms[part->first]->key;
  VnusKind kind = vnus_record_get_kind (record);

  if (key->matter == VNUS_MATTER_WHEN)
    return dates_differ (part, record, _vnus_kind_get_time_field (kind));

  for (guint i = 0; i < VNUS_KEY_MAX_FIELDS && key->fields[kind][i] != NULL; i++)
    if (!key->fields[kind][i]->is_list && has_rivals (part->view, record, key->fields[kind][i]->name))
      return TRUE;

  return FALSE;
}

GHashTable *
_vnus_ask_find_disputed (VnusAsk   *ask,
                         VnusQuery *query)
{
  GHashTable *disputed = g_hash_table_new (NULL, NULL);
  Part part = { ask->view, query, 0, 0 };

  for (; part.first < query->n_terms; part.first = part.end)
    {
      g_autoptr (VnusQuery) rest = NULL;
      g_autoptr (VnusMatches) matches = NULL;

      part.end = part.first + 1;
      while (part.end < query->n_terms && query->terms[part.end]->key == query->terms[part.first]->key)
        part.end++;
      if (!can_be_disputed (query->terms[part.first]))
        continue;

      rest = leave_out (&part);
      matches = vnus_query_run (rest, ask->view);
      for (guint i = 0; i < vnus_matches_get_size (matches); i++)
        {
          VnusRecord *record = vnus_matches_get_record (matches, i);

          if (is_disputed (&part, record))
            g_hash_table_add (disputed, record);
        }
    }

  return disputed;
}
