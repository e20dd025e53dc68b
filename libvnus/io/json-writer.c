/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: writing the values of a document, each on one line. */
#include "io/json-writer-private.h"

#include "base/vnus-text-private.h"
#include "model/vnus-value-private.h"

/* At the beginning: it grows with the longest record. */
#define ALLOCATED ((gsize) 1 << 19)

void
_vnus_json_writer_init (VnusJsonWriter *self,
                        gboolean        is_compact)
{
  memset (self, 0, sizeof *self);
  self->is_compact = is_compact;
  self->comma = is_compact ? "," : ", ";
  self->colon = is_compact ? ":" : ": ";
  self->open = is_compact ? "{" : "{ ";
  self->close = is_compact ? "}" : " }";
  self->allocated = ALLOCATED;
  self->data = g_malloc (self->allocated);
  self->bounds = g_type_class_ref (VNUS_TYPE_BOUND);
  self->roles = g_type_class_ref (VNUS_TYPE_ROLE);
  self->ranks = g_type_class_ref (VNUS_TYPE_CITATION_RANK);
}

void
_vnus_json_writer_clear (VnusJsonWriter *self)
{
  g_type_class_unref (self->bounds);
  g_type_class_unref (self->roles);
  g_type_class_unref (self->ranks);
  g_clear_pointer (&self->data, g_free);
}

/* Text */

static void
put_escape (VnusJsonWriter *self,
            guchar          c)
{
  static const char plain[] = "\"\\\b\f\n\r\t";
  static const char names[] = "\"\\bfnrt";
  const char *found = strchr (plain, c);
  char escape[8];

  if (found != NULL)
    g_snprintf (escape, sizeof escape, "\\%c", names[found - plain]);
  else
    g_snprintf (escape, sizeof escape, "\\u%04x", c);

  _vnus_json_put_raw (self, escape);
}

static inline gboolean
needs_escape (guchar c)
{
  return c < 0x20 || c == '"' || c == '\\';
}

#define EACH(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
/* The high bit of the bytes that are 0, and perhaps of bytes above one that is. */
#define ZEROS(word) (((word) - EACH (1)) & ~(word) & EACH (0x80))

/* Whether nothing needs an escape: eight bytes at a time, and the last eight once
 * more for the rest. */
static gboolean
is_plain (const char *string,
          gsize       length)
{
  guint64 word, found = 0;

  if (length < sizeof word)
    {
      for (gsize i = 0; i < length; i++)
        if (needs_escape ((guchar) string[i]))
          return FALSE;
      return TRUE;
    }

  for (gsize i = 0; i < length; i += sizeof word)
    {
      memcpy (&word, string + MIN (i, length - sizeof word), sizeof word);
      found |= ((word - EACH (0x20)) & ~word & EACH (0x80)) | ZEROS (word ^ EACH ('"')) | ZEROS (word ^ EACH ('\\'));
    }

  return found == 0;
}

void
_vnus_json_put_string (VnusJsonWriter *self,
                       const char     *string)
{
  const gsize length = strlen (string);
  const char *run = string, *p = string;

  if (is_plain (string, length))
    {
      _vnus_json_reserve (self, length + 2);
      self->data[self->length] = '"';
      memcpy (self->data + self->length + 1, string, length);
      self->data[self->length + 1 + length] = '"';
      self->length += length + 2;
      return;
    }

  _vnus_json_put_raw (self, "\"");
  for (; *p != '\0'; p++)
    if (G_UNLIKELY (needs_escape ((guchar) *p)))
      {
        _vnus_json_put (self, run, (gsize) (p - run));
        put_escape (self, (guchar) *p);
        run = p + 1;
      }
  _vnus_json_put (self, run, (gsize) (p - run));
  _vnus_json_put_raw (self, "\"");
}

static void
put_integer (VnusJsonWriter *self,
             int             number)
{
  char digits[16];

  g_snprintf (digits, sizeof digits, "%d", number);
  _vnus_json_put_raw (self, digits);
}

/* Objects on one line */

void
_vnus_json_put_key (VnusJsonWriter *self,
                    const char     *key)
{
  _vnus_json_put_string (self, key);
  _vnus_json_put_raw (self, self->colon);
}

/* Begins a member; @n counts those before it. */
void
_vnus_json_put_member (VnusJsonWriter *self,
                       guint          *n,
                       const char     *key)
{
  _vnus_json_put_raw (self, (*n)++ == 0 ? self->open : self->comma);
  _vnus_json_put_key (self, key);
}

static void
put_text_member (VnusJsonWriter *self,
                 guint          *n,
                 const char     *key,
                 const char     *string)
{
  if (string == NULL)
    return;

  _vnus_json_put_member (self, n, key);
  _vnus_json_put_string (self, string);
}

void
_vnus_json_put_localised (VnusJsonWriter *self,
                          const VnusText *text)
{
  guint n = 0;

  for (guint i = 0; i < _vnus_text_get_n_pairs (text); i++)
    {
      VnusTextPair pair = _vnus_text_get_pair (text, i);

      put_text_member (self, &n, pair.language, pair.string);
    }
  _vnus_json_put_raw (self, self->close);
}

static void
put_localised_member (VnusJsonWriter *self,
                      guint          *n,
                      const char     *key,
                      VnusText       *text)
{
  if (text == NULL)
    return;

  _vnus_json_put_member (self, n, key);
  _vnus_json_put_localised (self, text);
}

static void
put_date_member (VnusJsonWriter *self,
                 guint          *n,
                 const char     *key,
                 VnusDate       *date)
{
  if (date != NULL)
    put_text_member (self, n, key, vnus_date_get_text (date));
}

static const char *
get_nick (GEnumClass *words,
          int         value)
{
  const GEnumValue *entry = g_enum_get_value (words, value);

  return entry != NULL ? entry->value_nick : "";
}

static void
put_word_member (VnusJsonWriter *self,
                 guint          *n,
                 const char     *key,
                 GEnumClass     *words,
                 int             value)
{
  if (value != 0)
    put_text_member (self, n, key, get_nick (words, value));
}

static void
put_amount (VnusJsonWriter   *self,
            const VnusAmount *amount)
{
  VnusBound bound = vnus_amount_get_bound (amount);
  guint n = 0;

  put_text_member (self, &n, "number", vnus_amount_get_number (amount));
  put_word_member (self, &n, "bound", self->bounds, bound == VNUS_BOUND_EXACT ? 0 : (int) bound);
  put_text_member (self, &n, "unit", vnus_amount_get_unit (amount));
  _vnus_json_put_raw (self, self->close);
}

static void
put_participant (VnusJsonWriter        *self,
                 const VnusParticipant *participant)
{
  guint n = 0;

  put_text_member (self, &n, "actor", vnus_participant_get_actor (participant));
  put_word_member (self, &n, "role", self->roles, (int) vnus_participant_get_role (participant));
  put_text_member (self, &n, "capacity", vnus_participant_get_capacity (participant));
  put_text_member (self, &n, "side", vnus_participant_get_side (participant));
  put_localised_member (self, &n, "note", vnus_participant_get_note (participant));
  _vnus_json_put_raw (self, n > 0 ? self->close : "{}");
}

static void
put_stop (VnusJsonWriter *self,
          const VnusStop *stop)
{
  guint n = 0;

  put_text_member (self, &n, "place", vnus_stop_get_place (stop));
  put_date_member (self, &n, "when", vnus_stop_get_when (stop));
  put_localised_member (self, &n, "note", vnus_stop_get_note (stop));
  _vnus_json_put_raw (self, self->close);
}

static void
put_designation (VnusJsonWriter        *self,
                 const VnusDesignation *designation)
{
  guint n = 0;

  put_text_member (self, &n, "side", vnus_designation_get_side (designation));
  put_localised_member (self, &n, "text", vnus_designation_get_text (designation));
  _vnus_json_put_raw (self, self->close);
}

/* An item of a slot or of a value; numbers as GINT_TO_POINTER. */
void
_vnus_json_put_item (VnusJsonWriter *self,
                     VnusValueType   type,
                     GEnumClass     *words,
                     gpointer        item)
{
  switch (type)
    {
    case VNUS_VALUE_TYPE_TEXT:
    case VNUS_VALUE_TYPE_REFERENCE:
      _vnus_json_put_string (self, item);
      break;

    case VNUS_VALUE_TYPE_LOCALISED:
      _vnus_json_put_localised (self, item);
      break;

    case VNUS_VALUE_TYPE_DATE:
      _vnus_json_put_string (self, vnus_date_get_text (item));
      break;

    case VNUS_VALUE_TYPE_ENUM:
      _vnus_json_put_string (self, get_nick (words, GPOINTER_TO_INT (item)));
      break;

    case VNUS_VALUE_TYPE_INTEGER:
      put_integer (self, GPOINTER_TO_INT (item));
      break;

    case VNUS_VALUE_TYPE_BOOLEAN:
      _vnus_json_put_raw (self, item != NULL ? "true" : "false");
      break;

    case VNUS_VALUE_TYPE_AMOUNT:
      put_amount (self, item);
      break;

    case VNUS_VALUE_TYPE_PARTICIPANT:
      put_participant (self, item);
      break;

    case VNUS_VALUE_TYPE_STOP:
      put_stop (self, item);
      break;

    case VNUS_VALUE_TYPE_DESIGNATION:
      put_designation (self, item);
      break;

    case VNUS_VALUE_TYPE_UNSET:
    case VNUS_VALUE_TYPE_LIST:
    default:
      g_assert_not_reached ();
    }
}

/* What is in a value, as a slot would hold it. */
static gpointer
get_item (const VnusValue *value)
{
  VnusValueType type = vnus_value_get_value_type (value);

  if (type == VNUS_VALUE_TYPE_BOOLEAN)
    return GINT_TO_POINTER (vnus_value_get_boolean (value));
  if (type == VNUS_VALUE_TYPE_INTEGER)
    return GINT_TO_POINTER (vnus_value_get_integer (value));

  return _vnus_value_get_item_pointer (value);
}

static void
put_value (VnusJsonWriter  *self,
           const VnusValue *value)
{
  VnusValueType type = vnus_value_get_value_type (value);

  if (type == VNUS_VALUE_TYPE_ENUM)
    {
      _vnus_json_put_string (self, vnus_value_get_string (value));
      return;
    }
  if (type != VNUS_VALUE_TYPE_LIST)
    {
      _vnus_json_put_item (self, type, NULL, get_item (value));
      return;
    }

  _vnus_json_put_raw (self, "[");
  for (guint i = 0; i < vnus_value_get_n_items (value); i++)
    {
      if (i > 0)
        _vnus_json_put_raw (self, self->comma);
      put_value (self, vnus_value_get_item (value, i));
    }
  _vnus_json_put_raw (self, "]");
}

void
_vnus_json_put_citation (VnusJsonWriter     *self,
                         const VnusCitation *citation)
{
  VnusValue *value = vnus_citation_get_value (citation);
  guint n = 0;

  put_text_member (self, &n, "source", vnus_citation_get_source (citation));
  put_text_member (self, &n, "locator", vnus_citation_get_locator (citation));
  put_text_member (self, &n, "field", vnus_citation_get_field (citation));
  if (value != NULL)
    {
      _vnus_json_put_member (self, &n, "value");
      put_value (self, value);
    }
  put_word_member (self, &n, "rank", self->ranks, (int) vnus_citation_get_rank (citation));
  put_date_member (self, &n, "known", vnus_citation_get_known (citation));
  put_localised_member (self, &n, "note", vnus_citation_get_note (citation));
  _vnus_json_put_raw (self, self->close);
}
