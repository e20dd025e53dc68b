/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the canonical form of a document.
 *
 * Records by kind and id, keys in the order of the field tables, one member of
 * a record a line, two spaces a level. What is inside a member stays on its
 * line; only a list of several objects has a line for each. JSON Lines have no
 * space at all and a line for each record.
 */
#include "io/document-writer-private.h"

#include <string.h>

#include "base/vnus-text-private.h"
#include "io/json-text-private.h"
#include "model/vnus-record-private.h"

/* How much is gathered before it is handed to the sink. */
#define CHUNK ((gsize) 1 << 18)

typedef struct
{
  VnusJsonText text;

  gboolean     is_compact;
  const char  *comma; /* between what stands on one line */
  const char  *colon;
  const char  *open;
  const char  *close;

  GEnumClass  *bounds; /* (owned), likewise the next two */
  GEnumClass  *roles;
  GEnumClass  *ranks;
} Writer;

#define put(self, string, length) _vnus_json_text_put (&(self)->text, string, length)
#define puts_(self, string)       _vnus_json_text_puts (&(self)->text, string)
#define put_string(self, string)  _vnus_json_text_put_string (&(self)->text, string)
#define put_integer(self, number) _vnus_json_text_put_integer (&(self)->text, number)
#define PUT(self, literal)        put (self, literal, sizeof literal - 1)

/* Objects on one line */

static void
put_key (Writer     *self,
         const char *key)
{
  put_string (self, key);
  puts_ (self, self->colon);
}

/* Begins a member; @n counts those before it. */
static void
put_member (Writer     *self,
            guint      *n,
            const char *key)
{
  puts_ (self, (*n)++ == 0 ? self->open : self->comma);
  put_key (self, key);
}

static void
put_text_member (Writer     *self,
                 guint      *n,
                 const char *key,
                 const char *string)
{
  if (string == NULL)
    return;

  put_member (self, n, key);
  put_string (self, string);
}

static void
put_localised (Writer         *self,
               const VnusText *text)
{
  guint n = 0;

  for (guint i = 0; i < _vnus_text_get_n_pairs (text); i++)
    {
      VnusTextPair pair = _vnus_text_get_pair (text, i);

      put_text_member (self, &n, pair.language, pair.string);
    }
  puts_ (self, self->close);
}

static void
put_localised_member (Writer     *self,
                      guint      *n,
                      const char *key,
                      VnusText   *text)
{
  if (text == NULL)
    return;

  put_member (self, n, key);
  put_localised (self, text);
}

static void
put_date_member (Writer     *self,
                 guint      *n,
                 const char *key,
                 VnusDate   *date)
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
put_word_member (Writer     *self,
                 guint      *n,
                 const char *key,
                 GEnumClass *words,
                 int         value)
{
  if (value != 0)
    put_text_member (self, n, key, get_nick (words, value));
}

static void
put_amount (Writer           *self,
            const VnusAmount *amount)
{
  VnusBound bound = vnus_amount_get_bound (amount);
  guint n = 0;

  put_text_member (self, &n, "number", vnus_amount_get_number (amount));
  put_word_member (self, &n, "bound", self->bounds, bound == VNUS_BOUND_EXACT ? 0 : (int) bound);
  put_text_member (self, &n, "unit", vnus_amount_get_unit (amount));
  puts_ (self, self->close);
}

static void
put_participant (Writer                *self,
                 const VnusParticipant *participant)
{
  guint n = 0;

  put_text_member (self, &n, "actor", vnus_participant_get_actor (participant));
  put_word_member (self, &n, "role", self->roles, (int) vnus_participant_get_role (participant));
  put_text_member (self, &n, "capacity", vnus_participant_get_capacity (participant));
  put_text_member (self, &n, "side", vnus_participant_get_side (participant));
  put_localised_member (self, &n, "note", vnus_participant_get_note (participant));
  puts_ (self, n > 0 ? self->close : "{}");
}

static void
put_stop (Writer         *self,
          const VnusStop *stop)
{
  guint n = 0;

  put_text_member (self, &n, "place", vnus_stop_get_place (stop));
  put_date_member (self, &n, "when", vnus_stop_get_when (stop));
  put_localised_member (self, &n, "note", vnus_stop_get_note (stop));
  puts_ (self, self->close);
}

static void
put_designation (Writer                *self,
                 const VnusDesignation *designation)
{
  guint n = 0;

  put_text_member (self, &n, "side", vnus_designation_get_side (designation));
  put_localised_member (self, &n, "text", vnus_designation_get_text (designation));
  puts_ (self, self->close);
}

/* An item of a slot or of a value; numbers as GINT_TO_POINTER. */
static void
put_item (Writer        *self,
          VnusValueType  type,
          GEnumClass    *words,
          gpointer       item)
{
  switch (type)
    {
    case VNUS_VALUE_TYPE_TEXT:
    case VNUS_VALUE_TYPE_REFERENCE:
      put_string (self, item);
      break;

    case VNUS_VALUE_TYPE_LOCALISED:
      put_localised (self, item);
      break;

    case VNUS_VALUE_TYPE_DATE:
      put_string (self, vnus_date_get_text (item));
      break;

    case VNUS_VALUE_TYPE_ENUM:
      put_string (self, get_nick (words, GPOINTER_TO_INT (item)));
      break;

    case VNUS_VALUE_TYPE_INTEGER:
      put_integer (self, GPOINTER_TO_INT (item));
      break;

    case VNUS_VALUE_TYPE_BOOLEAN:
      puts_ (self, item != NULL ? "true" : "false");
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

static void
put_value (Writer          *self,
           const VnusValue *value)
{
  VnusValueType type = vnus_value_get_value_type (value);

  if (type == VNUS_VALUE_TYPE_ENUM)
    {
      put_string (self, vnus_value_get_string (value));
      return;
    }
  if (type != VNUS_VALUE_TYPE_LIST)
    {
      put_item (self, type, NULL,
                _vnus_value_type_is_number (type) ? GINT_TO_POINTER (vnus_value_get_integer (value))
                                                  : _vnus_value_get_item_pointer (value));
      return;
    }

  PUT (self, "[");
  for (guint i = 0; i < vnus_value_get_n_items (value); i++)
    {
      if (i > 0)
        puts_ (self, self->comma);
      put_value (self, vnus_value_get_item (value, i));
    }
  PUT (self, "]");
}

static void
put_citation (Writer             *self,
              const VnusCitation *citation)
{
  VnusValue *value = vnus_citation_get_value (citation);
  guint n = 0;

  put_text_member (self, &n, "source", vnus_citation_get_source (citation));
  put_text_member (self, &n, "locator", vnus_citation_get_locator (citation));
  put_text_member (self, &n, "field", vnus_citation_get_field (citation));
  if (value != NULL)
    {
      put_member (self, &n, "value");
      put_value (self, value);
    }
  put_word_member (self, &n, "rank", self->ranks, (int) vnus_citation_get_rank (citation));
  put_date_member (self, &n, "known", vnus_citation_get_known (citation));
  put_localised_member (self, &n, "note", vnus_citation_get_note (citation));
  puts_ (self, self->close);
}

/* Records: a member a line */

static void
put_record_member (Writer     *self,
                   guint      *n,
                   const char *key)
{
  if (self->is_compact)
    puts_ (self, (*n)++ == 0 ? "{" : ",");
  else
    puts_ (self, (*n)++ == 0 ? "    {\n      " : ",\n      ");
  put_key (self, key);
}

static gboolean
is_object (VnusValueType type)
{
  return type == VNUS_VALUE_TYPE_LOCALISED || type == VNUS_VALUE_TYPE_AMOUNT ||
         type == VNUS_VALUE_TYPE_PARTICIPANT || type == VNUS_VALUE_TYPE_STOP ||
         type == VNUS_VALUE_TYPE_DESIGNATION;
}

/* Begins and ends the lines of a list of @n_items objects. */
static void
put_list_item (Writer *self,
               guint   index,
               guint   n_items,
               gboolean of_objects)
{
  gboolean has_lines = of_objects && n_items > 1 && !self->is_compact;

  if (index == 0)
    PUT (self, "[");
  else if (index < n_items)
    puts_ (self, has_lines ? "," : self->comma);

  if (has_lines)
    puts_ (self, index < n_items ? "\n        " : "\n      ");
  if (index == n_items)
    PUT (self, "]");
}

static void
put_list (Writer           *self,
          const VnusField  *field,
          const VnusVector *list)
{
  for (guint i = 0; i < list->n_items; i++)
    {
      put_list_item (self, i, list->n_items, is_object (field->type));
      put_item (self, field->type, field->enum_class, list->items[i]);
    }
  put_list_item (self, list->n_items, list->n_items, is_object (field->type));
}

static void
put_field (Writer          *self,
           const VnusField *field,
           gpointer         slot)
{
  if (field->is_list)
    put_list (self, field, *(VnusVector **) slot);
  else if (field->type == VNUS_VALUE_TYPE_BOOLEAN)
    puts_ (self, *(int *) slot == 2 ? "true" : "false");
  else if (_vnus_field_is_number (field))
    put_item (self, field->type, field->enum_class,
              GINT_TO_POINTER (*(int *) slot));
  else
    put_item (self, field->type, NULL, *(gpointer *) slot);
}

/* In the order of the fields, however it was said. */
static void
put_presences (Writer          *self,
               VnusRecordClass *klass,
               VnusRecord      *record)
{
  guint n = 0;

  for (guint i = 0; i < klass->n_fields; i++)
    for (guint j = 0; j < _vnus_record_get_n_presences (record); j++)
      {
        VnusPresence presence;

        if (_vnus_record_get_nth_presence (record, j, &presence) == klass->fields[i])
          put_text_member (self, &n, klass->fields[i]->name, presence == VNUS_PRESENCE_NONE ? "none" : "unknown");
      }
  puts_ (self, self->close);
}

static void
put_citations (Writer     *self,
               VnusRecord *record)
{
  guint n_citations = vnus_record_get_n_citations (record);

  for (guint i = 0; i < n_citations; i++)
    {
      put_list_item (self, i, n_citations, TRUE);
      put_citation (self, vnus_record_get_citation (record, i));
    }
  put_list_item (self, n_citations, n_citations, TRUE);
}

static void
put_record (Writer     *self,
            VnusRecord *record)
{
  VnusRecordClass *klass = _vnus_record_class (record);
  guint n = 0;

  put_record_member (self, &n, "kind");
  put_string (self, vnus_kind_to_string (klass->kind));
  put_record_member (self, &n, "id");
  put_string (self, record->id);

  for (guint i = 0; i < klass->n_fields; i++)
    if (_vnus_field_is_set (klass->fields[i], record))
      {
        put_record_member (self, &n, klass->fields[i]->name);
        put_field (self, klass->fields[i], _vnus_field_slot (klass->fields[i], record));
      }

  if (_vnus_record_get_n_presences (record) > 0)
    {
      put_record_member (self, &n, "presence");
      put_presences (self, klass, record);
    }
  if (vnus_record_get_n_citations (record) > 0)
    {
      put_record_member (self, &n, "citations");
      put_citations (self, record);
    }

  puts_ (self, self->is_compact ? "}" : "\n    }");
}

/* The document */

static void
put_envelope_member (Writer     *self,
                     guint      *n,
                     const char *key)
{
  if (self->is_compact)
    puts_ (self, (*n)++ == 0 ? "{" : ",");
  else
    puts_ (self, (*n)++ == 0 ? "{\n  " : ",\n  ");
  put_key (self, key);
}

static void
put_envelope (Writer              *self,
              VnusDocumentContent *content)
{
  guint n = 0;

  put_envelope_member (self, &n, "format");
  PUT (self, "\"vnus-chronicle\"");
  put_envelope_member (self, &n, "version");
  PUT (self, "1");
  if (content->id[0] != '\0')
    {
      put_envelope_member (self, &n, "id");
      put_string (self, content->id);
    }
  if (content->label != NULL)
    {
      put_envelope_member (self, &n, "label");
      put_localised (self, content->label);
    }

  if (self->is_compact)
    {
      PUT (self, "}\n");
      return;
    }

  put_envelope_member (self, &n, "records");
  puts_ (self, content->n_records > 0 ? "[\n" : "[");
}

static void
put_separator (Writer              *self,
               VnusDocumentContent *content,
               guint                index)
{
  if (self->is_compact || index + 1 == content->n_records)
    PUT (self, "\n");
  else
    PUT (self, ",\n");
}

static void
put_end (Writer              *self,
         VnusDocumentContent *content)
{
  if (!self->is_compact)
    puts_ (self, content->n_records > 0 ? "  ]\n}\n" : "]\n}\n");
}

static void
writer_init (Writer             *self,
             VnusDocumentLayout  layout)
{
  gboolean is_compact = layout == VNUS_DOCUMENT_LAYOUT_LINES;

  memset (self, 0, sizeof *self);
  self->is_compact = is_compact;
  self->comma = is_compact ? "," : ", ";
  self->colon = is_compact ? ":" : ": ";
  self->open = is_compact ? "{" : "{ ";
  self->close = is_compact ? "}" : " }";
  self->text.allocated = 2 * CHUNK;
  self->text.data = g_malloc (self->text.allocated);
  self->bounds = g_type_class_ref (VNUS_TYPE_BOUND);
  self->roles = g_type_class_ref (VNUS_TYPE_ROLE);
  self->ranks = g_type_class_ref (VNUS_TYPE_CITATION_RANK);
}

static void
writer_clear (Writer *self)
{
  g_type_class_unref (self->bounds);
  g_type_class_unref (self->roles);
  g_type_class_unref (self->ranks);
  g_clear_pointer (&self->text.data, g_free);
}

/* Writes to @sink, or gathers everything if it is NULL. */
static gboolean
write_all (Writer               *self,
           VnusDocumentContent  *content,
           VnusDocumentSink      sink,
           gpointer              user_data,
           GError              **error)
{
  put_envelope (self, content);

  for (guint i = 0; i < content->n_records; i++)
    {
      put_record (self, content->records[i]);
      put_separator (self, content, i);

      if (sink != NULL && self->text.length >= CHUNK)
        {
          if (!sink (user_data, self->text.data, self->text.length, error))
            return FALSE;
          self->text.length = 0;
        }
    }

  put_end (self, content);
  return sink == NULL || sink (user_data, self->text.data, self->text.length, error);
}

gboolean
_vnus_document_write (VnusDocumentContent  *content,
                      VnusDocumentLayout    layout,
                      VnusDocumentSink      sink,
                      gpointer              user_data,
                      GError              **error)
{
  Writer writer;
  gboolean good;

  writer_init (&writer, layout);
  good = write_all (&writer, content, sink, user_data, error);
  writer_clear (&writer);

  return good;
}

GBytes *
_vnus_document_to_bytes (VnusDocumentContent *content,
                         VnusDocumentLayout   layout)
{
  Writer writer;
  char *data;
  gsize length;

  writer_init (&writer, layout);
  write_all (&writer, content, NULL, NULL, NULL);
  length = writer.text.length;
  data = g_realloc (g_steal_pointer (&writer.text.data), length);
  writer_clear (&writer);

  return g_bytes_new_take (data, length);
}
