/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the fields of any record by name: value and presence.
 *
 * Presence is kept for the few fields that are known to be unknown or none:
 * a vector of field pointers, each followed by its presence as a number.
 */
#include "base/vnus-clip-private.h"
#include "model/vnus-record-private.h"
#include "model/vnus-same-private.h"

G_DEFINE_ENUM_TYPE (VnusPresence, vnus_presence,
                    G_DEFINE_ENUM_VALUE (VNUS_PRESENCE_ABSENT, "absent"),
                    G_DEFINE_ENUM_VALUE (VNUS_PRESENCE_RECORDED, "recorded"),
                    G_DEFINE_ENUM_VALUE (VNUS_PRESENCE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (VNUS_PRESENCE_NONE, "none"))

/* A value that is set is no longer known to be unknown or none. */
void
_vnus_record_forget_presence (VnusRecord *self,
                              VnusField  *field)
{
  VnusVector **presences, *kept = NULL;

  if (_vnus_record_get_presences (self) == NULL)
    return;

  presences = (VnusVector **) &_vnus_record_get_rest (self)[VNUS_RARE_PRESENCES];
  for (guint i = 0; i < _vnus_vector_length (*presences); i += 2)
    if (_vnus_vector_get (*presences, i) != field)
      {
        _vnus_vector_append (&kept, _vnus_vector_get (*presences, i));
        _vnus_vector_append (&kept, _vnus_vector_get (*presences, i + 1));
      }

  _vnus_vector_clear (presences, NULL);
  *presences = kept;
}

/* The field has none yet. */
void
_vnus_record_add_presence (VnusRecord  *self,
                           VnusField   *field,
                           VnusPresence presence)
{
  VnusVector **presences = (VnusVector **) &_vnus_record_need_rest (self)[VNUS_RARE_PRESENCES];

  _vnus_vector_append (presences, field);
  _vnus_vector_append (presences, GINT_TO_POINTER (presence));
}

guint
_vnus_record_get_n_presences (VnusRecord *self)
{
  return _vnus_vector_length (_vnus_record_get_presences (self)) / 2;
}

VnusField *
_vnus_record_get_nth_presence (VnusRecord   *self,
                               guint         index,
                               VnusPresence *presence)
{
  *presence = GPOINTER_TO_INT (_vnus_vector_get (_vnus_record_get_presences (self), 2 * index + 1));
  return _vnus_vector_get (_vnus_record_get_presences (self), 2 * index);
}

static VnusField *
lookup_or_fail (VnusRecord  *self,
                const char  *name,
                GError     **error)
{
  VnusKind kind = vnus_record_get_kind (self);
  VnusField *field = vnus_field_lookup (kind, name);

  if (field == NULL)
    {
      g_auto (GStrv) names = vnus_field_list_names (kind);
      g_autofree char *known = g_strjoinv (", ", names);

      g_set_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_UNKNOWN_FIELD,
                   "a record of kind “%s” has no field “%s”; it has %s",
                   vnus_kind_to_string (kind), _vnus_clip (name).text, known);
    }

  return field;
}

/**
 * vnus_record_get_presence:
 * @self: a record
 * @field: the name of a field
 *
 * Gets what is known about a field.
 *
 * Returns: recorded if the field has a value, else what was said of it; absent if nothing was
 *
 * Since: 0.1
 */
VnusPresence
vnus_record_get_presence (VnusRecord *self,
                          const char *field)
{
  VnusField *described;

  g_return_val_if_fail (VNUS_IS_RECORD (self), VNUS_PRESENCE_ABSENT);
  g_return_val_if_fail (field != NULL, VNUS_PRESENCE_ABSENT);

  described = vnus_field_lookup (vnus_record_get_kind (self), field);
  if (described == NULL)
    return VNUS_PRESENCE_ABSENT;
  if (_vnus_field_is_set (described, self))
    return VNUS_PRESENCE_RECORDED;

  for (guint i = 0; i < _vnus_vector_length (_vnus_record_get_presences (self)); i += 2)
    if (_vnus_vector_get (_vnus_record_get_presences (self), i) == described)
      return GPOINTER_TO_INT (_vnus_vector_get (_vnus_record_get_presences (self), i + 1));

  return VNUS_PRESENCE_ABSENT;
}

/**
 * vnus_record_set_presence:
 * @self: a record
 * @field: the name of a field without a value
 * @presence: unknown, none, or absent to take back what was said
 * @error: return location for an error
 *
 * Says what is known about a field that has no value.
 *
 * Fails with [error@Vnus.RecordError] if there is no such field, or if it has a
 * value.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_record_set_presence (VnusRecord    *self,
                          const char    *field,
                          VnusPresence   presence,
                          GError       **error)
{
  VnusField *described;

  g_return_val_if_fail (VNUS_IS_RECORD (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (presence != VNUS_PRESENCE_RECORDED, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!_vnus_record_may_change (self))
    return FALSE;

  described = lookup_or_fail (self, field, error);
  if (described == NULL)
    return FALSE;

  if (_vnus_field_is_set (described, self))
    {
      g_set_error (error, VNUS_RECORD_ERROR, VNUS_RECORD_ERROR_BAD_VALUE,
                   "“%s” has a value, so it is neither unknown nor none", field);
      return FALSE;
    }

  _vnus_record_forget_presence (self, described);
  if (presence != VNUS_PRESENCE_ABSENT)
    _vnus_record_add_presence (self, described, presence);

  return TRUE;
}

/**
 * vnus_record_dup_value:
 * @self: a record
 * @field: the name of a field
 *
 * Gets the value of any field.
 *
 * Returns: (transfer full) (nullable): the value, or `NULL` if the field has none or there is no such field
 *
 * Since: 0.1
 */
VnusValue *
vnus_record_dup_value (VnusRecord *self,
                       const char *field)
{
  VnusField *described;

  g_return_val_if_fail (VNUS_IS_RECORD (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  described = vnus_field_lookup (vnus_record_get_kind (self), field);
  return described != NULL ? _vnus_field_get_value (described, self) : NULL;
}

/* Whether the property tells the same for both: false is also its default. */
static gboolean
says_the_same (const VnusField *field,
               const VnusValue *before,
               const VnusValue *after)
{
  return field->type == VNUS_VALUE_TYPE_BOOLEAN &&
         (before != NULL && vnus_value_get_boolean (before)) == (after != NULL && vnus_value_get_boolean (after));
}

/**
 * vnus_record_set_value:
 * @self: a record
 * @field: the name of a field
 * @value: (nullable): the value, of the type of the field; `NULL` to clear it
 * @error: return location for an error
 *
 * Sets the value of any field.
 *
 * An empty list clears the field, too. Fails with [error@Vnus.RecordError] if
 * there is no such field, or if the value is of another type or out of range;
 * nothing changes then.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_record_set_value (VnusRecord  *self,
                       const char  *field,
                       VnusValue   *value,
                       GError     **error)
{
  VnusField *described;

  g_autoptr (VnusValue) before = NULL;

  g_return_val_if_fail (VNUS_IS_RECORD (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!_vnus_record_may_change (self))
    return FALSE;

  described = lookup_or_fail (self, field, error);
  if (described == NULL || (value != NULL && !_vnus_field_check (described, value, error)))
    return FALSE;

  before = _vnus_field_get_value (described, self);
  if (_vnus_value_same (before, value))
    return TRUE;

  _vnus_field_set_value (described, self, value);
  if (says_the_same (described, before, value))
    _vnus_record_forget_presence (self, described);
  else
    _vnus_record_changed (self, described);

  return TRUE;
}
