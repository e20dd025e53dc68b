/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: views: what was known on a day, or what some sources say. A view keeps
 * the revision that it shows, so what joins the chronicle later is not in it. */
#include "chronicle/vnus-chronicle-private.h"

#include <string.h>

#include <vnus/vnus-source.h>

#include "chronicle/vnus-claim-private.h"
#include "chronicle/vnus-view-list-private.h"
#include "chronicle/vnus-view-record-private.h"
#include "model/vnus-record-struct-private.h"
#include "model/vnus-reference-private.h"

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

  if (_vnus_revision_lookup (self->revision, id) != NULL || g_hash_table_contains (self->carried, id))
    return;
  target = _vnus_chronicle_lookup_base (self, id);
  if (target == NULL)
    return;

  carried = vnus_kind_make_record (vnus_record_get_kind (target), id);
  vnus_record_set_label (carried, vnus_record_get_label (target));
  vnus_record_seal (carried);
  g_hash_table_insert (self->carried, (gpointer) vnus_record_get_id (carried), carried);
}

/* Found out when first asked: most of what is asked of a view is in view. */
VnusRecord *
_vnus_view_lookup_carried (VnusChronicle *self,
                           const char    *id)
{
  static GMutex mutex; /* several threads may ask first */
  GPtrArray *records = _vnus_chronicle_get_records (self);

  if (_vnus_revision_lookup (self->base, id) == NULL)
    return NULL;

  if (g_atomic_int_get (&self->is_carried) == 0)
    {
      g_mutex_lock (&mutex);
      for (guint i = 0; !self->is_carried && i < records->len; i++)
        _vnus_record_foreach_target (g_ptr_array_index (records, i), carry_reference, self);
      g_atomic_int_set (&self->is_carried, 1);
      g_mutex_unlock (&mutex);
    }

  return g_hash_table_lookup (self->carried, id);
}

/* How many records ahead memory is asked for a record, and then for its citations. */
#define AHEAD_FOR_RECORD 16
#define AHEAD_FOR_CITATIONS 8

static void
fetch_ahead (GPtrArray *records,
             guint      position)
{
  if (position + AHEAD_FOR_RECORD < records->len)
    __builtin_prefetch (&((VnusRecord *) g_ptr_array_index (records, position + AHEAD_FOR_RECORD))->citations);

  if (position + AHEAD_FOR_CITATIONS < records->len)
    __builtin_prefetch (((VnusRecord *) g_ptr_array_index (records, position + AHEAD_FOR_CITATIONS))->citations);
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
 * [method@Vnus.Chronicle.list_claims]. What was only possibly known by then is
 * in the view, and [method@Vnus.Chronicle.is_known] tells it apart. Records that
 * joined @self later are not in the view.
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

  GPtrArray *records;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (self->base == NULL, NULL);

  view = g_object_new (VNUS_TYPE_CHRONICLE, "id", self->id, "label", self->label, NULL);
  view->base = _vnus_revision_ref (self->revision);
  view->carried = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  view->filter = _vnus_view_filter_new (view->base, known_on, according_to);
  view->memory = _vnus_view_memory_new ();

  _vnus_revision_unref (view->revision);
  view->revision = _vnus_revision_new_view (view->base);
  records = _vnus_chronicle_get_records (view);
  for (guint i = 0; i < view->base->records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (view->base->records, i);
      VnusRecord *shown;

      fetch_ahead (view->base->records, i);
      shown = _vnus_view_show_record (record, view->filter);
      if (shown != record)
        g_hash_table_insert (view->revision->differences, record, shown);
      if (shown != NULL)
        g_ptr_array_add (records, shown);
    }

  return view;
}

VnusChronicle *
_vnus_chronicle_ref_view (VnusChronicle *self)
{
  static GMutex lock; /* any thread may ask a snapshot */
  const GQuark quark = g_quark_from_static_string ("vnus-chronicle-view");
  g_autoptr (VnusChronicle) old = NULL; /* goes when the lock is open again: who watches it may ask */
  VnusChronicle *view;

  if (self->filter != NULL)
    return g_object_ref (self);

  g_mutex_lock (&lock);
  view = g_object_get_qdata (G_OBJECT (self), quark);
  if (view != NULL && view->base == self->revision && view->label == self->label)
    g_object_ref (view);
  else
    {
      view = vnus_chronicle_make_view (self, NULL, NULL);
      old = g_object_steal_qdata (G_OBJECT (self), quark);
      g_object_set_qdata_full (G_OBJECT (self), quark, g_object_ref (view), g_object_unref);
    }
  g_mutex_unlock (&lock);

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

/* The claims on a field of a record of the chronicle itself; none are NULL. */
static gpointer
gather_claims (VnusChronicle *self,
               gconstpointer  record,
               gconstpointer  field)
{
  g_autoptr (VnusViewFilter) all = self->filter == NULL ? _vnus_view_filter_new (self->revision, NULL, NULL) : NULL;
  g_autoptr (GPtrArray) claims = _vnus_record_gather_claims ((VnusRecord *) record, (VnusField *) field,
                                                             all != NULL ? all : self->filter);

  return claims->len > 0 ? g_steal_pointer (&claims) : NULL;
}

static gpointer
ref_array (gpointer array)
{
  return g_ptr_array_ref (array);
}

static const VnusMemo claims_memo = { gather_claims, ref_array, (GDestroyNotify) g_ptr_array_unref };

static GPtrArray *
gather_member_claims (VnusChronicle *self,
                      VnusRecord    *record,
                      VnusField     *field,
                      const char    *member)
{
  g_autoptr (VnusViewFilter) all = self->filter == NULL ? _vnus_view_filter_new (self->revision, NULL, NULL) : NULL;
  g_autoptr (GPtrArray) claims = _vnus_view_gather_member_claims (record, field, member, all != NULL ? all : self->filter);

  return claims->len > 0 ? g_steal_pointer (&claims) : NULL;
}

GPtrArray *
_vnus_chronicle_ref_claims (VnusChronicle *self,
                            const char    *id,
                            const char    *field)
{
  const char *member = strchr (field, '/');
  g_autofree char *name = member != NULL ? g_strndup (field, (gsize) (member - field)) : NULL;
  VnusRecord *record;
  VnusField *described;

  if (_vnus_revision_lookup (self->revision, id) == NULL)
    return NULL;

  record = _vnus_chronicle_lookup_base (self, id);
  described = vnus_field_lookup (vnus_record_get_kind (record), name != NULL ? name : field);
  if (described == NULL || described->is_list != (member != NULL))
    return NULL;
  if (member != NULL)
    return gather_member_claims (self, record, described, member + 1);

  return _vnus_view_recall (self, &claims_memo, record, described);
}

/**
 * vnus_chronicle_list_claims:
 * @self: a chronicle
 * @id: the id of a record
 * @field: the name of a field that is not a list, or of a member of a list such
 *   as `participants/joe-biden`
 * @n_claims: (out): return location for the number of claims
 *
 * Lists the values that sources give for a field of a record, or for a member of
 * a list, and says of each how it stands.
 *
 * The rule of resolution: deprecated claims are never used; a status is a
 * series, of which the latest dated claim is used; claims that can all be true
 * refine each other, and the most precise one is used; among rivals the first
 * of these decides: an editor’s preference, more independent families of
 * sources, an official source or register before a report, certainly the latest
 * publication; else the conflict stays, and the record’s own value is used
 * unless it is ruled out.
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
  g_autoptr (GPtrArray) claims = NULL;
  VnusClaim **list;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (n_claims != NULL, NULL);

  *n_claims = 0;
  claims = _vnus_chronicle_ref_claims (self, id, field);
  if (claims == NULL)
    return NULL;

  *n_claims = claims->len;
  list = g_new (VnusClaim *, claims->len);
  for (guint i = 0; i < claims->len; i++)
    list[i] = vnus_claim_ref (g_ptr_array_index (claims, i));

  return list;
}

/**
 * vnus_chronicle_is_known:
 * @self: a chronicle
 * @id: the id of a record
 * @field: (nullable): the name of a field, or of a member of a list such as
 *   `participants/joe-biden`; `NULL` for the record
 *
 * Gets whether something was known by the day of a view.
 *
 * It was certainly known if a source certainly told of it by then, and possibly
 * if all that tells of it may be later. Of a list, all members in view count.
 *
 * Returns: no if it is not there; outside of views certainly if it is
 *
 * Since: 0.1
 */
VnusTruth
vnus_chronicle_is_known (VnusChronicle *self,
                         const char    *id,
                         const char    *field)
{
  const char *member;
  g_autofree char *list = NULL;
  VnusRecord *record;
  VnusField *described;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), VNUS_TRUTH_NO);
  g_return_val_if_fail (id != NULL, VNUS_TRUTH_NO);

  if (_vnus_revision_lookup (self->revision, id) == NULL)
    return VNUS_TRUTH_NO;

  record = _vnus_chronicle_lookup_base (self, id);
  if (field == NULL)
    return self->filter != NULL ? _vnus_view_knows_record (record, self->filter) : VNUS_TRUTH_CERTAINLY;

  member = strchr (field, '/');
  list = member != NULL ? g_strndup (field, (gsize) (member - field)) : g_strdup (field);
  described = vnus_field_lookup (vnus_record_get_kind (record), list);
  if (described == NULL || (member != NULL && !_vnus_view_has_member (record, described, member + 1)))
    return VNUS_TRUTH_NO;

  if (self->filter == NULL)
    return _vnus_field_is_set (described, record) ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_NO;
  if (member != NULL)
    return _vnus_view_knows_member (record, described, member + 1, self->filter);

  return _vnus_view_knows_field (record, described, self->filter);
}

/**
 * vnus_chronicle_list_sources:
 * @self: a chronicle
 * @access: the widest access that one has, such as a subscription
 *
 * Lists the sources that somebody with some access may read, for a view
 * according to them.
 *
 * Open sources are for everybody, those after a registration for subscribers as
 * well, and so on in the order of [enum@Vnus.Access]; a source of which nobody
 * recorded who may read it is left out.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, in order
 *
 * Since: 0.1
 */
char **
vnus_chronicle_list_sources (VnusChronicle *self,
                             VnusAccess     access)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  VnusRecord *record;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  for (guint i = 0; (record = vnus_chronicle_get_nth_of_kind (self, VNUS_KIND_SOURCE, i)) != NULL; i++)
    {
      VnusAccess its_access = vnus_source_get_access (VNUS_SOURCE (record));

      if (its_access != VNUS_ACCESS_UNSET && its_access <= access)
        g_ptr_array_add (ids, g_strdup (vnus_record_get_id (record)));
    }
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}
