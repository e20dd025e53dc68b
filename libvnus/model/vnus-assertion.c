/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “assertion”. */
#include <vnus/vnus-assertion.h>

#include "model/vnus-record-private.h"

typedef struct _VnusAssertionClass VnusAssertionClass;

/**
 * VnusAssertion:
 *
 * A first, n-th, count or rank exactly as a source made it.
 *
 * Since: 0.1
 */
struct _VnusAssertion
{
  VnusRecord parent_instance;

  char       *rule;
  char       *subject;
  VnusDate   *since;
  VnusAmount *value;
  char       *scope;
};

struct _VnusAssertionClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusAssertion, vnus_assertion, VNUS_TYPE_RECORD)

enum
{
  FIELD_RULE,
  FIELD_SUBJECT,
  FIELD_SINCE,
  FIELD_VALUE,
  FIELD_SCOPE,
};

static VnusField fields[] = {
  VNUS_FIELD (VnusAssertion, "rule", rule, TEXT, "The id of the rule that can check it."),
  VNUS_FIELD_REFERENCE (VnusAssertion, "subject", subject, VNUS_KINDS_ANY, "What it speaks of."),
  VNUS_FIELD (VnusAssertion, "since", since, DATE, "From when it counts."),
  VNUS_FIELD (VnusAssertion, "value", value, AMOUNT, "The number or rank that it asserts."),
  VNUS_FIELD (VnusAssertion, "scope", scope, TEXT, "The scope, as the text of a query."),
};

static void
vnus_assertion_class_init (VnusAssertionClass *klass)
{
  /**
   * VnusAssertion:rule: (getter get_rule) (setter set_rule)
   *
   * The id of the rule that can check it.
   *
   * Since: 0.1
   */
  /**
   * VnusAssertion:subject: (getter get_subject) (setter set_subject)
   *
   * What it speaks of.
   *
   * Since: 0.1
   */
  /**
   * VnusAssertion:since: (getter get_since) (setter set_since)
   *
   * From when it counts.
   *
   * Since: 0.1
   */
  /**
   * VnusAssertion:value: (getter get_value) (setter set_value)
   *
   * The number or rank that it asserts.
   *
   * Since: 0.1
   */
  /**
   * VnusAssertion:scope: (getter get_scope) (setter set_scope)
   *
   * The scope, as the text of a query.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_ASSERTION, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_assertion_init (VnusAssertion *self)
{
}

/**
 * vnus_assertion_new: (constructor)
 * @id: the id
 *
 * Makes an assertion.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusAssertion *
vnus_assertion_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_ASSERTION, "id", id, NULL);
}

/**
 * vnus_assertion_get_rule: (get-property rule)
 * @self: an assertion
 *
 * Gets the field `rule`: the id of the rule that can check it.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_assertion_set_rule: (set-property rule)
 * @self: an assertion
 * @rule: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `rule`: the id of the rule that can check it.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusAssertion, vnus_assertion, VNUS_IS_ASSERTION, rule, FIELD_RULE)

/**
 * vnus_assertion_get_subject: (get-property subject)
 * @self: an assertion
 *
 * Gets the field `subject`: what it speaks of.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_assertion_set_subject: (set-property subject)
 * @self: an assertion
 * @subject: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `subject`: what it speaks of.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusAssertion, vnus_assertion, VNUS_IS_ASSERTION, subject, FIELD_SUBJECT)

/**
 * vnus_assertion_get_since: (get-property since)
 * @self: an assertion
 *
 * Gets the field `since`: from when it counts.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_assertion_set_since: (set-property since)
 * @self: an assertion
 * @since: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `since`: from when it counts.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusAssertion, vnus_assertion, VNUS_IS_ASSERTION, VnusDate, since, FIELD_SINCE)

/**
 * vnus_assertion_get_value: (get-property value)
 * @self: an assertion
 *
 * Gets the field `value`: the number or rank that it asserts.
 *
 * Returns: (transfer none) (nullable): the amount, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_assertion_set_value: (set-property value)
 * @self: an assertion
 * @value: (nullable): the amount; `NULL` to clear it
 *
 * Sets the field `value`: the number or rank that it asserts.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusAssertion, vnus_assertion, VNUS_IS_ASSERTION, VnusAmount, value, FIELD_VALUE)

/**
 * vnus_assertion_get_scope: (get-property scope)
 * @self: an assertion
 *
 * Gets the field `scope`: the scope, as the text of a query.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_assertion_set_scope: (set-property scope)
 * @self: an assertion
 * @scope: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `scope`: the scope, as the text of a query.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusAssertion, vnus_assertion, VNUS_IS_ASSERTION, scope, FIELD_SCOPE)
