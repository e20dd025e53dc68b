/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: a computed answer. How it is filled in is in
 * vnus-finding-builder.c, how it is written out in vnus-finding-text.c and
 * vnus-finding-json.c. */
#include "inquiry/vnus-finding-private.h"

/**
 * VnusFinding:
 *
 * A computed answer with everything that it rests on.
 *
 * A finding has a truth and, where it is not certain, the reasons; a value,
 * whose form depends on the rule; evidence and counter-evidence, which are
 * records of the chronicle; the declarations of coverage that it used and
 * those that it missed; the steps of its derivation; and a sentence in each
 * language.
 *
 * A finding does not change. It may be read from any thread for as long as
 * nobody changes its chronicle.
 *
 * ```json
 * {
 *   "rule": "elapsed",
 *   "truth": "certainly",
 *   "reasons": [],
 *   "disputed": false,
 *   "value": {"range": [10, 10], "unit": "years"},
 *   …
 * }
 * ```
 *
 * Since: 0.1
 */

G_DEFINE_FINAL_TYPE (VnusFinding, vnus_finding, G_TYPE_OBJECT)

static void
vnus_finding_finalize (GObject *object)
{
  VnusFinding *self = VNUS_FINDING (object);
  GPtrArray *lists[] = {
    self->evidence, self->counter, self->coverage, self->missing, self->steps, self->sentences, self->items,
  };

  for (guint i = 0; i < G_N_ELEMENTS (self->by_id); i++)
    g_clear_pointer (&self->by_id[i], g_hash_table_unref);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i] != _vnus_finding_no_list ())
      g_ptr_array_unref (lists[i]);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->date, vnus_date_unref);
  g_clear_pointer (&self->standpoint, vnus_date_unref);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->low, g_free);
  g_clear_pointer (&self->high, g_free);
  g_clear_pointer (&self->implied_low, g_free);
  g_clear_pointer (&self->implied_high, g_free);
  g_clear_pointer (&self->implied_unit, g_free);
  g_clear_pointer (&self->status, g_free);
  g_clear_pointer (&self->verdict, g_free);
  g_clear_pointer (&self->cause, g_free);
  g_clear_object (&self->chronicle);

  G_OBJECT_CLASS (vnus_finding_parent_class)->finalize (object);
}

static void
vnus_finding_class_init (VnusFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_finding_finalize;
}

static void
vnus_finding_init (VnusFinding *self)
{
  GPtrArray **const lists[] = {
    &self->evidence, &self->counter, &self->coverage, &self->missing, &self->steps, &self->sentences, &self->items,
  };

  self->truth = VNUS_TRUTH_POSSIBLY;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = _vnus_finding_no_list ();
}

/**
 * vnus_finding_get_rule:
 * @self: a finding
 *
 * Gets the id of the rule that made it, such as `level-on`.
 *
 * Returns: the id; the empty string in a finding that no rule made
 *
 * Since: 0.1
 */
const char *
vnus_finding_get_rule (VnusFinding *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);

  return self->rule != NULL ? self->rule : "";
}

/**
 * vnus_finding_get_truth:
 * @self: a finding
 *
 * Gets the truth.
 *
 * Of a list or a number it is certain if nothing in it is only possible, and
 * no if there certainly is none.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_finding_get_truth (VnusFinding *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), VNUS_TRUTH_POSSIBLY);

  return self->truth;
}

/**
 * vnus_finding_get_reasons:
 * @self: a finding
 *
 * Gets why the answer is not certain, or what else is to be known about it.
 *
 * Returns: the reasons
 *
 * Since: 0.1
 */
VnusReasons
vnus_finding_get_reasons (VnusFinding *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), VNUS_REASONS_NONE);

  return self->reasons;
}

/**
 * vnus_finding_is_disputed:
 * @self: a finding
 *
 * Gets whether sources differ in what the answer rests on.
 *
 * Returns: `TRUE` if they differ
 *
 * Since: 0.1
 */
gboolean
vnus_finding_is_disputed (VnusFinding *self)
{
  return (vnus_finding_get_reasons (self) & VNUS_REASONS_SOURCES_DIFFER) != 0;
}

/**
 * vnus_finding_get_range:
 * @self: a finding
 * @min: (out) (optional): return location for the least number
 * @max: (out) (optional): return location for the greatest number, [const@Vnus.RANGE_OPEN] if there is no bound
 *
 * Gets the number or count that was found, as a range.
 *
 * Returns: `TRUE` if the value has a range
 *
 * Since: 0.1
 */
gboolean
vnus_finding_get_range (VnusFinding *self,
                        int         *min,
                        int         *max)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), FALSE);

  if (min != NULL)
    *min = self->min;
  if (max != NULL)
    *max = self->max;

  return self->range_name != NULL;
}

/**
 * vnus_finding_get_unit:
 * @self: a finding
 *
 * Gets the unit of the number that was found, such as `years` or `visits`.
 *
 * Returns: (nullable): the unit, or `NULL` if the value has none
 *
 * Since: 0.1
 */
const char *
vnus_finding_get_unit (VnusFinding *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);

  return self->unit;
}

/**
 * vnus_finding_get_date:
 * @self: a finding
 *
 * Gets the date that was found.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL` if the value has none
 *
 * Since: 0.1
 */
VnusDate *
vnus_finding_get_date (VnusFinding *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);

  return self->date;
}

/**
 * vnus_finding_get_n_records:
 * @self: a finding
 *
 * Gets how many records were found, those that are only possible included.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_finding_get_n_records (VnusFinding *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), 0);

  return self->items != NULL ? self->items->len : 0;
}

static const VnusFindingItem *
get_item (VnusFinding *self,
          guint        position)
{
  return position < vnus_finding_get_n_records (self) ? g_ptr_array_index (self->items, position) : NULL;
}

/**
 * vnus_finding_get_record_id:
 * @self: a finding
 * @position: the position of a record, from 0
 *
 * Gets the id of a record that was found.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
const char *
vnus_finding_get_record_id (VnusFinding *self,
                            guint        position)
{
  const VnusFindingItem *item;

  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);

  item = get_item (self, position);
  return item != NULL ? item->id : NULL;
}

/**
 * vnus_finding_get_record_truth:
 * @self: a finding
 * @position: the position of a record, from 0
 *
 * Gets whether a record that was found certainly answers the question.
 *
 * Returns: the truth; no past the end
 *
 * Since: 0.1
 */
VnusTruth
vnus_finding_get_record_truth (VnusFinding *self,
                               guint        position)
{
  const VnusFindingItem *item;

  g_return_val_if_fail (VNUS_IS_FINDING (self), VNUS_TRUTH_NO);

  item = get_item (self, position);
  return item != NULL ? item->truth : VNUS_TRUTH_NO;
}

/**
 * vnus_finding_get_record_range:
 * @self: a finding
 * @position: the position of a record, from 0
 * @min: (out) (optional): return location for the least number
 * @max: (out) (optional): return location for the greatest number, [const@Vnus.RANGE_OPEN] if there is no bound
 *
 * Gets the number of a record that was found: of an anniversary, the years.
 *
 * Returns: `TRUE` if the record has a number
 *
 * Since: 0.1
 */
gboolean
vnus_finding_get_record_range (VnusFinding *self,
                               guint        position,
                               int         *min,
                               int         *max)
{
  const VnusFindingItem *item;

  g_return_val_if_fail (VNUS_IS_FINDING (self), FALSE);

  item = get_item (self, position);
  if (min != NULL)
    *min = item != NULL ? item->min : 0;
  if (max != NULL)
    *max = item != NULL ? item->max : 0;

  return item != NULL && item->has_range;
}

/**
 * vnus_finding_get_record_sense:
 * @self: a finding
 * @position: the position of a record, from 0
 *
 * Gets in which sense a record answers the question.
 *
 * Of an agreement it is `in-force` or `operative`, of a level its ladder.
 *
 * Returns: (nullable): the sense, or `NULL` if the rule knows only one
 *
 * Since: 0.1
 */
const char *
vnus_finding_get_record_sense (VnusFinding *self,
                               guint        position)
{
  const VnusFindingItem *item;

  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);

  item = get_item (self, position);
  return item != NULL ? item->sense : NULL;
}

static char **
list_texts (GPtrArray *texts)
{
  guint n = texts != NULL ? texts->len : 0;
  char **list = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    list[i] = g_strdup (g_ptr_array_index (texts, i));

  return list;
}

static char **
list_ids (GPtrArray *evidence)
{
  guint n = evidence != NULL ? evidence->len : 0;
  char **list = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    list[i] = g_strdup (((VnusEvidence *) g_ptr_array_index (evidence, i))->id);

  return list;
}

/**
 * vnus_finding_list_evidence:
 * @self: a finding
 *
 * Lists the records that the answer rests on.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, in the order in which they were used
 *
 * Since: 0.1
 */
char **
vnus_finding_list_evidence (VnusFinding *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);

  return list_ids (self->evidence);
}

/**
 * vnus_finding_list_counter_evidence:
 * @self: a finding
 *
 * Lists the records that speak against the answer, or against its certainty.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, in the order in which they were used
 *
 * Since: 0.1
 */
char **
vnus_finding_list_counter_evidence (VnusFinding *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);

  return list_ids (self->counter);
}

/**
 * vnus_finding_list_coverage:
 * @self: a finding
 *
 * Lists the declarations of coverage that the answer rests on.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 *
 * Since: 0.1
 */
char **
vnus_finding_list_coverage (VnusFinding *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);

  return list_texts (self->coverage);
}

/**
 * vnus_finding_list_missing_coverage:
 * @self: a finding
 *
 * Lists what would have to be covered for the answer to be certain.
 *
 * Returns: (transfer full) (array zero-terminated=1): the scopes, each with its span, as the text of queries
 *
 * Since: 0.1
 */
char **
vnus_finding_list_missing_coverage (VnusFinding *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);

  return list_texts (self->missing);
}

/**
 * vnus_finding_get_n_steps:
 * @self: a finding
 *
 * Gets how many steps the derivation has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_finding_get_n_steps (VnusFinding *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), 0);

  return self->steps != NULL ? self->steps->len : 0;
}

/**
 * vnus_finding_dup_step:
 * @self: a finding
 * @position: the position of a step, from 0
 * @language: a language: `en` or `vi`
 *
 * Words a step of the derivation.
 *
 * Returns: (transfer full) (nullable): the step, or `NULL` past the end
 *
 * Since: 0.1
 */
char *
vnus_finding_dup_step (VnusFinding *self,
                       guint        position,
                       const char  *language)
{
  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (position >= vnus_finding_get_n_steps (self))
    return NULL;

  return _vnus_phrase_say_sentence (g_ptr_array_index (self->steps, position), self->chronicle, language);
}

/**
 * vnus_finding_dup_sentence:
 * @self: a finding
 * @language: a language: `en` or `vi`
 *
 * Words the answer, in one sentence or more.
 *
 * Returns: (transfer full) (nullable): the text; `NULL` if there is nothing to say
 *
 * Since: 0.1
 */
char *
vnus_finding_dup_sentence (VnusFinding *self,
                           const char  *language)
{
  GString *text;

  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (self->sentences == NULL || self->sentences->len == 0)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < self->sentences->len; i++)
    {
      g_autofree char *sentence =
        _vnus_phrase_say_sentence (g_ptr_array_index (self->sentences, i), self->chronicle, language);

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, sentence);
    }

  return g_string_free (text, FALSE);
}
