/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: one step of a change set. */
#include "chronicle/vnus-change-private.h"

/**
 * VnusChange:
 *
 * One addition, replacement or removal in a [class@Vnus.ChangeSet], with the
 * record as it was before and as it is after, who makes the change, why, and
 * after which source.
 *
 * A change does not change: its records are sealed. It may be read from any
 * thread.
 *
 * Since: 0.1
 */
struct _VnusChange
{
  GObject parent_instance;

  VnusRecord *before; /* (owned) NULL in an addition */
  VnusRecord *after;  /* (owned) NULL in a removal */
  char       *reason;
  char       *author;
  char       *source_id;
};

G_DEFINE_FINAL_TYPE (VnusChange, vnus_change, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (VnusChangeKind, vnus_change_kind,
                    G_DEFINE_ENUM_VALUE (VNUS_CHANGE_KIND_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANGE_KIND_ADD, "add"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANGE_KIND_REPLACE, "replace"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANGE_KIND_REMOVE, "remove"))

static void
vnus_change_finalize (GObject *object)
{
  VnusChange *self = VNUS_CHANGE (object);

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->source_id, g_free);

  G_OBJECT_CLASS (vnus_change_parent_class)->finalize (object);
}

static void
vnus_change_class_init (VnusChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_change_finalize;
}

static void
vnus_change_init (VnusChange *self)
{
}

static VnusRecord *
seal (VnusRecord *record)
{
  if (record == NULL)
    return NULL;

  vnus_record_seal (record);
  return g_object_ref (record);
}

VnusChange *
_vnus_change_new (VnusRecord *before,
                  VnusRecord *after,
                  const char *reason,
                  const char *author,
                  const char *source_id)
{
  VnusChange *self = g_object_new (VNUS_TYPE_CHANGE, NULL);

  self->before = seal (before);
  self->after = seal (after);
  self->reason = g_strdup (reason);
  self->author = g_strdup (author);
  self->source_id = g_strdup (source_id);

  return self;
}

/**
 * vnus_change_get_kind:
 * @self: a change
 *
 * Gets what the change does.
 *
 * Returns: the kind of change; unset in one that no change set made
 *
 * Since: 0.1
 */
VnusChangeKind
vnus_change_get_kind (VnusChange *self)
{
  g_return_val_if_fail (VNUS_IS_CHANGE (self), VNUS_CHANGE_KIND_UNSET);

  if (self->before == NULL)
    return self->after != NULL ? VNUS_CHANGE_KIND_ADD : VNUS_CHANGE_KIND_UNSET;

  return self->after != NULL ? VNUS_CHANGE_KIND_REPLACE : VNUS_CHANGE_KIND_REMOVE;
}

/**
 * vnus_change_get_record_id:
 * @self: a change
 *
 * Gets the id of the record that changes.
 *
 * Returns: the id; the empty string in a change that no change set made
 *
 * Since: 0.1
 */
const char *
vnus_change_get_record_id (VnusChange *self)
{
  g_return_val_if_fail (VNUS_IS_CHANGE (self), NULL);

  if (self->before == NULL && self->after == NULL)
    return "";

  return vnus_record_get_id (self->after != NULL ? self->after : self->before);
}

/**
 * vnus_change_get_before:
 * @self: a change
 *
 * Gets the record as it is before the change.
 *
 * Returns: (transfer none) (nullable): the sealed record, or `NULL` in an addition
 *
 * Since: 0.1
 */
VnusRecord *
vnus_change_get_before (VnusChange *self)
{
  g_return_val_if_fail (VNUS_IS_CHANGE (self), NULL);

  return self->before;
}

/**
 * vnus_change_get_after:
 * @self: a change
 *
 * Gets the record as it is after the change.
 *
 * Returns: (transfer none) (nullable): the sealed record, or `NULL` in a removal
 *
 * Since: 0.1
 */
VnusRecord *
vnus_change_get_after (VnusChange *self)
{
  g_return_val_if_fail (VNUS_IS_CHANGE (self), NULL);

  return self->after;
}

/**
 * vnus_change_get_reason:
 * @self: a change
 *
 * Gets why the change is made: its own reason, or else that which the change set
 * had when the change joined it.
 *
 * Returns: (nullable): the reason, or `NULL` if none was given
 *
 * Since: 0.1
 */
const char *
vnus_change_get_reason (VnusChange *self)
{
  g_return_val_if_fail (VNUS_IS_CHANGE (self), NULL);

  return self->reason;
}

/**
 * vnus_change_get_author:
 * @self: a change
 *
 * Gets who makes the change: the author that the change set had when the change
 * joined it.
 *
 * Returns: (nullable): the author, or `NULL` if none was given
 *
 * Since: 0.1
 */
const char *
vnus_change_get_author (VnusChange *self)
{
  g_return_val_if_fail (VNUS_IS_CHANGE (self), NULL);

  return self->author;
}

/**
 * vnus_change_get_source_id:
 * @self: a change
 *
 * Gets the source after which the change is made: that which the change set had
 * when the change joined it.
 *
 * Returns: (nullable): the id of a source, or `NULL` if none was given
 *
 * Since: 0.1
 */
const char *
vnus_change_get_source_id (VnusChange *self)
{
  g_return_val_if_fail (VNUS_IS_CHANGE (self), NULL);

  return self->source_id;
}
