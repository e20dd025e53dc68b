/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “place”. */
#include <vnus/vnus-place.h>

#include "model/vnus-record-private.h"

typedef struct _VnusPlaceClass VnusPlaceClass;

/**
 * VnusPlace:
 *
 * A place.
 *
 * Since: 0.1
 */
struct _VnusPlace
{
  VnusRecord parent_instance;

  char       *within;
  int        place_type;
};

struct _VnusPlaceClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusPlace, vnus_place, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusPlaceType, vnus_place_type,
                    G_DEFINE_ENUM_VALUE (VNUS_PLACE_TYPE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_PLACE_TYPE_COUNTRY, "country"),
                    G_DEFINE_ENUM_VALUE (VNUS_PLACE_TYPE_REGION, "region"),
                    G_DEFINE_ENUM_VALUE (VNUS_PLACE_TYPE_PROVINCE, "province"),
                    G_DEFINE_ENUM_VALUE (VNUS_PLACE_TYPE_CITY, "city"),
                    G_DEFINE_ENUM_VALUE (VNUS_PLACE_TYPE_BUILDING, "building"),
                    G_DEFINE_ENUM_VALUE (VNUS_PLACE_TYPE_SEA, "sea"),
                    G_DEFINE_ENUM_VALUE (VNUS_PLACE_TYPE_OTHER, "other"))

enum
{
  FIELD_PLACE_TYPE,
  FIELD_WITHIN,
};

static VnusField fields[] = {
  VNUS_FIELD_ENUM (VnusPlace, "place-type", place_type, vnus_place_type_get_type, "Its type."),
  VNUS_FIELD_REFERENCE (VnusPlace, "within", within, VNUS_KINDS (PLACE) | VNUS_KINDS (STATE),
                        "What it lies within."),
};

static void
vnus_place_class_init (VnusPlaceClass *klass)
{
  /**
   * VnusPlace:place-type: (getter get_place_type) (setter set_place_type)
   *
   * Its type.
   *
   * Since: 0.1
   */
  /**
   * VnusPlace:within: (getter get_within) (setter set_within)
   *
   * What it lies within.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_PLACE, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_place_init (VnusPlace *self)
{
}

/**
 * vnus_place_new: (constructor)
 * @id: the id
 *
 * Makes a place.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusPlace *
vnus_place_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_PLACE, "id", id, NULL);
}

/**
 * vnus_place_get_place_type: (get-property place-type)
 * @self: a place
 *
 * Gets the field `place-type`: its type.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_place_set_place_type: (set-property place-type)
 * @self: a place
 * @place_type: the value
 *
 * Sets the field `place-type`: its type.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusPlace, vnus_place, VNUS_IS_PLACE, VnusPlaceType, place_type, FIELD_PLACE_TYPE)

/**
 * vnus_place_get_within: (get-property within)
 * @self: a place
 *
 * Gets the field `within`: what it lies within.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_place_set_within: (set-property within)
 * @self: a place
 * @within: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `within`: what it lies within.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusPlace, vnus_place, VNUS_IS_PLACE, within, FIELD_WITHIN)
