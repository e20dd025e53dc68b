/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “tenure”. */
#include <vnus/vnus-tenure.h>

#include "model/vnus-record-private.h"

typedef struct _VnusTenureClass VnusTenureClass;

/**
 * VnusTenure:
 *
 * A person in an office, for a time.
 *
 * A day-like `during` is an attestation: the person was in office at that
 * time. An interval is the tenure itself.
 *
 * Since: 0.1
 */
struct _VnusTenure
{
  VnusRecord parent_instance;

  char       *person;
  char       *office;
  VnusDate   *during;
  int        term;
  int        how;
};

struct _VnusTenureClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusTenure, vnus_tenure, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusTenureStart, vnus_tenure_start,
                    G_DEFINE_ENUM_VALUE (VNUS_TENURE_START_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_TENURE_START_ELECTED, "elected"),
                    G_DEFINE_ENUM_VALUE (VNUS_TENURE_START_APPOINTED, "appointed"),
                    G_DEFINE_ENUM_VALUE (VNUS_TENURE_START_ACTING, "acting"),
                    G_DEFINE_ENUM_VALUE (VNUS_TENURE_START_ELECT, "elect"),
                    G_DEFINE_ENUM_VALUE (VNUS_TENURE_START_SUCCEEDED, "succeeded"))

enum
{
  FIELD_PERSON,
  FIELD_OFFICE,
  FIELD_DURING,
  FIELD_TERM,
  FIELD_HOW,
};

static VnusField fields[] = {
  VNUS_FIELD_REFERENCE (VnusTenure, "person", person, VNUS_KINDS (PERSON), "Who."),
  VNUS_FIELD_REFERENCE (VnusTenure, "office", office, VNUS_KINDS (OFFICE), "Which office."),
  VNUS_FIELD (VnusTenure, "during", during, DATE,
              "When; a day-like date is an attestation, an interval is the tenure."),
  VNUS_FIELD (VnusTenure, "term", term, INTEGER,
              "The how manieth term of this person in this office; 0 if not told."),
  VNUS_FIELD_ENUM (VnusTenure, "how", how, vnus_tenure_start_get_type, "How it came about."),
};

static void
vnus_tenure_class_init (VnusTenureClass *klass)
{
  /**
   * VnusTenure:person: (getter get_person) (setter set_person)
   *
   * Who.
   *
   * Since: 0.1
   */
  /**
   * VnusTenure:office: (getter get_office) (setter set_office)
   *
   * Which office.
   *
   * Since: 0.1
   */
  /**
   * VnusTenure:during: (getter get_during) (setter set_during)
   *
   * When; a day-like date is an attestation, an interval is the tenure.
   *
   * Since: 0.1
   */
  /**
   * VnusTenure:term: (getter get_term) (setter set_term)
   *
   * The how manieth term of this person in this office; 0 if not told.
   *
   * Since: 0.1
   */
  /**
   * VnusTenure:how: (getter get_how) (setter set_how)
   *
   * How it came about.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_TENURE, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_tenure_init (VnusTenure *self)
{
}

/**
 * vnus_tenure_new: (constructor)
 * @id: the id
 *
 * Makes a tenure.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusTenure *
vnus_tenure_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_TENURE, "id", id, NULL);
}

/**
 * vnus_tenure_get_person: (get-property person)
 * @self: a tenure
 *
 * Gets the field `person`: who.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_tenure_set_person: (set-property person)
 * @self: a tenure
 * @person: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `person`: who.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusTenure, vnus_tenure, VNUS_IS_TENURE, person, FIELD_PERSON)

/**
 * vnus_tenure_get_office: (get-property office)
 * @self: a tenure
 *
 * Gets the field `office`: which office.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_tenure_set_office: (set-property office)
 * @self: a tenure
 * @office: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `office`: which office.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusTenure, vnus_tenure, VNUS_IS_TENURE, office, FIELD_OFFICE)

/**
 * vnus_tenure_get_during: (get-property during)
 * @self: a tenure
 *
 * Gets the field `during`: when; a day-like date is an attestation, an
 * interval is the tenure.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_tenure_set_during: (set-property during)
 * @self: a tenure
 * @during: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `during`: when; a day-like date is an attestation, an
 * interval is the tenure.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusTenure, vnus_tenure, VNUS_IS_TENURE, VnusDate, during, FIELD_DURING)

/**
 * vnus_tenure_get_term: (get-property term)
 * @self: a tenure
 *
 * Gets the field `term`: the how manieth term of this person in this office; 0
 * if not told.
 *
 * Returns: the number, or 0
 *
 * Since: 0.1
 */
/**
 * vnus_tenure_set_term: (set-property term)
 * @self: a tenure
 * @term: the number, 0 to clear it
 *
 * Sets the field `term`: the how manieth term of this person in this office; 0
 * if not told.
 *
 * Since: 0.1
 */
VNUS_DEFINE_INTEGER (VnusTenure, vnus_tenure, VNUS_IS_TENURE, term, FIELD_TERM)

/**
 * vnus_tenure_get_how: (get-property how)
 * @self: a tenure
 *
 * Gets the field `how`: how it came about.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_tenure_set_how: (set-property how)
 * @self: a tenure
 * @how: the value
 *
 * Sets the field `how`: how it came about.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusTenure, vnus_tenure, VNUS_IS_TENURE, VnusTenureStart, how, FIELD_HOW)
