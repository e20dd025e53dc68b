/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: views: what was known on a day, or what some sources say.
 *
 * A record is in view if a citation that the view admits backs any of it, or if
 * its kind needs no citation. Where all its fields resolve to their own values
 * it is the same sealed object as in the chronicle; otherwise a sealed duplicate
 * that belongs to the view, with the resolved values and the admitted
 * citations. So every getter answers for the chronicle that its record came
 * from.
 */
#include "chronicle/vnus-chronicle-private.h"

#include <string.h>

#include <vnus/vnus-event.h>
#include <vnus/vnus-source.h>

#include "chronicle/vnus-claim-private.h"
#include "model/vnus-reference-private.h"

/* Kinds that a chronicle may hold without a citation. */
static gboolean
needs_no_citation (VnusRecord *record)
{
  switch ((int) vnus_record_get_kind (record))
    {
    case VNUS_KIND_PLACE:
    case VNUS_KIND_TOPIC:
    case VNUS_KIND_LEVEL:
      return vnus_record_get_n_citations (record) == 0;

    default:
      return FALSE;
    }
}

/* Names are how a record is spoken of, and are not claims. */
static gboolean
is_name (const VnusField *field)
{
  return field->type == VNUS_VALUE_TYPE_LOCALISED
           ? g_str_equal (field->name, "label") || g_str_equal (field->name, "note")
           : g_str_equal (field->name, "aliases") || g_str_equal (field->name, "same-as");
}

static gboolean
has_whole_backing (VnusRecord     *record,
                   VnusViewFilter *filter)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);

      if (vnus_citation_get_field (citation) == NULL &&
          _vnus_view_filter_admits (filter, citation) != VNUS_TRUTH_NO)
        return TRUE;
    }

  return FALSE;
}

/* How citations name a member of a list. */
static const char *
member_name (const VnusField *field,
             gpointer         item)
{
  switch ((int) field->type)
    {
    case VNUS_VALUE_TYPE_REFERENCE:
      return item;

    case VNUS_VALUE_TYPE_PARTICIPANT:
      return vnus_participant_get_actor (item);

    case VNUS_VALUE_TYPE_STOP:
      return vnus_stop_get_place (item);

    case VNUS_VALUE_TYPE_DESIGNATION:
      return vnus_designation_get_side (item);

    default:
      return NULL;
    }
}

static gboolean
names_member (VnusCitation    *citation,
              const VnusField *field,
              const char      *member)
{
  const char *named = vnus_citation_get_field (citation);
  gsize length = strlen (field->name);

  return named != NULL && member != NULL && strncmp (named, field->name, length) == 0 &&
         named[length] == '/' && g_str_equal (named + length + 1, member);
}

/* A member that any citation names is in view only through those that name it;
 * the others through the citations of the whole record or of the whole field. */
static gboolean
member_is_in_view (VnusRecord      *record,
                   const VnusField *field,
                   gpointer         item,
                   gboolean         whole,
                   VnusViewFilter  *filter)
{
  const char *member = member_name (field, item);
  gboolean is_named = FALSE, field_is_named = FALSE;

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      gboolean admitted = _vnus_view_filter_admits (filter, citation) != VNUS_TRUTH_NO;

      if (names_member (citation, field, member))
        {
          is_named = TRUE;
          if (admitted)
            return TRUE;
        }
      else if (g_strcmp0 (vnus_citation_get_field (citation), field->name) == 0 && admitted)
        {
          field_is_named = TRUE;
        }
    }

  return !is_named && (whole || field_is_named);
}

/* The list with the members in view, or NULL if it is the record's own. */
static gboolean
filter_list (VnusRecord      *record,
             const VnusField *field,
             gboolean         whole,
             VnusViewFilter  *filter,
             VnusValue      **result)
{
  g_autoptr (VnusValue) own = _vnus_field_get_value (field, record);
  VnusVector *list = *(VnusVector **) _vnus_field_slot (field, record);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < _vnus_vector_length (list); i++)
    if (member_is_in_view (record, field, list->items[i], whole, filter))
      g_ptr_array_add (kept, vnus_value_get_item (own, i));

  if (kept->len == _vnus_vector_length (list))
    return FALSE;

  *result = kept->len > 0 ? vnus_value_new_list ((VnusValue **) kept->pdata, kept->len) : NULL;
  return TRUE;
}

/* Whether the field resolves to something else than the record's own value. */
static gboolean
resolve_field (VnusRecord     *record,
               VnusField      *field,
               gboolean        whole,
               VnusViewFilter *filter,
               VnusValue     **result)
{
  g_autoptr (GPtrArray) claims = NULL;
  VnusClaim *chosen;

  if (is_name (field))
    return FALSE;
  if (field->is_list)
    return _vnus_field_is_set (field, record) && filter_list (record, field, whole, filter, result);

  claims = _vnus_record_gather_claims (record, field, filter);
  chosen = _vnus_claims_get_chosen (claims);
  if (chosen == NULL)
    return _vnus_field_is_set (field, record);
  if (chosen->own)
    return FALSE;

  *result = vnus_value_ref (chosen->value);
  return TRUE;
}

/* The record as the view shows it; NULL if it is not in view. */
static VnusRecord *
show_record (VnusRecord     *record,
             VnusViewFilter *filter)
{
  g_autoptr (VnusRecord) copy = NULL;
  VnusRecordClass *klass = _vnus_record_class (record);
  gboolean whole, some = FALSE, all = TRUE;

  if (needs_no_citation (record))
    return g_object_ref (record);
  if (VNUS_IS_SOURCE (record))
    return _vnus_view_filter_admits_source (filter, record) != VNUS_TRUTH_NO ? g_object_ref (record) : NULL;

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      gboolean admitted = _vnus_view_filter_admits (filter, vnus_record_get_citation (record, i)) != VNUS_TRUTH_NO;

      some = some || admitted;
      all = all && admitted;
    }
  if (!some)
    return NULL;

  whole = has_whole_backing (record, filter);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (VnusValue) value = NULL;

      if (!resolve_field (record, klass->fields[i], whole, filter, &value))
        continue;
      if (copy == NULL)
        copy = vnus_record_duplicate (record);
      _vnus_field_set_value (klass->fields[i], copy, value);
    }

  if (copy == NULL && all)
    return g_object_ref (record);

  if (copy == NULL)
    copy = vnus_record_duplicate (record);
  _vnus_vector_clear (&copy->citations, (GDestroyNotify) vnus_citation_unref);
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);

      if (_vnus_view_filter_admits (filter, citation) != VNUS_TRUTH_NO)
        _vnus_record_take_citation (copy, vnus_citation_ref (citation));
    }
  vnus_record_seal (copy);

  return g_steal_pointer (&copy);
}

/* What a record in view refers to and is not in view itself: id and labels. */
static void
carry_reference (VnusRecord *record,
                 const char *path,
                 const char *id,
                 VnusKinds   targets,
                 gpointer    user_data)
{
  VnusChronicle *self = user_data;
  VnusRecord *target, *carried;

  if (vnus_chronicle_lookup (self, id) != NULL)
    return;
  target = _vnus_chronicle_lookup_base (self, id);
  if (target == NULL)
    return;

  carried = vnus_kind_make_record (vnus_record_get_kind (target), id);
  vnus_record_set_label (carried, vnus_record_get_label (target));
  for (guint i = 0; i < vnus_record_get_n_aliases (target); i++)
    vnus_record_add_alias (carried, vnus_record_get_alias (target, i));
  vnus_record_seal (carried);
  g_hash_table_insert (self->carried, (gpointer) vnus_record_get_id (carried), carried);
}

static VnusRecord *
lookup_source (gpointer    user_data,
               const char *id)
{
  return vnus_chronicle_lookup (user_data, id);
}

/**
 * vnus_chronicle_make_view:
 * @self: a chronicle that is not a view
 * @known_on: (nullable): the day of knowledge, which is included; `NULL` for no limit
 * @according_to: (nullable) (array zero-terminated=1): the ids of the sources that count; `NULL` for all
 *
 * Makes a view: a read-only chronicle of what was known on a day, according to
 * some sources.
 *
 * What a source says became known when the source was published, unless its
 * citation says otherwise; it is in the view unless it certainly became known
 * later. Where sources give several values for a field, the record in the view
 * has the one that the rule of resolution chooses; see
 * [method@Vnus.Chronicle.list_claims]. Records that joined @self later are not
 * in the view.
 *
 * Returns: (transfer full): the view
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_chronicle_make_view (VnusChronicle      *self,
                         VnusDate           *known_on,
                         const char * const *according_to)
{
  VnusChronicle *view;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (self->base == NULL, NULL);

  view = g_object_new (VNUS_TYPE_CHRONICLE, "id", self->id, "label", self->label, NULL);
  view->base = g_object_ref (self);
  view->carried = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  view->filter = _vnus_view_filter_new (known_on, according_to, lookup_source, self);

  for (guint i = 0; i < self->records->len; i++)
    {
      VnusRecord *record = show_record (g_ptr_array_index (self->records, i), view->filter);

      if (record == NULL)
        continue;
      g_ptr_array_add (view->records, record);
      g_hash_table_insert (view->by_id, (gpointer) vnus_record_get_id (record), record);
    }

  for (guint i = 0; i < view->records->len; i++)
    _vnus_record_foreach_reference (g_ptr_array_index (view->records, i), carry_reference, view);

  return view;
}

/**
 * vnus_chronicle_get_known_on:
 * @self: a chronicle
 *
 * Gets the day of knowledge of a view.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL` if there is no limit
 *
 * Since: 0.1
 */
VnusDate *
vnus_chronicle_get_known_on (VnusChronicle *self)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  return self->filter != NULL ? _vnus_view_filter_get_known_on (self->filter) : NULL;
}

/**
 * vnus_chronicle_list_according_to:
 * @self: a chronicle
 *
 * Lists the ids of the sources that count in a view.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the ids, or `NULL` if all count
 *
 * Since: 0.1
 */
char **
vnus_chronicle_list_according_to (VnusChronicle *self)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  return self->filter != NULL ? g_strdupv ((char **) _vnus_view_filter_get_according_to (self->filter)) : NULL;
}

/**
 * vnus_chronicle_list_claims:
 * @self: a chronicle
 * @id: the id of a record
 * @field: the name of a field that is not a list
 * @n_claims: (out): return location for the number of claims
 *
 * Lists the values that sources give for a field of a record, and says of each
 * how it stands.
 *
 * The rule of resolution: deprecated claims are never used; a status is a
 * series, of which the latest dated claim is used; claims that can all be true
 * refine each other, and the most precise one is used; among rivals the first
 * of these decides: an editor’s preference, more independent families of
 * sources, an official source or register before a report, the latest
 * publication; else the conflict stays.
 *
 * In a view, only what the view admits is listed.
 *
 * Returns: (transfer full) (array length=n_claims) (nullable): the claims, the record’s own value first; `NULL` if there are none or no such field
 *
 * Since: 0.1
 */
VnusClaim **
vnus_chronicle_list_claims (VnusChronicle *self,
                            const char    *id,
                            const char    *field,
                            gsize         *n_claims)
{
  g_autoptr (VnusViewFilter) all = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  VnusRecord *record;
  VnusField *described;
  VnusClaim **list;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (n_claims != NULL, NULL);

  *n_claims = 0;
  if (!g_hash_table_contains (self->by_id, id))
    return NULL;

  record = _vnus_chronicle_lookup_base (self, id);
  described = vnus_field_lookup (vnus_record_get_kind (record), field);
  if (described == NULL || described->is_list)
    return NULL;

  if (self->filter == NULL)
    all = _vnus_view_filter_new (NULL, NULL, lookup_source, self);
  claims = _vnus_record_gather_claims (record, described, self->filter != NULL ? self->filter : all);
  if (claims->len == 0)
    return NULL;

  *n_claims = claims->len;
  list = g_new (VnusClaim *, claims->len);
  for (guint i = 0; i < claims->len; i++)
    list[i] = vnus_claim_ref (g_ptr_array_index (claims, i));

  return list;
}
