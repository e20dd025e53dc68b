/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the time of a record, whatever its field is called. */
#include "chronicle/vnus-record-time-private.h"

#include <vnus/vnus-accreditation.h>
#include <vnus/vnus-treaty-action.h>

#include "chronicle/vnus-claim-private.h"

/* The field that is the time of records of a kind. An accreditation has several
 * dates instead. */
static const char *const time_fields[VNUS_N_KINDS] = {
  [VNUS_KIND_STATE] = "existed",
  [VNUS_KIND_ORGANIZATION] = "existed",
  [VNUS_KIND_PERSON] = "lived",
  [VNUS_KIND_TENURE] = "during",
  [VNUS_KIND_SOURCE] = "published",
  [VNUS_KIND_STAGE] = "during",
  [VNUS_KIND_JOURNEY] = "when",
  [VNUS_KIND_VISIT] = "when",
  [VNUS_KIND_MEETING] = "when",
  [VNUS_KIND_STATEMENT] = "when",
  [VNUS_KIND_MEASURE] = "when",
  [VNUS_KIND_AGREEMENT] = "validity",
  [VNUS_KIND_TREATY_ACTION] = "when",
  [VNUS_KIND_MECHANISM] = "existed",
  [VNUS_KIND_OBSERVATION] = "period",
  [VNUS_KIND_COVERAGE] = "during",
};

gboolean
_vnus_kind_has_time (VnusKind kind)
{
  return time_fields[kind] != NULL || kind == VNUS_KIND_ACCREDITATION;
}

const char *
_vnus_kind_get_time_field (VnusKind kind)
{
  return time_fields[kind];
}

gboolean
_vnus_record_has_time (VnusRecord *record)
{
  VnusKind kind = vnus_record_get_kind (record);

  return _vnus_kind_has_time (kind) &&
         (time_fields[kind] == NULL ||
          _vnus_record_get_presences (record) == NULL ||
          vnus_record_get_presence (record, time_fields[kind]) != VNUS_PRESENCE_NONE);
}

/* @date as one end of an interval; NULL if it cannot be one. */
static char *
end_of_interval (VnusDate *date)
{
  if (date == NULL || vnus_date_get_kind (date) != VNUS_DATE_KIND_DAY)
    return NULL;

  return vnus_date_to_string (date);
}

/* From the first step that is told, credentials before all, until the envoy left. */
static VnusDate *
make_time_of_accreditation (VnusAccreditation *self)
{
  VnusDate *steps[] = {
    vnus_accreditation_get_credentials (self),
    vnus_accreditation_get_arrived (self),
    vnus_accreditation_get_appointed (self),
    vnus_accreditation_get_nominated (self),
  };
  g_autofree char *start = NULL, *end = NULL, *text = NULL;
  VnusDate *date = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps) && start == NULL; i++)
    start = end_of_interval (steps[i]);
  end = end_of_interval (vnus_accreditation_get_left (self));
  if (start == NULL && end == NULL)
    return NULL;

  text = g_strdup_printf ("%s/%s", start != NULL ? start : "", end != NULL ? end : "");
  date = vnus_date_parse (text, NULL);
  if (date == NULL && start != NULL)
    date = vnus_date_parse (start, NULL);

  return date;
}

VnusDate *
_vnus_record_dup_time (VnusRecord *record)
{
  VnusKind kind = vnus_record_get_kind (record);
  VnusField *field;
  VnusDate *date;

  if (VNUS_IS_ACCREDITATION (record))
    return make_time_of_accreditation (VNUS_ACCREDITATION (record));
  if (time_fields[kind] == NULL)
    return NULL;

  field = vnus_field_lookup (kind, time_fields[kind]);
  date = *(VnusDate **) _vnus_field_slot (field, record);

  return date != NULL ? vnus_date_ref (date) : NULL;
}

/* The date of an action, and whether it makes the agreement enter into force. */
static VnusDate *
time_of_action (VnusTreatyAction *action,
                gboolean         *enters)
{
  VnusDate *effective = vnus_treaty_action_get_effective (action);

  *enters = vnus_treaty_action_get_action (action) == VNUS_TREATY_ACTION_TYPE_ENTERED_INTO_FORCE;

  return *enters && effective != NULL ? effective : vnus_treaty_action_get_when (action);
}

VnusDate *
_vnus_actions_get_time (GPtrArray *actions)
{
  VnusDate *best = NULL;
  gboolean in_force = FALSE;

  for (guint i = 0; i < actions->len; i++)
    {
      gboolean enters;
      VnusDate *date = time_of_action (g_ptr_array_index (actions, i), &enters);

      if (date == NULL || (in_force && !enters))
        continue;
      if (best == NULL || (enters && !in_force) || vnus_date_compare (date, best) < 0)
        best = date;
      in_force = in_force || enters;
    }

  return best;
}

GHashTable *
_vnus_chronicle_gather_actions (VnusChronicle *chronicle)
{
  GHashTable *actions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  guint n = vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_TREATY_ACTION);

  for (guint i = 0; i < n; i++)
    {
      VnusRecord *action = vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_TREATY_ACTION, i);
      const char *agreement = vnus_treaty_action_get_agreement (VNUS_TREATY_ACTION (action));
      GPtrArray *list = agreement != NULL ? g_hash_table_lookup (actions, agreement) : NULL;

      if (agreement == NULL)
        continue;
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (actions, (gpointer) agreement, list);
        }
      g_ptr_array_add (list, action);
    }

  return actions;
}

/* --- Rivals --- */

static void
add_rivals (VnusChronicle  *chronicle,
            VnusRecord     *record,
            const char     *name,
            VnusViewFilter *filter,
            GPtrArray     **rivals)
{
  VnusRecord *base = NULL;
  g_autoptr (GPtrArray) claims = NULL;

  for (guint i = 0; i < vnus_record_get_n_citations (record) && base == NULL; i++)
    if (g_strcmp0 (vnus_citation_get_field (vnus_record_get_citation (record, i)), name) == 0)
      base = _vnus_chronicle_lookup_base (chronicle, vnus_record_get_id (record));
  if (base == NULL)
    return;

  claims = _vnus_record_gather_claims (base, vnus_field_lookup (vnus_record_get_kind (base), name), filter);
  for (guint i = 0; i < claims->len; i++)
    {
      const VnusClaim *claim = g_ptr_array_index (claims, i);
      VnusDate *date = vnus_value_get_date (claim->value);

      if (claim->standing != VNUS_CLAIM_STANDING_RIVAL || date == NULL)
        continue;
      if (*rivals == NULL)
        *rivals = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_date_unref);
      g_ptr_array_add (*rivals, vnus_date_ref (date));
    }
}

GPtrArray *
_vnus_record_list_rival_times (VnusChronicle  *chronicle,
                               VnusRecord     *record,
                               GPtrArray      *actions,
                               VnusViewFilter *filter)
{
  const char *field = time_fields[vnus_record_get_kind (record)];
  g_autoptr (VnusDate) own = field != NULL ? _vnus_record_dup_time (record) : NULL;
  VnusDate *of_actions = own == NULL && actions != NULL ? _vnus_actions_get_time (actions) : NULL;
  GPtrArray *rivals = NULL;

  if (own != NULL)
    add_rivals (chronicle, record, field, filter, &rivals);
  for (guint i = 0; of_actions != NULL && i < actions->len; i++)
    {
      VnusTreatyAction *action = g_ptr_array_index (actions, i);

      if (vnus_treaty_action_get_effective (action) == of_actions)
        add_rivals (chronicle, VNUS_RECORD (action), "effective", filter, &rivals);
      else if (vnus_treaty_action_get_when (action) == of_actions)
        add_rivals (chronicle, VNUS_RECORD (action), "when", filter, &rivals);
    }

  return rivals;
}
