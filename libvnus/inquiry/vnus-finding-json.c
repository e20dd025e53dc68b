/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: a finding as JSON. */
#include "inquiry/vnus-finding-private.h"

#include "base/vnus-json-string-private.h"

static void
append_strings (GString           *json,
                const char *const *strings)
{
  g_string_append_c (json, '[');
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      _vnus_json_append_string (json, strings[i]);
    }
  g_string_append_c (json, ']');
}

static void
append_bound (GString *json,
              int      number)
{
  if (number == VNUS_DAY_MIN || number == VNUS_RANGE_OPEN)
    g_string_append (json, "null");
  else
    g_string_append_printf (json, "%d", number);
}

static void
append_range (GString *json,
              int      min,
              int      max)
{
  g_string_append_c (json, '[');
  append_bound (json, min);
  g_string_append (json, ", ");
  append_bound (json, max);
  g_string_append_c (json, ']');
}

/* A decimal is a number of JSON as it stands. */
static void
append_decimals (GString    *json,
                 const char *low,
                 const char *high)
{
  g_string_append_printf (json, "[%s, %s]", low != NULL ? low : "null", high != NULL ? high : "null");
}

/* Begins a member of an object that began at @start. */
static void
append_key (GString    *json,
            gsize       start,
            const char *key)
{
  if (json->len > start)
    g_string_append (json, ", ");
  _vnus_json_append_string (json, key);
  g_string_append (json, ": ");
}

static void
append_item (GString               *json,
             const VnusFindingItem *item,
             gboolean               is_level)
{
  gsize start;

  g_string_append_c (json, '{');
  start = json->len;
  append_key (json, start, "id");
  _vnus_json_append_string (json, item->id);
  if (is_level)
    {
      append_key (json, start, "ladder");
      _vnus_json_append_string (json, item->sense);
    }
  append_key (json, start, "truth");
  _vnus_json_append_string (json, vnus_truth_to_string (item->truth));
  if (item->has_range)
    {
      append_key (json, start, "n");
      append_range (json, item->min, item->max);
      append_key (json, start, "jubilee");
      g_string_append (json, item->min == item->max && item->min % 5 == 0 ? "true" : "false");
    }
  if (item->sense != NULL && !is_level)
    {
      append_key (json, start, "sense");
      _vnus_json_append_string (json, item->sense);
    }
  g_string_append_c (json, '}');
}

static void
append_items (GString     *json,
              VnusFinding *self)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < self->items->len; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      append_item (json, g_ptr_array_index (self->items, i), g_str_equal (self->list_name, "levels"));
    }
  g_string_append_c (json, ']');
}

static void
append_conflict (GString                *json,
                 const VnusConflictItem *conflict)
{
  g_string_append (json, "{\"record\": ");
  _vnus_json_append_string (json, conflict->record);
  g_string_append (json, ", \"field\": ");
  _vnus_json_append_string (json, conflict->field);
  g_string_append (json, ", \"values\": [");
  for (guint i = 0; i < conflict->values->len; i++)
    {
      const VnusRivalValue *rival = g_ptr_array_index (conflict->values, i);

      g_string_append (json, i > 0 ? ", {\"value\": " : "{\"value\": ");
      _vnus_json_append_string (json, rival->value);
      g_string_append (json, ", \"sources\": ");
      append_strings (json, (const char *const *) rival->sources);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
}

static void
append_conflicts (GString   *json,
                  GPtrArray *conflicts)
{
  g_string_append_c (json, '[');
  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      append_conflict (json, g_ptr_array_index (conflicts, i));
    }
  g_string_append_c (json, ']');
}

static void
append_numbers (GString     *json,
                VnusFinding *self,
                gsize        start)
{
  if (self->range_name != NULL)
    {
      append_key (json, start, self->range_name);
      append_range (json, self->min, self->max);
    }
  if (self->low != NULL || self->high != NULL)
    {
      append_key (json, start, "number");
      append_decimals (json, self->low, self->high);
    }
  if (self->unit != NULL)
    {
      append_key (json, start, "unit");
      _vnus_json_append_string (json, self->unit);
    }
  if (self->implied_low != NULL || self->implied_high != NULL)
    {
      append_key (json, start, "implied-previous");
      append_decimals (json, self->implied_low, self->implied_high);
      append_key (json, start, "implied-unit");
      _vnus_json_append_string (json, self->implied_unit);
    }
}

/* The value as an object; null if the answer is nothing but its truth. */
static void
append_value (GString     *json,
              VnusFinding *self)
{
  gsize start;

  g_string_append_c (json, '{');
  start = json->len;

  if (self->list_name != NULL && g_str_equal (self->list_name, "conflicts"))
    {
      append_key (json, start, "conflicts");
      append_conflicts (json, self->conflicts);
    }
  else if (self->list_name != NULL)
    {
      append_key (json, start, self->list_name);
      append_items (json, self);
    }
  append_numbers (json, self, start);
  if (self->status != NULL)
    {
      append_key (json, start, "status");
      _vnus_json_append_string (json, self->status);
    }
  if (self->verdict != NULL)
    {
      append_key (json, start, "verdict");
      _vnus_json_append_string (json, self->verdict);
    }
  if (self->cause != NULL)
    {
      append_key (json, start, "because");
      _vnus_json_append_string (json, self->cause);
    }
  if (self->date != NULL)
    {
      g_autofree char *date = vnus_date_to_string (self->date);

      append_key (json, start, "date");
      _vnus_json_append_string (json, date);
    }

  if (json->len == start)
    {
      g_string_truncate (json, start - 1);
      g_string_append (json, "null");
    }
  else
    {
      g_string_append_c (json, '}');
    }
}

/**
 * vnus_finding_dup_value:
 * @self: a finding
 *
 * Gets the value as JSON.
 *
 * It is an object whose members depend on the rule, such as `{"count": [5,
 * null], "unit": "visits"}`, where `null` is the bound that is not there; or
 * `null` if the answer is its truth alone.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
vnus_finding_dup_value (VnusFinding *self)
{
  GString *json;

  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);

  json = g_string_new (NULL);
  append_value (json, self);

  return g_string_free (json, FALSE);
}

static void
append_member_strings (GString    *json,
                       const char *key,
                       char      **strings)
{
  g_string_append_printf (json, ",\n  \"%s\": ", key);
  append_strings (json, (const char *const *) strings);
  g_strfreev (strings);
}

/**
 * vnus_finding_to_json:
 * @self: a finding
 * @language: the language of sentence and steps: `en` or `vi`
 *
 * Writes the whole finding as JSON.
 *
 * Returns: (transfer full): the text of an object, with a line feed at its end
 *
 * Since: 0.1
 */
char *
vnus_finding_to_json (VnusFinding *self,
                      const char  *language)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GStrvBuilder) steps = NULL;
  GString *json;

  g_return_val_if_fail (VNUS_IS_FINDING (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  json = g_string_new ("{\n  \"rule\": ");
  _vnus_json_append_string (json, vnus_finding_get_rule (self));
  g_string_append (json, ",\n  \"truth\": ");
  _vnus_json_append_string (json, vnus_truth_to_string (self->truth));
  append_member_strings (json, "reasons", vnus_reasons_list (self->reasons));
  g_string_append_printf (json, ",\n  \"disputed\": %s", vnus_finding_is_disputed (self) ? "true" : "false");
  g_string_append (json, ",\n  \"value\": ");
  append_value (json, self);

  sentence = vnus_finding_dup_sentence (self, language);
  g_string_append (json, ",\n  \"sentence\": ");
  _vnus_json_append_string (json, sentence);

  append_member_strings (json, "evidence", vnus_finding_list_evidence (self));
  append_member_strings (json, "counter", vnus_finding_list_counter_evidence (self));
  append_member_strings (json, "coverage", vnus_finding_list_coverage (self));
  append_member_strings (json, "coverage-missing", vnus_finding_list_missing_coverage (self));

  steps = g_strv_builder_new ();
  for (guint i = 0; i < vnus_finding_get_n_steps (self); i++)
    {
      g_autofree char *step = vnus_finding_dup_step (self, i, language);

      g_strv_builder_add (steps, step);
    }
  append_member_strings (json, "steps", g_strv_builder_end (steps));
  g_string_append (json, "\n}\n");

  return g_string_free (json, FALSE);
}
