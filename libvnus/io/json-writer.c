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

/* Twice the room, or more if @length bytes need it. */
void
_vnus_json_grow (VnusJsonWriter *self,
                 gsize           length)
{
  self->allocated = MAX (2 * self->allocated, self->length + length);
  self->data = g_realloc (self->data, self->allocated);
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

/* Not 0 if a byte of @word needs an escape. */
static inline guint64
find_escape (guint64 word)
{
  return ((word - EACH (0x20)) & ~word & EACH (0x80)) | ZEROS (word ^ EACH ('"')) | ZEROS (word ^ EACH ('\\'));
}

/* Copies and looks for what needs an escape at once: eight bytes at a time, and
 * the last eight once more for the rest. Byte by byte takes four times as long. */
static inline gboolean
copy_plain (char       *target,
            const char *string,
            gsize       length)
{
  guint64 word, found = 0;
  gsize i;

  if (length < sizeof word)
    {
      for (i = 0; i < length; i++)
        {
          target[i] = string[i];
          found |= needs_escape ((guchar) string[i]);
        }
      return found == 0;
    }

  for (i = 0; i + sizeof word <= length; i += sizeof word)
    {
      memcpy (&word, string + i, sizeof word);
      memcpy (target + i, &word, sizeof word);
      found |= find_escape (word);
    }
  memcpy (&word, string + length - sizeof word, sizeof word);
  memcpy (target + length - sizeof word, &word, sizeof word);

  return (found | find_escape (word)) == 0;
}

static void
put_escaped (VnusJsonWriter *self,
             const char     *string)
{
  const char *run = string, *p;

  _vnus_json_put_raw (self, "\"");
  for (p = string; *p != '\0'; p++)
    if (needs_escape ((guchar) *p))
      {
        _vnus_json_put (self, run, (gsize) (p - run));
        put_escape (self, (guchar) *p);
        run = p + 1;
      }
  _vnus_json_put (self, run, (gsize) (p - run));
  _vnus_json_put_raw (self, "\"");
}

void
_vnus_json_put_string (VnusJsonWriter *self,
                       const char     *string)
{
  const gsize length = strlen (string);
  char *end = _vnus_json_room (self, length + 2);

  self->longest = MAX (self->longest, length);
  if (G_UNLIKELY (!copy_plain (end + 1, string, length)))
    {
      put_escaped (self, string);
      return;
    }

  end[0] = '"';
  end[1 + length] = '"';
  self->length += length + 2;
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

/* The key, which needs no escape, and the colon. */
static inline void
put_key (VnusJsonWriter *self,
         const char     *key,
         gsize           length)
{
  char *end = _vnus_json_room (self, length + 4);

  end[0] = '"';
  memcpy (end + 1, key, length);
  end += 1 + length;
  *end++ = '"';
  *end++ = ':';
  if (!self->is_compact)
    *end++ = ' ';
  self->length = (gsize) (end - self->data);
}

void
_vnus_json_put_key (VnusJsonWriter *self,
                    const char     *key,
                    gsize           length)
{
  put_key (self, key, length);
}

/* Begins a member; @n counts those before it. */
static inline void
begin_member (VnusJsonWriter *self,
              guint          *n)
{
  char *end = _vnus_json_room (self, 2);

  end[0] = (*n)++ == 0 ? '{' : ',';
  end[1] = ' ';
  self->length += self->is_compact ? 1 : 2;
}

void
_vnus_json_put_member (VnusJsonWriter *self,
                       guint          *n,
                       const char     *key)
{
  begin_member (self, n);
  put_key (self, key, strlen (key));
}

static inline void
put_text_member (VnusJsonWriter *self,
                 guint          *n,
                 const char     *key,
                 gsize           length,
                 const char     *string)
{
  if (string == NULL)
    return;

  begin_member (self, n);
  put_key (self, key, length);
  _vnus_json_put_string (self, string);
}

/* Of keys that stand here, the length is known when this is compiled. */
#define PUT_MEMBER(self, n, key) G_STMT_START { begin_member (self, n); put_key (self, key, sizeof key - 1); } G_STMT_END
#define PUT_TEXT(self, n, key, string) put_text_member (self, n, key, sizeof key - 1, string)

void
_vnus_json_put_localised (VnusJsonWriter *self,
                          const VnusText *text)
{
  VnusTextPair pair = { NULL, NULL };
  guint n = 0;

  while (_vnus_text_next (text, &pair))
    {
      begin_member (self, &n);
      _vnus_json_put_string (self, pair.language);
      _vnus_json_put_raw (self, self->colon);
      _vnus_json_put_string (self, pair.string);
    }
  _vnus_json_put_raw (self, self->close);
}

#define PUT_LOCALISED(self, n, key, text) G_STMT_START { \
    if ((text) != NULL)                                   \
      {                                                   \
        PUT_MEMBER (self, n, key);                        \
        _vnus_json_put_localised (self, text);            \
      }                                                   \
  } G_STMT_END

static inline const char *
get_date_text (const VnusDate *date)
{
  return date != NULL ? vnus_date_get_text (date) : NULL;
}

/* The values of most vocabularies are counted from 0 without a gap. */
static const char *
get_nick (GEnumClass *words,
          int         value)
{
  const GEnumValue *entry;

  if (value >= 0 && (guint) value < words->n_values && words->values[value].value == value)
    return words->values[value].value_nick;

  entry = g_enum_get_value (words, value);
  return entry != NULL ? entry->value_nick : "";
}

/* NULL if it is unset. */
static const char *
get_word (GEnumClass *words,
          int         value)
{
  return value != 0 ? get_nick (words, value) : NULL;
}

static void
put_amount (VnusJsonWriter   *self,
            const VnusAmount *amount)
{
  VnusBound bound = vnus_amount_get_bound (amount);
  guint n = 0;

  PUT_TEXT (self, &n, "number", vnus_amount_get_number (amount));
  PUT_TEXT (self, &n, "bound", get_word (self->bounds, bound == VNUS_BOUND_EXACT ? 0 : (int) bound));
  PUT_TEXT (self, &n, "unit", vnus_amount_get_unit (amount));
  _vnus_json_put_raw (self, self->close);
}

static void
put_participant (VnusJsonWriter        *self,
                 const VnusParticipant *participant)
{
  VnusText *note = vnus_participant_get_note (participant);
  guint n = 0;

  PUT_TEXT (self, &n, "actor", vnus_participant_get_actor (participant));
  PUT_TEXT (self, &n, "role", get_word (self->roles, (int) vnus_participant_get_role (participant)));
  PUT_TEXT (self, &n, "capacity", vnus_participant_get_capacity (participant));
  PUT_TEXT (self, &n, "side", vnus_participant_get_side (participant));
  PUT_LOCALISED (self, &n, "note", note);
  _vnus_json_put_raw (self, n > 0 ? self->close : "{}");
}

static void
put_stop (VnusJsonWriter *self,
          const VnusStop *stop)
{
  VnusText *note = vnus_stop_get_note (stop);
  guint n = 0;

  PUT_TEXT (self, &n, "place", vnus_stop_get_place (stop));
  PUT_TEXT (self, &n, "when", get_date_text (vnus_stop_get_when (stop)));
  PUT_LOCALISED (self, &n, "note", note);
  _vnus_json_put_raw (self, self->close);
}

static void
put_designation (VnusJsonWriter        *self,
                 const VnusDesignation *designation)
{
  VnusText *text = vnus_designation_get_text (designation);
  guint n = 0;

  PUT_TEXT (self, &n, "side", vnus_designation_get_side (designation));
  PUT_LOCALISED (self, &n, "text", text);
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
  VnusText *note = vnus_citation_get_note (citation);
  guint n = 0;

  PUT_TEXT (self, &n, "source", vnus_citation_get_source (citation));
  PUT_TEXT (self, &n, "locator", vnus_citation_get_locator (citation));
  PUT_TEXT (self, &n, "field", vnus_citation_get_field (citation));
  if (value != NULL)
    {
      PUT_MEMBER (self, &n, "value");
      put_value (self, value);
    }
  PUT_TEXT (self, &n, "rank", get_word (self->ranks, (int) vnus_citation_get_rank (citation)));
  PUT_TEXT (self, &n, "known", get_date_text (vnus_citation_get_known (citation)));
  PUT_LOCALISED (self, &n, "note", note);
  _vnus_json_put_raw (self, self->close);
}
