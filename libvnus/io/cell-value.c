/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the values of records as cells of a table, and back. */
#include "base/vnus-id-private.h"
#include "io/cell-value-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>

#include "io/cell-text-private.h"
#include "model/vnus-values-private.h"

enum { BOUND, UNIT };
enum { ROLE, CAPACITY, SIDE, PARTICIPANT_NOTE };
enum { WHEN, STOP_NOTE };
enum { DESIGNATION_TEXT };

static const VnusCellPart amount_parts[] = {
  { "bound", VNUS_CELL_PART_PLAIN },
  { "unit", VNUS_CELL_PART_PLAIN },
};

static const VnusCellPart participant_parts[] = {
  { "role", VNUS_CELL_PART_PLAIN },
  { "capacity", VNUS_CELL_PART_PLAIN },
  { "side", VNUS_CELL_PART_PLAIN },
  { "note", VNUS_CELL_PART_LOCALISED },
};

static const VnusCellPart stop_parts[] = {
  { "when", VNUS_CELL_PART_PLAIN },
  { "note", VNUS_CELL_PART_LOCALISED },
};

static const VnusCellPart designation_parts[] = {
  { "text", VNUS_CELL_PART_LOCALISED },
};

/* Writing */

const char *
_vnus_cell_from_word (GType enum_type,
                      int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (enum_type);
  const GEnumValue *entry = value != 0 ? g_enum_get_value (klass, value) : NULL;

  return entry != NULL ? entry->value_nick : NULL;
}

static void
put_head (GString    *cell,
          const char *head)
{
  if (head != NULL)
    _vnus_cell_put_text (cell, head);
}

static void
put_amount (GString          *cell,
            const VnusAmount *amount)
{
  VnusBound bound = vnus_amount_get_bound (amount);

  put_head (cell, vnus_amount_get_number (amount));
  _vnus_cell_put_part (cell, "bound", bound != VNUS_BOUND_EXACT ? _vnus_cell_from_word (VNUS_TYPE_BOUND, (int) bound) : NULL);
  _vnus_cell_put_part (cell, "unit", vnus_amount_get_unit (amount));
}

static void
put_participant (GString               *cell,
                 const VnusParticipant *participant)
{
  put_head (cell, vnus_participant_get_actor (participant));
  _vnus_cell_put_part (cell, "role", _vnus_cell_from_word (VNUS_TYPE_ROLE, (int) vnus_participant_get_role (participant)));
  _vnus_cell_put_part (cell, "capacity", vnus_participant_get_capacity (participant));
  _vnus_cell_put_part (cell, "side", vnus_participant_get_side (participant));
  _vnus_cell_put_localised_part (cell, "note", vnus_participant_get_note (participant));
}

static void
put_stop (GString        *cell,
          const VnusStop *stop)
{
  VnusDate *when = vnus_stop_get_when (stop);

  put_head (cell, vnus_stop_get_place (stop));
  _vnus_cell_put_part (cell, "when", when != NULL ? vnus_date_get_text (when) : NULL);
  _vnus_cell_put_localised_part (cell, "note", vnus_stop_get_note (stop));
}

static void
put_item (GString         *cell,
          const VnusValue *value)
{
  VnusDesignation *designation;

  switch ((int) vnus_value_get_value_type (value))
    {
    case VNUS_VALUE_TYPE_AMOUNT:
      put_amount (cell, vnus_value_get_amount (value));
      return;

    case VNUS_VALUE_TYPE_PARTICIPANT:
      put_participant (cell, vnus_value_get_participant (value));
      return;

    case VNUS_VALUE_TYPE_STOP:
      put_stop (cell, vnus_value_get_stop (value));
      return;

    case VNUS_VALUE_TYPE_DESIGNATION:
      designation = vnus_value_get_designation (value);
      put_head (cell, vnus_designation_get_side (designation));
      _vnus_cell_put_localised_part (cell, "text", vnus_designation_get_text (designation));
      return;

    case VNUS_VALUE_TYPE_DATE:
      _vnus_cell_put_text (cell, vnus_date_get_text (vnus_value_get_date (value)));
      return;

    case VNUS_VALUE_TYPE_INTEGER:
      g_string_append_printf (cell, "%d", vnus_value_get_integer (value));
      return;

    case VNUS_VALUE_TYPE_BOOLEAN:
      g_string_append (cell, vnus_value_get_boolean (value) ? "true" : "false");
      return;

    default:
      _vnus_cell_put_text (cell, vnus_value_get_string (value));
    }
}

static gboolean
has_parts (VnusValueType type)
{
  return type == VNUS_VALUE_TYPE_PARTICIPANT || type == VNUS_VALUE_TYPE_STOP || type == VNUS_VALUE_TYPE_DESIGNATION;
}

char *
_vnus_cell_from_value (const VnusValue *value)
{
  GString *cell;

  if (vnus_value_get_value_type (value) == VNUS_VALUE_TYPE_TEXT)
    return _vnus_cell_from_plain (vnus_value_get_string (value));

  cell = g_string_new (NULL);
  if (vnus_value_get_value_type (value) != VNUS_VALUE_TYPE_LIST)
    put_item (cell, value);
  for (guint i = 0; i < vnus_value_get_n_items (value); i++)
    {
      VnusValue *item = vnus_value_get_item (value, i);

      if (i > 0)
        g_string_append (cell, has_parts (vnus_value_get_value_type (item)) ? "\n" : "; ");
      put_item (cell, item);
    }

  return g_string_free (cell, FALSE);
}

/* Reading */

static char *
list_words (GType enum_type)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (enum_type);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    if (klass->values[i].value != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", klass->values[i].value_nick);

  return g_string_free (words, FALSE);
}

int
_vnus_cell_to_word (GType          enum_type,
                    const char    *text,
                    VnusCellFault *fault)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (enum_type);
  const GEnumValue *entry;

  if (text == NULL)
    return 0;
  entry = g_enum_get_value_by_nick (klass, text);
  if (entry != NULL && entry->value != 0)
    return entry->value;

  if (!_vnus_cell_is_damaged (text, VNUS_VALUE_TYPE_ENUM, fault))
    _vnus_cell_fault_set (fault, "cell.word", text, list_words (enum_type));
  return -1;
}

VnusDate *
_vnus_cell_to_date (const char    *text,
                    VnusCellFault *fault)
{
  g_autoptr (GError) error = NULL;
  VnusDate *date = vnus_date_parse (text, &error);

  if (date != NULL || _vnus_cell_is_damaged (text, VNUS_VALUE_TYPE_DATE, fault))
    return date;

  _vnus_cell_fault_set (fault, g_error_matches (error, VNUS_DATE_ERROR, VNUS_DATE_ERROR_NO_SUCH_DAY) ? "cell.no-such-day"
                                                                                                   : "cell.date",
                        text, NULL);
  return NULL;
}

/* An id; NULL without a fault if @text is NULL. */
static char *
read_id (const char    *text,
         VnusCellFault *fault)
{
  if (text == NULL)
    return NULL;
  if (vnus_fold_is_id (text))
    return _vnus_id_new (text);

  if (!_vnus_cell_is_damaged (text, VNUS_VALUE_TYPE_REFERENCE, fault))
    _vnus_cell_fault_set (fault, "cell.id", text, NULL);
  return NULL;
}

static VnusValue *
read_amount (const char    *cell,
             VnusCellFault *fault)
{
  g_auto (VnusCellParts) parts = { NULL };
  VnusAmount *amount;
  int bound;

  if (!_vnus_cell_parts_read (&parts, cell, amount_parts, G_N_ELEMENTS (amount_parts), fault))
    return NULL;
  bound = _vnus_cell_to_word (VNUS_TYPE_BOUND, parts.texts[BOUND], fault);
  if (bound < 0)
    return NULL;

  amount = vnus_amount_parse (parts.head != NULL ? parts.head : "", (VnusBound) bound, parts.texts[UNIT], NULL);
  if (amount != NULL)
    return _vnus_value_new_take (VNUS_VALUE_TYPE_AMOUNT, amount);

  if (!_vnus_cell_is_damaged (parts.head != NULL ? parts.head : "", VNUS_VALUE_TYPE_AMOUNT, fault))
    _vnus_cell_fault_set (fault, "cell.amount", cell, NULL);
  return NULL;
}

static VnusValue *
read_participant (const char    *cell,
                  VnusCellFault *fault)
{
  g_auto (VnusCellParts) parts = { NULL };
  char *actor, *capacity, *side;
  int role;

  if (!_vnus_cell_parts_read (&parts, cell, participant_parts, G_N_ELEMENTS (participant_parts), fault))
    return NULL;

  role = _vnus_cell_to_word (VNUS_TYPE_ROLE, parts.texts[ROLE], fault);
  actor = read_id (parts.head, fault);
  capacity = read_id (parts.texts[CAPACITY], fault);
  side = read_id (parts.texts[SIDE], fault);
  if (fault->key == NULL)
    return _vnus_value_new_take (VNUS_VALUE_TYPE_PARTICIPANT,
                                 _vnus_participant_new_take (actor, (VnusRole) role, capacity, side,
                                                             g_steal_pointer (&parts.localised[PARTICIPANT_NOTE])));

  g_clear_pointer (&actor, _vnus_id_unref);
  g_clear_pointer (&capacity, _vnus_id_unref);
  g_clear_pointer (&side, _vnus_id_unref);
  return NULL;
}

static VnusValue *
read_stop (const char    *cell,
           VnusCellFault *fault)
{
  g_auto (VnusCellParts) parts = { NULL };
  g_autoptr (VnusDate) when = NULL;
  char *place;

  if (!_vnus_cell_parts_read (&parts, cell, stop_parts, G_N_ELEMENTS (stop_parts), fault))
    return NULL;
  if (parts.texts[WHEN] != NULL && (when = _vnus_cell_to_date (parts.texts[WHEN], fault)) == NULL)
    return NULL;

  place = read_id (parts.head != NULL ? parts.head : "", fault);
  if (place == NULL)
    return NULL;

  return _vnus_value_new_take (VNUS_VALUE_TYPE_STOP,
                               _vnus_stop_new_take (place, g_steal_pointer (&when),
                                                    g_steal_pointer (&parts.localised[STOP_NOTE])));
}

static VnusValue *
read_designation (const char    *cell,
                  VnusCellFault *fault)
{
  g_auto (VnusCellParts) parts = { NULL };
  char *side;

  if (!_vnus_cell_parts_read (&parts, cell, designation_parts, G_N_ELEMENTS (designation_parts), fault))
    return NULL;
  if (parts.localised[DESIGNATION_TEXT] == NULL)
    {
      _vnus_cell_fault_set (fault, "cell.no-text", cell, NULL);
      return NULL;
    }

  side = read_id (parts.head != NULL ? parts.head : "", fault);
  if (side == NULL)
    return NULL;

  return _vnus_value_new_take (VNUS_VALUE_TYPE_DESIGNATION,
                               _vnus_designation_new_take (side, g_steal_pointer (&parts.localised[DESIGNATION_TEXT])));
}

static VnusValue *
read_integer (const char    *text,
              VnusCellFault *fault)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    return vnus_value_new_integer ((int) number);

  if (!_vnus_cell_is_damaged (text, VNUS_VALUE_TYPE_INTEGER, fault))
    _vnus_cell_fault_set (fault, "cell.integer", text, NULL);
  return NULL;
}

/* Spreadsheets write these words in capitals. */
static VnusValue *
read_boolean (const char    *text,
              VnusCellFault *fault)
{
  if (g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "false") == 0)
    return vnus_value_new_boolean (g_ascii_tolower (text[0]) == 't');

  _vnus_cell_fault_set (fault, "cell.boolean", text, NULL);
  return NULL;
}

/* @text is without escapes. */
static VnusValue *
read_simple (const VnusField *field,
             const char      *text,
             VnusCellFault   *fault)
{
  VnusDate *date;
  char *id;
  int word;

  switch ((int) field->type)
    {
    case VNUS_VALUE_TYPE_REFERENCE:
      id = read_id (text, fault);
      return id != NULL ? _vnus_value_new_take (VNUS_VALUE_TYPE_REFERENCE, id) : NULL;

    case VNUS_VALUE_TYPE_ENUM:
      word = _vnus_cell_to_word (field->get_enum_type (), text, fault);
      return word > 0 ? vnus_value_new_enum (field->get_enum_type (), word) : NULL;

    case VNUS_VALUE_TYPE_DATE:
      date = _vnus_cell_to_date (text, fault);
      return date != NULL ? _vnus_value_new_take (VNUS_VALUE_TYPE_DATE, date) : NULL;

    case VNUS_VALUE_TYPE_INTEGER:
      return read_integer (text, fault);

    case VNUS_VALUE_TYPE_BOOLEAN:
      return read_boolean (text, fault);

    default:
      return _vnus_cell_is_damaged (text, VNUS_VALUE_TYPE_TEXT, fault) ? NULL : vnus_value_new_text (text);
    }
}

static VnusValue *
read_item (const VnusField *field,
           const char      *piece,
           VnusCellFault   *fault)
{
  g_autofree char *text = NULL;

  switch ((int) field->type)
    {
    case VNUS_VALUE_TYPE_AMOUNT:
      return read_amount (piece, fault);

    case VNUS_VALUE_TYPE_PARTICIPANT:
      return read_participant (piece, fault);

    case VNUS_VALUE_TYPE_STOP:
      return read_stop (piece, fault);

    case VNUS_VALUE_TYPE_DESIGNATION:
      return read_designation (piece, fault);

    default:
      text = _vnus_cell_get_text (piece);
      if (text != NULL)
        return read_simple (field, text, fault);
      _vnus_cell_fault_set (fault, "cell.escape", piece, NULL);
      return NULL;
    }
}

static VnusValue *
read_list (const VnusField *field,
           const char      *cell,
           VnusCellFault   *fault)
{
  g_auto (GStrv) pieces = _vnus_cell_split (cell, ";\n\r");
  VnusVector *items = NULL;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      VnusValue *item = *pieces[i] != '\0' ? read_item (field, pieces[i], fault) : NULL;

      if (item != NULL)
        _vnus_vector_append (&items, item);
    }

  if (items == NULL)
    _vnus_cell_fault_set (fault, "cell.no-item", cell, NULL);
  if (fault->key == NULL)
    return _vnus_value_new_take (VNUS_VALUE_TYPE_LIST, items);

  _vnus_vector_clear (&items, (GDestroyNotify) vnus_value_unref);
  return NULL;
}

VnusValue *
_vnus_cell_to_value (const VnusField *field,
                     gboolean         is_list,
                     const char      *cell,
                     VnusCellFault   *fault)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;

  if (_vnus_cell_is_damaged (cell, VNUS_VALUE_TYPE_UNSET, fault))
    return NULL;
  if (is_list)
    return read_list (field, cell, fault);
  if (field->type == VNUS_VALUE_TYPE_TEXT)
    {
      text = _vnus_cell_to_plain (cell);
      return read_simple (field, text, fault);
    }

  pieces = _vnus_cell_split (cell, ""); /* one, without the blanks around it */
  return read_item (field, pieces[0], fault);
}
