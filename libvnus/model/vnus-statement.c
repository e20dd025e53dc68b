/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “statement”. */
#include <vnus/vnus-statement.h>

#include "model/vnus-event-private.h"

typedef struct _VnusStatementClass VnusStatementClass;

/**
 * VnusStatement:
 *
 * A statement.
 *
 * An announcement is an event of its own, with a date of its own. A wording is
 * verbatim only in the languages that the statement names.
 *
 * Since: 0.1
 */
struct _VnusStatement
{
  VnusEvent parent_instance;

  VnusText   *wording;
  VnusVector *verbatim_in;
  VnusText   *condition;
  VnusVector *about;
  VnusVector *announces;
  int        form;
  int        stance;
};

struct _VnusStatementClass
{
  VnusEventClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusStatement, vnus_statement, VNUS_TYPE_EVENT)

G_DEFINE_ENUM_TYPE (VnusStatementForm, vnus_statement_form,
                    G_DEFINE_ENUM_VALUE (VNUS_STATEMENT_FORM_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATEMENT_FORM_JOINT_STATEMENT, "joint-statement"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATEMENT_FORM_PRESS_STATEMENT, "press-statement"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATEMENT_FORM_REMARKS, "remarks"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATEMENT_FORM_LETTER, "letter"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATEMENT_FORM_NOTE_VERBALE, "note-verbale"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATEMENT_FORM_ANNOUNCEMENT, "announcement"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATEMENT_FORM_REPORT, "report"))

G_DEFINE_ENUM_TYPE (VnusStance, vnus_stance,
                    G_DEFINE_ENUM_VALUE (VNUS_STANCE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_STANCE_INFORMS, "informs"),
                    G_DEFINE_ENUM_VALUE (VNUS_STANCE_SUPPORTS, "supports"),
                    G_DEFINE_ENUM_VALUE (VNUS_STANCE_PROPOSES, "proposes"),
                    G_DEFINE_ENUM_VALUE (VNUS_STANCE_WISHES, "wishes"),
                    G_DEFINE_ENUM_VALUE (VNUS_STANCE_INTENDS, "intends"),
                    G_DEFINE_ENUM_VALUE (VNUS_STANCE_EXPECTS, "expects"),
                    G_DEFINE_ENUM_VALUE (VNUS_STANCE_VALUES, "values"),
                    G_DEFINE_ENUM_VALUE (VNUS_STANCE_AGREES, "agrees"),
                    G_DEFINE_ENUM_VALUE (VNUS_STANCE_EVALUATES, "evaluates"),
                    G_DEFINE_ENUM_VALUE (VNUS_STANCE_OPPOSES, "opposes"))

enum
{
  FIELD_FORM,
  FIELD_WORDING,
  FIELD_VERBATIM_IN,
  FIELD_STANCE,
  FIELD_CONDITION,
  FIELD_ABOUT,
  FIELD_ANNOUNCES,
};

static VnusField fields[] = {
  VNUS_FIELD_ENUM (VnusStatement, "form", form, vnus_statement_form_get_type, "Its form."),
  VNUS_FIELD (VnusStatement, "wording", wording, LOCALISED, "Its wording, by language."),
  VNUS_FIELD_LIST (VnusStatement, "verbatim-in", verbatim_in, TEXT,
                   "The languages in which the wording is verbatim."),
  VNUS_FIELD_ENUM (VnusStatement, "stance", stance, vnus_stance_get_type, "What it does."),
  VNUS_FIELD (VnusStatement, "condition", condition, LOCALISED, "The condition that it makes, by language."),
  VNUS_FIELD_REFERENCES (VnusStatement, "about", about, VNUS_KINDS_ANY, "What it is about."),
  VNUS_FIELD_REFERENCES (VnusStatement, "announces", announces, VNUS_KINDS_EVENTS, "What it announces."),
};

static void
vnus_statement_class_init (VnusStatementClass *klass)
{
  /**
   * VnusStatement:form: (getter get_form) (setter set_form)
   *
   * Its form.
   *
   * Since: 0.1
   */
  /**
   * VnusStatement:wording: (getter get_wording) (setter set_wording)
   *
   * Its wording, by language.
   *
   * Since: 0.1
   */
  /**
   * VnusStatement:stance: (getter get_stance) (setter set_stance)
   *
   * What it does.
   *
   * Since: 0.1
   */
  /**
   * VnusStatement:condition: (getter get_condition) (setter set_condition)
   *
   * The condition that it makes, by language.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_STATEMENT, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_statement_init (VnusStatement *self)
{
}

/**
 * vnus_statement_new: (constructor)
 * @id: the id
 *
 * Makes a statement.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusStatement *
vnus_statement_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_STATEMENT, "id", id, NULL);
}

/**
 * vnus_statement_get_form: (get-property form)
 * @self: a statement
 *
 * Gets the field `form`: its form.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_statement_set_form: (set-property form)
 * @self: a statement
 * @form: the value
 *
 * Sets the field `form`: its form.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusStatement, vnus_statement, VNUS_IS_STATEMENT, VnusStatementForm, form, FIELD_FORM)

/**
 * vnus_statement_get_wording: (get-property wording)
 * @self: a statement
 *
 * Gets the field `wording`: its wording, by language.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_statement_set_wording: (set-property wording)
 * @self: a statement
 * @wording: (nullable): the text; `NULL` to clear it
 *
 * Sets the field `wording`: its wording, by language.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusStatement, vnus_statement, VNUS_IS_STATEMENT, VnusText, wording, FIELD_WORDING)

/**
 * vnus_statement_get_n_verbatim_in:
 * @self: a statement
 *
 * Gets how many values the field `verbatim-in` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_statement_get_verbatim_language:
 * @self: a statement
 * @position: the position, from 0
 *
 * Gets a value of the field `verbatim-in`: the languages in which the wording
 * is verbatim.
 *
 * Returns: (nullable): the string, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_statement_add_verbatim_language:
 * @self: a statement
 * @verbatim_language: the string
 *
 * Adds a value to the field `verbatim-in`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusStatement, vnus_statement, VNUS_IS_STATEMENT, const char *, const char *, verbatim_in, verbatim_language, FIELD_VERBATIM_IN)

/**
 * vnus_statement_get_stance: (get-property stance)
 * @self: a statement
 *
 * Gets the field `stance`: what it does.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_statement_set_stance: (set-property stance)
 * @self: a statement
 * @stance: the value
 *
 * Sets the field `stance`: what it does.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusStatement, vnus_statement, VNUS_IS_STATEMENT, VnusStance, stance, FIELD_STANCE)

/**
 * vnus_statement_get_condition: (get-property condition)
 * @self: a statement
 *
 * Gets the field `condition`: the condition that it makes, by language.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_statement_set_condition: (set-property condition)
 * @self: a statement
 * @condition: (nullable): the text; `NULL` to clear it
 *
 * Sets the field `condition`: the condition that it makes, by language.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusStatement, vnus_statement, VNUS_IS_STATEMENT, VnusText, condition, FIELD_CONDITION)

/**
 * vnus_statement_get_n_about:
 * @self: a statement
 *
 * Gets how many values the field `about` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_statement_get_subject:
 * @self: a statement
 * @position: the position, from 0
 *
 * Gets a value of the field `about`: what it is about.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_statement_add_subject:
 * @self: a statement
 * @subject: the id of a record
 *
 * Adds a value to the field `about`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusStatement, vnus_statement, VNUS_IS_STATEMENT, const char *, const char *, about, subject, FIELD_ABOUT)

/**
 * vnus_statement_get_n_announces:
 * @self: a statement
 *
 * Gets how many values the field `announces` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_statement_get_announced:
 * @self: a statement
 * @position: the position, from 0
 *
 * Gets a value of the field `announces`: what it announces.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_statement_add_announced:
 * @self: a statement
 * @announced: the id of a record
 *
 * Adds a value to the field `announces`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusStatement, vnus_statement, VNUS_IS_STATEMENT, const char *, const char *, announces, announced, FIELD_ANNOUNCES)
