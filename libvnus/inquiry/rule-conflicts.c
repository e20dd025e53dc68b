/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule conflicts: values that exclude each other, and persons who would have
 * held an exclusive office at the same time. */
#include "inquiry/vnus-tenure-private.h"

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-claim-private.h"
#include "model/vnus-record-private.h"

/* --- Rival values --- */

static char **
list_sources (VnusClaim *claim)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < vnus_claim_get_n_citations (claim); i++)
    {
      const char *source = vnus_citation_get_source (vnus_claim_get_citation (claim, i));

      if (g_hash_table_add (seen, (gpointer) source))
        g_strv_builder_add (builder, source);
    }

  return g_strv_builder_end (builder);
}

static VnusPhrase *
new_value_phrase (VnusClaim   *claim,
                  const char  *text,
                  char       **sources)
{
  VnusPhrase *phrase = _vnus_phrase_new (sources[0] != NULL ? "conflicts.value" : "conflicts.value-of-editor");
  VnusDate *date = vnus_value_get_date (claim->value);
  g_autoptr (VnusPhrase) value = _vnus_phrase_new (NULL);

  if (date != NULL)
    _vnus_phrase_add_date (value, NULL, date, VNUS_DATE_STYLE_SHORT);
  else if (vnus_value_get_value_type (claim->value) == VNUS_VALUE_TYPE_REFERENCE)
    _vnus_phrase_add_record (value, NULL, text);
  else if (vnus_value_get_amount (claim->value) != NULL)
    _vnus_phrase_add_amount (value, NULL, vnus_value_get_amount (claim->value));
  else
    _vnus_phrase_add_text (value, NULL, text);
  _vnus_phrase_add_phrase (phrase, "value", value);
  if (sources[0] != NULL)
    {
      g_autofree char *names = g_strjoinv (", ", sources);

      _vnus_phrase_add_text (phrase, "sources", names);
    }

  return phrase;
}

static gboolean
are_rivals (VnusClaim **claims,
            gsize       n_claims)
{
  for (gsize i = 0; i < n_claims; i++)
    if (claims[i]->standing == VNUS_CLAIM_STANDING_RIVAL)
      return TRUE;

  return FALSE;
}

static void
add_conflict (VnusFinding  *finding,
              const char   *id,
              const char   *field,
              VnusClaim   **claims,
              gsize         n_claims)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_phrase_unref);
  VnusPhrase *sentence = _vnus_phrase_new ("conflicts.field");
  g_autofree char *nick = g_strdelimit (g_strdup (field), "-", '_');

  _vnus_finding_add_conflict (finding, id, field);
  for (gsize i = 0; i < n_claims; i++)
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) sources = NULL;

      if (!_vnus_claim_is_of_conflict (claims[i]))
        continue;
      text = vnus_value_to_string (claims[i]->value);
      sources = list_sources (claims[i]);
      _vnus_finding_add_rival (finding, text, (const char *const *) sources);
      for (guint j = 0; j < vnus_claim_get_n_citations (claims[i]); j++)
        _vnus_finding_add_evidence (finding, id, vnus_claim_get_citation (claims[i], j));
      g_ptr_array_add (values, new_value_phrase (claims[i], text, sources));
    }
  _vnus_finding_add_evidence (finding, id, NULL);

  _vnus_phrase_add_record (sentence, "record", id);
  _vnus_phrase_add_text (sentence, "field", nick);
  _vnus_phrase_add_text (sentence, "name", field);
  _vnus_phrase_add_list (sentence, "values", (VnusPhrase **) values->pdata, values->len, "semicolon");
  _vnus_finding_add_sentence (finding, sentence);
}

static void
search_record (VnusAsk     *ask,
               VnusFinding *finding,
               VnusRecord  *record)
{
  VnusRecordClass *klass = _vnus_record_class (record);
  const char *id = vnus_record_get_id (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *field = klass->fields[i]->name;
      gsize n_claims = 0;
      VnusClaim **claims;

      if (klass->fields[i]->is_list || !_vnus_record_has_cited_value (record, field))
        continue;
      claims = vnus_chronicle_list_claims (ask->view, id, field, &n_claims);
      if (are_rivals (claims, n_claims))
        add_conflict (finding, id, field, claims, n_claims);
      for (gsize j = 0; j < n_claims; j++)
        vnus_claim_unref (claims[j]);
      g_free (claims);
    }
}

/* --- Two holders of one office --- */

/* Certainly on a day in common, beyond the one on which it passes. */
static gboolean
certainly_overlap (const VnusTerm *a,
                   const VnusTerm *b)
{
  VnusBounds x = _vnus_get_bounds (_vnus_time_get (a->time)), y = _vnus_get_bounds (_vnus_time_get (b->time));
  gint64 start = MAX (x.latest_start, y.latest_start), end = MIN (x.earliest_end, y.earliest_end);

  if (_vnus_term_is_interval (a) && _vnus_term_is_interval (b))
    return start < end;
  if (_vnus_term_is_interval (a))
    return x.latest_start < y.earliest_start && y.latest_start < x.earliest_end;
  if (_vnus_term_is_interval (b))
    return y.latest_start < x.earliest_start && x.latest_start < y.earliest_end;

  return FALSE; /* on one day both may have held it, one after the other */
}

static void
add_two_holders (VnusFinding    *finding,
                 const VnusTerm *a,
                 const VnusTerm *b)
{
  const VnusTerm *terms[] = { a, b };
  VnusPhrase *sentence = _vnus_phrase_new ("conflicts.holders");

  _vnus_finding_add_conflict (finding, a->office, "holder");
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      g_auto (GStrv) sources = NULL;

      for (guint j = 0; j < vnus_record_get_n_citations (terms[i]->record); j++)
        {
          const char *source = vnus_citation_get_source (vnus_record_get_citation (terms[i]->record, j));

          if (g_hash_table_add (seen, (gpointer) source))
            g_strv_builder_add (builder, source);
        }
      sources = g_strv_builder_end (builder);
      _vnus_finding_add_rival (finding, terms[i]->person, (const char *const *) sources);
      _vnus_finding_add_evidence (finding, vnus_record_get_id (terms[i]->record), NULL);
    }

  _vnus_phrase_add_record (sentence, "office", a->office);
  _vnus_phrase_add_record (sentence, "first", a->person);
  _vnus_phrase_add_record (sentence, "second", b->person);
  _vnus_finding_add_sentence (finding, sentence);
}

static void
search_office (VnusAsk     *ask,
               VnusFinding *finding,
               VnusOffice  *office)
{
  g_autoptr (GPtrArray) terms = NULL;

  if (!vnus_office_get_exclusive (office))
    return;

  terms = _vnus_list_terms (ask->view, NULL, vnus_record_get_id (VNUS_RECORD (office)));
  for (guint i = 0; i < terms->len; i++)
    for (guint j = i + 1; j < terms->len; j++)
      {
        const VnusTerm *a = g_ptr_array_index (terms, i), *b = g_ptr_array_index (terms, j);

        if (!g_str_equal (a->person, b->person) && certainly_overlap (a, b))
          add_two_holders (finding, a, b);
      }
}

/* --- The finding --- */

VnusFinding *
_vnus_rule_conflicts (VnusAsk  *ask,
                      GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusRecord *only = ask->arguments[0].record;
  GPtrArray *records = _vnus_chronicle_get_records (ask->view);
  const guint n = only == NULL ? records->len : (guint) _vnus_is_in_view (ask->view, vnus_record_get_id (only));

  _vnus_finding_set_list (finding, "conflicts");
  for (guint i = 0; i < n; i++)
    {
      VnusRecord *record = only != NULL ? only : g_ptr_array_index (records, i);

      search_record (ask, finding, record);
      if (VNUS_IS_OFFICE (record))
        search_office (ask, finding, VNUS_OFFICE (record));
    }

  if (finding->conflicts != NULL)
    {
      _vnus_finding_set_truth (finding, VNUS_TRUTH_CERTAINLY);
      _vnus_finding_add_reason (finding, VNUS_REASONS_SOURCES_DIFFER);
    }
  else
    {
      VnusPhrase *sentence = _vnus_phrase_new (only != NULL ? "conflicts.none-of-record" : "conflicts.none");

      _vnus_finding_set_truth (finding, VNUS_TRUTH_NO);
      if (only != NULL)
        {
          _vnus_phrase_add_record (sentence, "record", vnus_record_get_id (only));
          _vnus_finding_add_evidence (finding, vnus_record_get_id (only), NULL);
        }
      finding->is_of_chronicle = TRUE;
      _vnus_finding_set_sentence (finding, sentence);
    }

  return _vnus_finding_seal (finding);
}
