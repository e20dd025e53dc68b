/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “judgement”. */
#include <vnus/vnus-judgement.h>

#include "model/vnus-record-private.h"

typedef struct _VnusJudgementClass VnusJudgementClass;

/**
 * VnusJudgement:
 *
 * A judgement whether two records are the same.
 *
 * Since: 0.1
 */
struct _VnusJudgement
{
  VnusRecord parent_instance;

  char       *a;
  char       *b;
  VnusText   *reason;
  int        verdict;
};

struct _VnusJudgementClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusJudgement, vnus_judgement, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusVerdict, vnus_verdict,
                    G_DEFINE_ENUM_VALUE (VNUS_VERDICT_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_VERDICT_SAME, "same"),
                    G_DEFINE_ENUM_VALUE (VNUS_VERDICT_NOT_SAME, "not-same"),
                    G_DEFINE_ENUM_VALUE (VNUS_VERDICT_UNDECIDED, "undecided"))

enum
{
  FIELD_A,
  FIELD_B,
  FIELD_VERDICT,
  FIELD_REASON,
};

static VnusField fields[] = {
  VNUS_FIELD_REFERENCE (VnusJudgement, "a", a, VNUS_KINDS_ANY, "One record."),
  VNUS_FIELD_REFERENCE (VnusJudgement, "b", b, VNUS_KINDS_ANY, "The other record."),
  VNUS_FIELD_ENUM (VnusJudgement, "verdict", verdict, vnus_verdict_get_type, "The verdict."),
  VNUS_FIELD (VnusJudgement, "reason", reason, LOCALISED, "Why, by language."),
};

static void
vnus_judgement_class_init (VnusJudgementClass *klass)
{
  /**
   * VnusJudgement:a: (getter get_a) (setter set_a)
   *
   * One record.
   *
   * Since: 0.1
   */
  /**
   * VnusJudgement:b: (getter get_b) (setter set_b)
   *
   * The other record.
   *
   * Since: 0.1
   */
  /**
   * VnusJudgement:verdict: (getter get_verdict) (setter set_verdict)
   *
   * The verdict.
   *
   * Since: 0.1
   */
  /**
   * VnusJudgement:reason: (getter get_reason) (setter set_reason)
   *
   * Why, by language.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_JUDGEMENT, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_judgement_init (VnusJudgement *self)
{
}

/**
 * vnus_judgement_new: (constructor)
 * @id: the id
 *
 * Makes a judgement.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusJudgement *
vnus_judgement_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_JUDGEMENT, "id", id, NULL);
}

/**
 * vnus_judgement_get_a: (get-property a)
 * @self: a judgement
 *
 * Gets the field `a`: one record.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_judgement_set_a: (set-property a)
 * @self: a judgement
 * @a: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `a`: one record.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusJudgement, vnus_judgement, VNUS_IS_JUDGEMENT, a, FIELD_A)

/**
 * vnus_judgement_get_b: (get-property b)
 * @self: a judgement
 *
 * Gets the field `b`: the other record.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_judgement_set_b: (set-property b)
 * @self: a judgement
 * @b: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `b`: the other record.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusJudgement, vnus_judgement, VNUS_IS_JUDGEMENT, b, FIELD_B)

/**
 * vnus_judgement_get_verdict: (get-property verdict)
 * @self: a judgement
 *
 * Gets the field `verdict`: the verdict.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_judgement_set_verdict: (set-property verdict)
 * @self: a judgement
 * @verdict: the value
 *
 * Sets the field `verdict`: the verdict.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusJudgement, vnus_judgement, VNUS_IS_JUDGEMENT, VnusVerdict, verdict, FIELD_VERDICT)

/**
 * vnus_judgement_get_reason: (get-property reason)
 * @self: a judgement
 *
 * Gets the field `reason`: why, by language.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_judgement_set_reason: (set-property reason)
 * @self: a judgement
 * @reason: (nullable): the text; `NULL` to clear it
 *
 * Sets the field `reason`: why, by language.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusJudgement, vnus_judgement, VNUS_IS_JUDGEMENT, VnusText, reason, FIELD_REASON)
