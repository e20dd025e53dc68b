/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the values of a document, by their type. */
#include "base/vnus-id-private.h"
#include "base/vnus-clip-private.h"
#include "io/document-loader-private.h"

#include <string.h>

#include "base/vnus-compare-private.h"
#include "base/vnus-text-private.h"
#include "model/vnus-values-private.h"

static gboolean
fail_unknown_key (VnusLoader            *self,
                  guint                  node,
                  const char            *what,
                  const VnusDocumentKey *keys,
                  guint                  n_keys)
{
  const char *key = _vnus_json_tape_key (self->tape, node);
  g_autofree const char **names = g_new0 (const char *, n_keys + 1);
  g_autofree char *list = NULL;
  g_auto (GStrv) nearest = NULL;

  for (guint i = 0; i < n_keys; i++)
    names[i] = keys[i].name;
  list = g_strjoinv (", ", (char **) names);
  nearest = _vnus_nearest (key, names, 1);

  return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_UNKNOWN_KEY,
                            "“%s” is no key of %s; expected one of %s%s%s%s", _vnus_clip (key).text, what, list,
                            nearest[0] != NULL ? "; did you mean “" : "",
                            nearest[0] != NULL ? nearest[0] : "",
                            nearest[0] != NULL ? "”?" : "");
}

static gboolean
fail_duplicate_key (VnusLoader *self,
                    guint       node)
{
  return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_DUPLICATE_KEY,
                            "the key “%s” stands twice; expected it once",
                            _vnus_clip (_vnus_json_tape_key (self->tape, node)).text);
}

/* Finds the members of an object: @nodes, zeros at first, gets the node of
 * each key that is there. Keys mostly come in the order in which they are
 * written, so each is looked for from the one before, and first where it stood
 * last time. */
gboolean
_vnus_loader_collect_expected (VnusLoader            *self,
                               guint                  node,
                               const char            *what,
                               const VnusDocumentKey *keys,
                               guint                  n_keys,
                               guint                 *nodes,
                               guint8                *expected)
{
  const VnusJsonNode *tape = self->tape->nodes;
  guint next = 0, before = 0;

  if (_vnus_loader_type (self, node) != VNUS_JSON_OBJECT)
    {
      g_autofree char *object = g_strconcat ("an object: ", what, NULL);

      return _vnus_loader_fail_type (self, node, object);
    }

  for (guint i = node + 1; i < tape[node].end; i = tape[i].end)
    {
      guint n;

      if (expected != NULL && _vnus_document_key_is (&keys[expected[before]], self->tape, i))
        next = expected[before];
      else
        for (n = 0; !_vnus_document_key_is (&keys[next], self->tape, i); n++)
          {
            next = next + 1 < n_keys ? next + 1 : 0;
            if (n == n_keys)
              return fail_unknown_key (self, i, what, keys, n_keys);
          }

      if (nodes[next] != 0)
        return fail_duplicate_key (self, i);
      nodes[next] = i;
      if (expected != NULL)
        expected[before] = (guint8) next;
      before = next + 1;
    }

  return TRUE;
}

gboolean
_vnus_loader_collect (VnusLoader            *self,
                      guint                  node,
                      const char            *what,
                      const VnusDocumentKey *keys,
                      guint                  n_keys,
                      guint                 *nodes)
{
  return _vnus_loader_collect_expected (self, node, what, keys, n_keys, nodes, NULL);
}

static gboolean
need (VnusLoader *self,
      guint       object,
      guint       node,
      const char *what,
      const char *key)
{
  return node != 0 || _vnus_loader_fail (self, object, VNUS_DOCUMENT_ERROR_MISSING_KEY,
                                         "%s has no “%s”; expected one", what, key);
}

gboolean
_vnus_loader_read_text (VnusLoader  *self,
                        guint        node,
                        char       **text)
{
  const VnusJsonNode *n = &self->tape->nodes[node];

  if (n->type != VNUS_JSON_STRING)
    return _vnus_loader_fail_type (self, node, "a string");

  *text = g_malloc (n->length + 1);
  memcpy (*text, self->tape->texts + n->text, n->length + 1);
  return TRUE;
}

/* A BCP 47 tag: letters, then groups of letters and figures. */
gboolean
_vnus_document_is_language (const char *tag)
{
  gsize n = 0;

  while (g_ascii_isalpha (tag[n]))
    n++;
  if (n < 2 || n > 8)
    return FALSE;

  for (tag += n; *tag == '-'; tag += n)
    {
      tag++;
      for (n = 0; g_ascii_isalnum (tag[n]);)
        n++;
      if (n < 1 || n > 8)
        return FALSE;
    }

  return *tag == '\0';
}

gboolean
_vnus_loader_read_localised (VnusLoader  *self,
                             guint        node,
                             VnusText   **text)
{
  enum { MOST = 64 };
  const VnusJsonNode *tape = self->tape->nodes;
  VnusTextPair pairs[MOST];
  guint n = 0;

  if (tape[node].type != VNUS_JSON_OBJECT)
    return _vnus_loader_fail_type (self, node, "texts by language, such as { \"en\": \"…\" }");
  if (tape[node].end == node + 1)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE,
                              "found an empty object; expected a text in one language or more");

  for (guint i = node + 1; i < tape[node].end; i = tape[i].end)
    {
      const char *language = _vnus_json_tape_key (self->tape, i);

      if (tape[i].type != VNUS_JSON_STRING)
        return _vnus_loader_fail_type (self, i, "a string");
      if (!_vnus_document_is_language (language))
        return _vnus_loader_fail (self, i, VNUS_DOCUMENT_ERROR_BAD_VALUE,
                                  "“%s” is no language; expected a tag such as “en” or “vi”",
                                  _vnus_clip (language).text);
      for (guint j = 0; j < n; j++)
        if (g_str_equal (pairs[j].language, language))
          return fail_duplicate_key (self, i);
      if (n == MOST)
        return _vnus_loader_fail (self, i, VNUS_DOCUMENT_ERROR_LIMIT, "too many languages; expected at most %d", MOST);

      pairs[n].language = language;
      pairs[n++].string = _vnus_loader_text (self, i);
    }

  *text = _vnus_text_new_from_pairs (pairs, n);
  return TRUE;
}

/* Equal texts that come one soon after the other share one date. */
gboolean
_vnus_loader_read_date (VnusLoader  *self,
                        guint        node,
                        VnusDate   **date)
{
  g_autoptr (GError) error = NULL;
  const char *text;
  VnusDate **recent;

  if (_vnus_loader_type (self, node) != VNUS_JSON_STRING)
    return _vnus_loader_fail_type (self, node, "a date in quotes, such as \"2023-09-10\"");

  text = _vnus_loader_text (self, node);
  recent = &self->dates[_vnus_loader_hash_text (self, node) & (self->n_kept - 1)];

  if (*recent == NULL || strcmp (vnus_date_get_text (*recent), text) != 0)
    {
      VnusDate *parsed = vnus_date_parse (text, &error);

      if (parsed == NULL)
        return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE, "%s", error->message);
      g_clear_pointer (recent, vnus_date_unref);
      *recent = parsed;
    }

  *date = vnus_date_ref (*recent);
  return TRUE;
}

static gboolean
fail_word (VnusLoader *self,
           guint       node,
           GEnumClass *words)
{
  g_autofree char *found = _vnus_loader_quote (self, node);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < words->n_values; i++)
    if (words->values[i].value != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", words->values[i].value_nick);

  return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE, "%s is no word of this vocabulary; expected one of %s",
                            found, list->str);
}

/* The value 0 is “unset”, which no document says. */
gboolean
_vnus_loader_read_word (VnusLoader *self,
                        guint       node,
                        GEnumClass *words,
                        int        *value)
{
  const char *text;

  if (_vnus_loader_type (self, node) != VNUS_JSON_STRING)
    return _vnus_loader_fail_type (self, node, "a word in quotes");

  text = _vnus_loader_text (self, node);
  for (guint i = 0; i < words->n_values; i++)
    if (words->values[i].value_nick[0] == text[0] && words->values[i].value != 0 &&
        strcmp (words->values[i].value_nick, text) == 0)
      {
        *value = words->values[i].value;
        return TRUE;
      }

  return fail_word (self, node, words);
}

static gboolean
read_integer (VnusLoader *self,
              guint       node,
              int        *value)
{
  const char *text;
  guint64 number;

  if (_vnus_loader_type (self, node) != VNUS_JSON_NUMBER)
    return _vnus_loader_fail_type (self, node, "a whole number without quotes");

  text = _vnus_loader_text (self, node);
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE,
                              "found the number %s; expected a whole number from 1 to %d",
                              _vnus_clip (text).text, G_MAXINT);

  *value = (int) number;
  return TRUE;
}

static gboolean
read_boolean (VnusLoader *self,
              guint       node,
              gboolean   *value)
{
  VnusJsonType type = _vnus_loader_type (self, node);

  if (type != VNUS_JSON_TRUE && type != VNUS_JSON_FALSE)
    return _vnus_loader_fail_type (self, node, "true or false, without quotes");

  *value = type == VNUS_JSON_TRUE;
  return TRUE;
}

/* For optional members: nothing to read if @node is 0. */
#define READ(reader, node, ...) ((node) == 0 || reader (self, (node), __VA_ARGS__))

static gboolean
check_string (VnusLoader *self,
              guint       node,
              const char *expected)
{
  return _vnus_loader_type (self, node) == VNUS_JSON_STRING || _vnus_loader_fail_type (self, node, expected);
}

static gboolean
read_amount (VnusLoader  *self,
             guint        node,
             VnusAmount **amount)
{
  static const VnusDocumentKey keys[] = {
    VNUS_DOCUMENT_KEY ("number"), VNUS_DOCUMENT_KEY ("bound"), VNUS_DOCUMENT_KEY ("unit"),
  };
  enum { NUMBER, BOUND, UNIT };
  g_autoptr (GEnumClass) bounds = NULL;
  g_autoptr (GError) error = NULL;
  guint nodes[G_N_ELEMENTS (keys)] = { 0 };
  int bound = VNUS_BOUND_UNSET;

  if (!_vnus_loader_collect (self, node, "an amount", keys, G_N_ELEMENTS (keys), nodes) ||
      !need (self, node, nodes[NUMBER], "an amount", "number") ||
      !check_string (self, nodes[NUMBER], "a decimal number in quotes, such as \"123.86\"") ||
      (nodes[UNIT] != 0 && !check_string (self, nodes[UNIT], "a string")))
    return FALSE;

  if (nodes[BOUND] != 0)
    bounds = g_type_class_ref (VNUS_TYPE_BOUND);
  if (!READ (_vnus_loader_read_word, nodes[BOUND], bounds, &bound))
    return FALSE;

  *amount = vnus_amount_parse (_vnus_loader_text (self, nodes[NUMBER]), (VnusBound) bound,
                               nodes[UNIT] != 0 ? _vnus_loader_text (self, nodes[UNIT]) : NULL, &error);
  return *amount != NULL ||
         _vnus_loader_fail (self, nodes[NUMBER], VNUS_DOCUMENT_ERROR_BAD_VALUE, "%s", error->message);
}

static void
release (char **id)
{
  g_clear_pointer (id, _vnus_id_unref);
}

/* What was read of the same actor in the same capacity, if it is kept. */
static VnusParticipant *
recall_participant (VnusLoader *self,
                    guint       node,
                    guint       actor,
                    guint       capacity)
{
  VnusParticipant *recent = self->participants[_vnus_loader_hash (self, node)];

  return recent != NULL && _vnus_loader_is_text (self, actor, vnus_participant_get_actor (recent)) &&
         _vnus_loader_is_text (self, capacity, vnus_participant_get_capacity (recent)) ? recent : NULL;
}

/* The same actor in the same role and capacity is one value, however often it is
 * read. Takes the ids, which are the same strings wherever they stand. */
static VnusParticipant *
make_participant (VnusLoader *self,
                  guint       node,
                  char       *actor,
                  VnusRole    role,
                  char       *capacity)
{
  VnusParticipant **recent = &self->participants[_vnus_loader_hash (self, node)];

  if (*recent != NULL && vnus_participant_get_actor (*recent) == actor && vnus_participant_get_role (*recent) == role &&
      vnus_participant_get_capacity (*recent) == capacity)
    {
      release (&actor);
      release (&capacity);
      return vnus_participant_ref (*recent);
    }

  g_clear_pointer (recent, vnus_participant_unref);
  *recent = _vnus_participant_new_take (actor, role, capacity, NULL, NULL);
  return vnus_participant_ref (*recent);
}

static gboolean
read_participant (VnusLoader       *self,
                  guint             node,
                  VnusParticipant **participant)
{
  static const VnusDocumentKey keys[] = {
    VNUS_DOCUMENT_KEY ("actor"), VNUS_DOCUMENT_KEY ("role"), VNUS_DOCUMENT_KEY ("capacity"),
    VNUS_DOCUMENT_KEY ("side"), VNUS_DOCUMENT_KEY ("note"),
  };
  enum { ACTOR, ROLE, CAPACITY, SIDE, NOTE };
  static GEnumClass *roles; /* lives as long as the program */
  VnusParticipant *recent;
  char *actor = NULL, *capacity = NULL, *side = NULL;
  VnusText *note = NULL;
  guint nodes[G_N_ELEMENTS (keys)] = { 0 };
  int role = VNUS_ROLE_UNSET;

  if (g_once_init_enter (&roles))
    g_once_init_leave (&roles, g_type_class_ref (VNUS_TYPE_ROLE));

  if (!_vnus_loader_collect (self, node, "a participant", keys, G_N_ELEMENTS (keys), nodes))
    return FALSE;
  if (nodes[ACTOR] == 0 && nodes[NOTE] == 0)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_MISSING_KEY,
                              "a participant has neither “actor” nor “note”; expected who it is");

  recent = nodes[SIDE] + nodes[NOTE] == 0 ? recall_participant (self, node, nodes[ACTOR], nodes[CAPACITY]) : NULL;
  if (recent != NULL && !READ (_vnus_loader_read_word, nodes[ROLE], roles, &role))
    return FALSE;
  if (recent != NULL && vnus_participant_get_role (recent) == (VnusRole) role)
    {
      *participant = vnus_participant_ref (recent);
      return TRUE;
    }

  if (READ (_vnus_loader_read_reference, nodes[ACTOR], VNUS_KINDS_ACTORS, &actor) &&
      READ (_vnus_loader_read_word, nodes[ROLE], roles, &role) &&
      READ (_vnus_loader_read_reference, nodes[CAPACITY], VNUS_KINDS (OFFICE), &capacity) &&
      READ (_vnus_loader_read_reference, nodes[SIDE], VNUS_KINDS_BODIES, &side) &&
      READ (_vnus_loader_read_localised, nodes[NOTE], &note))
    {
      *participant = side == NULL && note == NULL
                       ? make_participant (self, node, actor, (VnusRole) role, capacity)
                       : _vnus_participant_new_take (actor, (VnusRole) role, capacity, side, note);
      return TRUE;
    }

  release (&actor);
  release (&capacity);
  release (&side);
  return FALSE;
}

static gboolean
read_stop (VnusLoader  *self,
           guint        node,
           VnusStop   **stop)
{
  static const VnusDocumentKey keys[] = {
    VNUS_DOCUMENT_KEY ("place"), VNUS_DOCUMENT_KEY ("when"), VNUS_DOCUMENT_KEY ("note"),
  };
  enum { PLACE, WHEN, NOTE };
  char *place = NULL;
  g_autoptr (VnusDate) when = NULL;
  VnusText *note = NULL;
  guint nodes[G_N_ELEMENTS (keys)] = { 0 };

  if (!_vnus_loader_collect (self, node, "a stop", keys, G_N_ELEMENTS (keys), nodes) ||
      !need (self, node, nodes[PLACE], "a stop", "place"))
    return FALSE;

  if (_vnus_loader_read_reference (self, nodes[PLACE], VNUS_KINDS (PLACE) | VNUS_KINDS (STATE), &place) &&
      READ (_vnus_loader_read_date, nodes[WHEN], &when) &&
      READ (_vnus_loader_read_localised, nodes[NOTE], &note))
    {
      *stop = _vnus_stop_new_take (place, g_steal_pointer (&when), note);
      return TRUE;
    }

  release (&place);
  return FALSE;
}

static gboolean
read_designation (VnusLoader       *self,
                  guint             node,
                  VnusDesignation **designation)
{
  static const VnusDocumentKey keys[] = { VNUS_DOCUMENT_KEY ("side"), VNUS_DOCUMENT_KEY ("text") };
  enum { SIDE, TEXT };
  char *side = NULL;
  VnusText *text = NULL;
  guint nodes[G_N_ELEMENTS (keys)] = { 0 };

  if (!_vnus_loader_collect (self, node, "a designation", keys, G_N_ELEMENTS (keys), nodes) ||
      !need (self, node, nodes[SIDE], "a designation", "side") ||
      !need (self, node, nodes[TEXT], "a designation", "text"))
    return FALSE;

  if (_vnus_loader_read_reference (self, nodes[SIDE], VNUS_KINDS_BODIES, &side) &&
      _vnus_loader_read_localised (self, nodes[TEXT], &text))
    {
      *designation = _vnus_designation_new_take (side, text);
      return TRUE;
    }

  release (&side);
  return FALSE;
}

/* Reads a value of the type of @field, one item if that is a list: as a slot
 * holds it, numbers as GINT_TO_POINTER; a boolean is FALSE or TRUE. */
gboolean
_vnus_loader_read_item (VnusLoader      *self,
                        guint            node,
                        const VnusField *field,
                        gpointer        *item)
{
  int number = 0;
  gboolean good;

  switch (field->type)
    {
    case VNUS_VALUE_TYPE_TEXT:
      return _vnus_loader_read_text (self, node, (char **) item);

    case VNUS_VALUE_TYPE_LOCALISED:
      return _vnus_loader_read_localised (self, node, (VnusText **) item);

    case VNUS_VALUE_TYPE_DATE:
      return _vnus_loader_read_date (self, node, (VnusDate **) item);

    case VNUS_VALUE_TYPE_REFERENCE:
      return _vnus_loader_read_reference (self, node, field->targets, (char **) item);

    case VNUS_VALUE_TYPE_AMOUNT:
      return read_amount (self, node, (VnusAmount **) item);

    case VNUS_VALUE_TYPE_PARTICIPANT:
      return read_participant (self, node, (VnusParticipant **) item);

    case VNUS_VALUE_TYPE_STOP:
      return read_stop (self, node, (VnusStop **) item);

    case VNUS_VALUE_TYPE_DESIGNATION:
      return read_designation (self, node, (VnusDesignation **) item);

    case VNUS_VALUE_TYPE_ENUM:
      good = _vnus_loader_read_word (self, node, field->enum_class, &number);
      break;

    case VNUS_VALUE_TYPE_INTEGER:
      good = read_integer (self, node, &number);
      break;

    case VNUS_VALUE_TYPE_BOOLEAN:
      good = read_boolean (self, node, &number);
      break;

    case VNUS_VALUE_TYPE_UNSET:
    case VNUS_VALUE_TYPE_LIST:
    default:
      g_assert_not_reached ();
    }

  *item = GINT_TO_POINTER (number);
  return good;
}
