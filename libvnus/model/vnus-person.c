/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “person”. */
#include <vnus/vnus-person.h>

#include "model/vnus-actor-private.h"

typedef struct _VnusPersonClass VnusPersonClass;

/**
 * VnusPerson:
 *
 * A person.
 *
 * Since: 0.1
 */
struct _VnusPerson
{
  VnusActor parent_instance;

  char       *family_name;
  char       *given_names;
  VnusText   *honorific;
  char       *of;
  VnusDate   *lived;
};

struct _VnusPersonClass
{
  VnusActorClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusPerson, vnus_person, VNUS_TYPE_ACTOR)

enum
{
  FIELD_FAMILY_NAME,
  FIELD_GIVEN_NAMES,
  FIELD_HONORIFIC,
  FIELD_OF,
  FIELD_LIVED,
};

static VnusField fields[] = {
  VNUS_FIELD (VnusPerson, "family-name", family_name, TEXT, "The family name."),
  VNUS_FIELD (VnusPerson, "given-names", given_names, TEXT, "The given names, middle names included."),
  VNUS_FIELD (VnusPerson, "honorific", honorific, LOCALISED, "A sourced honorific, by language."),
  VNUS_FIELD_REFERENCE (VnusPerson, "of", of, VNUS_KINDS (STATE), "The state that the person belongs to."),
  VNUS_FIELD (VnusPerson, "lived", lived, DATE, "Birth and death."),
};

static void
vnus_person_class_init (VnusPersonClass *klass)
{
  /**
   * VnusPerson:family-name: (getter get_family_name) (setter set_family_name)
   *
   * The family name.
   *
   * Since: 0.1
   */
  /**
   * VnusPerson:given-names: (getter get_given_names) (setter set_given_names)
   *
   * The given names, middle names included.
   *
   * Since: 0.1
   */
  /**
   * VnusPerson:honorific: (getter get_honorific) (setter set_honorific)
   *
   * A sourced honorific, by language.
   *
   * Since: 0.1
   */
  /**
   * VnusPerson:of: (getter get_of) (setter set_of)
   *
   * The state that the person belongs to.
   *
   * Since: 0.1
   */
  /**
   * VnusPerson:lived: (getter get_lived) (setter set_lived)
   *
   * Birth and death.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_PERSON, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_person_init (VnusPerson *self)
{
}

/**
 * vnus_person_new: (constructor)
 * @id: the id
 *
 * Makes a person.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusPerson *
vnus_person_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_PERSON, "id", id, NULL);
}

/**
 * vnus_person_get_family_name: (get-property family-name)
 * @self: a person
 *
 * Gets the field `family-name`: the family name.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_person_set_family_name: (set-property family-name)
 * @self: a person
 * @family_name: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `family-name`: the family name.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusPerson, vnus_person, VNUS_IS_PERSON, family_name, FIELD_FAMILY_NAME)

/**
 * vnus_person_get_given_names: (get-property given-names)
 * @self: a person
 *
 * Gets the field `given-names`: the given names, middle names included.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_person_set_given_names: (set-property given-names)
 * @self: a person
 * @given_names: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `given-names`: the given names, middle names included.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusPerson, vnus_person, VNUS_IS_PERSON, given_names, FIELD_GIVEN_NAMES)

/**
 * vnus_person_get_honorific: (get-property honorific)
 * @self: a person
 *
 * Gets the field `honorific`: a sourced honorific, by language.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_person_set_honorific: (set-property honorific)
 * @self: a person
 * @honorific: (nullable): the text; `NULL` to clear it
 *
 * Sets the field `honorific`: a sourced honorific, by language.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusPerson, vnus_person, VNUS_IS_PERSON, VnusText, honorific, FIELD_HONORIFIC)

/**
 * vnus_person_get_of: (get-property of)
 * @self: a person
 *
 * Gets the field `of`: the state that the person belongs to.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_person_set_of: (set-property of)
 * @self: a person
 * @of: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `of`: the state that the person belongs to.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusPerson, vnus_person, VNUS_IS_PERSON, of, FIELD_OF)

/**
 * vnus_person_get_lived: (get-property lived)
 * @self: a person
 *
 * Gets the field `lived`: birth and death.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_person_set_lived: (set-property lived)
 * @self: a person
 * @lived: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `lived`: birth and death.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusPerson, vnus_person, VNUS_IS_PERSON, VnusDate, lived, FIELD_LIVED)
