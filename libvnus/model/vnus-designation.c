/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: designation. An immutable value. */
#include <vnus/vnus-designation.h>

#include "base/vnus-id-private.h"
#include "model/vnus-same-private.h"
#include "model/vnus-values-private.h"

/**
 * VnusDesignation:
 *
 * What one side calls something, such as a level of relations or a type of
 * visit.
 *
 * A designation is an immutable value.
 *
 * Since: 0.1
 */
struct _VnusDesignation
{
  gatomicrefcount ref_count;
  char            *side; /* (nullable) an id */
  VnusText        *text;
};

G_DEFINE_BOXED_TYPE (VnusDesignation, vnus_designation, vnus_designation_ref, vnus_designation_unref)

/**
 * vnus_designation_new: (constructor)
 * @side: the id of the side
 * @text: what it says, by language
 *
 * Makes a designation.
 *
 * Returns: (transfer full): the designation
 *
 * Since: 0.1
 */
VnusDesignation *
vnus_designation_new (const char *side,
                      VnusText   *text)
{
  VnusDesignation *self;

  g_return_val_if_fail (side != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (VnusDesignation, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->side = _vnus_id_new (side);
  self->text = vnus_text_ref (text);

  return self;
}

VnusDesignation *
_vnus_designation_new_take (char     *side,
                            VnusText *text)
{
  VnusDesignation *self = g_new (VnusDesignation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->side = side;
  self->text = text;

  return self;
}

/**
 * vnus_designation_ref:
 * @self: a designation
 *
 * Takes a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
VnusDesignation *
vnus_designation_ref (VnusDesignation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vnus_designation_unref:
 * @self: (transfer full): a designation
 *
 * Drops a reference. Safe from any thread.
 *
 * Since: 0.1
 */
void
vnus_designation_unref (VnusDesignation *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->side, _vnus_id_unref);
  g_clear_pointer (&self->text, vnus_text_unref);
  g_free (self);
}

/**
 * vnus_designation_get_side:
 * @self: a designation
 *
 * Gets the id of the side.
 *
 * Returns: the id of the side
 *
 * Since: 0.1
 */
const char *
vnus_designation_get_side (const VnusDesignation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->side;
}

/**
 * vnus_designation_get_text:
 * @self: a designation
 *
 * Gets what it says.
 *
 * Returns: (transfer none): what it says, by language
 *
 * Since: 0.1
 */
VnusText *
vnus_designation_get_text (const VnusDesignation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * vnus_designation_equal:
 * @self: a designation
 * @other: another designation
 *
 * Compares two designations by value.
 *
 * Returns: `TRUE` if they say the same
 *
 * Since: 0.1
 */
gboolean
vnus_designation_equal (const VnusDesignation *self,
                        const VnusDesignation *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return g_strcmp0 (self->side, other->side) == 0 &&
         _vnus_text_same (self->text, other->text);
}

/**
 * vnus_designation_to_string:
 * @self: a designation
 *
 * Writes a designation for people who debug.
 *
 * Returns: (transfer full): the string
 *
 * Since: 0.1
 */
char *
vnus_designation_to_string (const VnusDesignation *self)
{
  GString *string;

  g_return_val_if_fail (self != NULL, NULL);

  string = g_string_new (NULL);
  _vnus_append_string (string, "side", self->side);
  _vnus_append_text (string, "text", self->text);

  return g_string_free (string, FALSE);
}
