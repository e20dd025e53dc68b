/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: stop. An immutable value. */
#include <vnus/vnus-stop.h>

#include "base/vnus-id-private.h"
#include "model/vnus-same-private.h"
#include "model/vnus-values-private.h"

/**
 * VnusStop:
 *
 * A stop of a visit.
 *
 * A stop is an immutable value.
 *
 * Since: 0.1
 */
struct _VnusStop
{
  gatomicrefcount ref_count;
  char            *place; /* (nullable) an id */
  VnusDate        *when;
  VnusText        *note;
};

G_DEFINE_BOXED_TYPE (VnusStop, vnus_stop, vnus_stop_ref, vnus_stop_unref)

static VnusStop *
stop_copy (const VnusStop *self)
{
  VnusStop *copy = g_new0 (VnusStop, 1);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->place = self->place != NULL ? _vnus_id_ref (self->place) : NULL;
  copy->when = self->when != NULL ? vnus_date_ref (self->when) : NULL;
  copy->note = self->note != NULL ? vnus_text_ref (self->note) : NULL;

  return copy;
}

/**
 * vnus_stop_new: (constructor)
 * @place: the id of the place
 *
 * Makes a stop.
 *
 * Returns: (transfer full): the stop
 *
 * Since: 0.1
 */
VnusStop *
vnus_stop_new (const char *place)
{
  VnusStop *self;

  g_return_val_if_fail (place != NULL, NULL);

  self = g_new0 (VnusStop, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->place = _vnus_id_new (place);

  return self;
}

VnusStop *
_vnus_stop_new_take (char     *place,
                     VnusDate *when,
                     VnusText *note)
{
  VnusStop *self = g_new (VnusStop, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->place = place;
  self->when = when;
  self->note = note;

  return self;
}

/**
 * vnus_stop_with_when:
 * @self: a stop
 * @when: (nullable): when the guest was there; `NULL` to have none
 *
 * Makes a stop like @self with another when.
 *
 * Returns: (transfer full): the new stop
 *
 * Since: 0.1
 */
VnusStop *
vnus_stop_with_when (VnusStop *self,
                     VnusDate *when)
{
  VnusStop *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = stop_copy (self);
  g_clear_pointer (&copy->when, vnus_date_unref);
  copy->when = when != NULL ? vnus_date_ref (when) : NULL;

  return copy;
}

/**
 * vnus_stop_with_note:
 * @self: a stop
 * @note: (nullable): a note, by language; `NULL` to have none
 *
 * Makes a stop like @self with another note.
 *
 * Returns: (transfer full): the new stop
 *
 * Since: 0.1
 */
VnusStop *
vnus_stop_with_note (VnusStop *self,
                     VnusText *note)
{
  VnusStop *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = stop_copy (self);
  g_clear_pointer (&copy->note, vnus_text_unref);
  copy->note = note != NULL ? vnus_text_ref (note) : NULL;

  return copy;
}

/**
 * vnus_stop_ref:
 * @self: a stop
 *
 * Takes a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
VnusStop *
vnus_stop_ref (VnusStop *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vnus_stop_unref:
 * @self: (transfer full): a stop
 *
 * Drops a reference. Safe from any thread.
 *
 * Since: 0.1
 */
void
vnus_stop_unref (VnusStop *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->place, _vnus_id_unref);
  g_clear_pointer (&self->when, vnus_date_unref);
  g_clear_pointer (&self->note, vnus_text_unref);
  g_free (self);
}

/**
 * vnus_stop_get_place:
 * @self: a stop
 *
 * Gets the id of the place.
 *
 * Returns: the id of the place
 *
 * Since: 0.1
 */
const char *
vnus_stop_get_place (const VnusStop *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->place;
}

/**
 * vnus_stop_get_when:
 * @self: a stop
 *
 * Gets when the guest was there.
 *
 * Returns: (transfer none) (nullable): when the guest was there, or `NULL`
 *
 * Since: 0.1
 */
VnusDate *
vnus_stop_get_when (const VnusStop *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->when;
}

/**
 * vnus_stop_get_note:
 * @self: a stop
 *
 * Gets a note.
 *
 * Returns: (transfer none) (nullable): a note, by language, or `NULL`
 *
 * Since: 0.1
 */
VnusText *
vnus_stop_get_note (const VnusStop *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->note;
}

/**
 * vnus_stop_equal:
 * @self: a stop
 * @other: another stop
 *
 * Compares two stops by value.
 *
 * Returns: `TRUE` if they say the same
 *
 * Since: 0.1
 */
gboolean
vnus_stop_equal (const VnusStop *self,
                 const VnusStop *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return g_strcmp0 (self->place, other->place) == 0 &&
         _vnus_date_same (self->when, other->when) &&
         _vnus_text_same (self->note, other->note);
}

/**
 * vnus_stop_to_string:
 * @self: a stop
 *
 * Writes a stop for people who debug.
 *
 * Returns: (transfer full): the string
 *
 * Since: 0.1
 */
char *
vnus_stop_to_string (const VnusStop *self)
{
  GString *string;

  g_return_val_if_fail (self != NULL, NULL);

  string = g_string_new (NULL);
  _vnus_append_string (string, "place", self->place);
  _vnus_append_date (string, "when", self->when);
  _vnus_append_text (string, "note", self->note);

  return g_string_free (string, FALSE);
}
