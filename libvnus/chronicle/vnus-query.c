/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: queries as values: making them by setters, and looking into them. */
#include "chronicle/vnus-query-private.h"

#include <vnus/vnus-fold.h>

#include "base/vnus-clip-private.h"
#include "model/vnus-kind-private.h"

/**
 * VnusQuery:
 *
 * A question for records: what must hold of each that matches.
 *
 * A query is written on one line, as terms with blanks between them, all of
 * which must hold:
 *
 * ```
 * kind:visit host:vn capacity:us-president when:1995-07/.. status:held
 * ```
 *
 * * `key:a|b` holds if one of the values does, `-key:value` if none does.
 * * A value with blanks is put in quotes, `text:"da nang"`; within them `\"` is
 *   a quote and `\\` a backslash.
 *
 * | key | what it asks |
 * | --- | --- |
 * | `kind:visit` | the kind of record; `event` and `actor` are groups of kinds |
 * | `id:biden-vn-2023` | the id |
 * | `host:vn` | the host |
 * | `capacity:us-president` | an office in which somebody takes part, as recorded |
 * | `holding:us-president` | an office that a participant held on the day, by the tenures |
 * | `when:1995-07/..` | the time of the record; `when:within:2023` asks something else than a day in common, see [enum@Vnus.Window] |
 * | `status:held`, `channel:party`, `type:state`, `purpose:bilateral` | a word of a field |
 * | `topic:trade` | a topic or a narrower one |
 * | `text:"da nang"` | words that begin so in the label or an alias, with or without diacritics |
 * | `place:vn` | a place or what lies within it |
 * | `role:guest`, `role:guest:us-president` | a participant in a role, as a person, an office or a side |
 * | `participant:us`, `actor:us` | a participant in any role; anybody who acts in the record |
 * | `party:us` | a party |
 * | `relation:us-vn` | the relation of a stage; a record in which all parties of the relation act |
 * | `rank:..minister`, `rank:guest:..minister` | somebody takes part in an office of that rank or a higher one |
 * | `source:article-a` | a source that is cited |
 *
 * Any other field that has a word, a number, an id, a text or a date is a key
 * by its name: `ladder:partnership`, `office:us-president`, `published:2023`.
 *
 * A value that is an actor, a place or a topic includes what belongs to it by
 * the fields `of`, `within` and `broader`, through any number of steps:
 * `host:vn` is also a visit to a province of Vietnam.
 *
 * What is not recorded is not denied. A field with one value that is not
 * recorded matches possibly, with and without `-`. A list tells only what it
 * names: `place:hanoi` matches what names Hanoi, and `-place:hanoi` matches
 * only possibly what does not.
 *
 * Queries are immutable, and any number of threads may use one.
 *
 * Since: 0.1
 */
G_DEFINE_BOXED_TYPE (VnusQuery, vnus_query, vnus_query_ref, vnus_query_unref)

G_DEFINE_ENUM_TYPE (VnusWindow, vnus_window,
                    G_DEFINE_ENUM_VALUE (VNUS_WINDOW_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_WINDOW_INTERSECTS, "intersects"),
                    G_DEFINE_ENUM_VALUE (VNUS_WINDOW_WITHIN, "within"),
                    G_DEFINE_ENUM_VALUE (VNUS_WINDOW_COVERS, "covers"),
                    G_DEFINE_ENUM_VALUE (VNUS_WINDOW_BEFORE, "before"),
                    G_DEFINE_ENUM_VALUE (VNUS_WINDOW_AFTER, "after"),
                    G_DEFINE_ENUM_VALUE (VNUS_WINDOW_EQUALS, "equals"),
                    G_DEFINE_ENUM_VALUE (VNUS_WINDOW_STARTS_IN, "starts-in"),
                    G_DEFINE_ENUM_VALUE (VNUS_WINDOW_ENDS_IN, "ends-in"))

/**
 * vnus_query_error_quark:
 *
 * Gets the error domain of queries.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-query-error-quark, vnus_query_error)

G_DEFINE_ENUM_TYPE (VnusQueryError, vnus_query_error,
                    G_DEFINE_ENUM_VALUE (VNUS_QUERY_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_QUERY_ERROR_SYNTAX, "syntax"),
                    G_DEFINE_ENUM_VALUE (VNUS_QUERY_ERROR_UNKNOWN_KEY, "unknown-key"),
                    G_DEFINE_ENUM_VALUE (VNUS_QUERY_ERROR_BAD_VALUE, "bad-value"),
                    G_DEFINE_ENUM_VALUE (VNUS_QUERY_ERROR_UNKNOWN_ID, "unknown-id"),
                    G_DEFINE_ENUM_VALUE (VNUS_QUERY_ERROR_WRONG_KIND, "wrong-kind"),
                    G_DEFINE_ENUM_VALUE (VNUS_QUERY_ERROR_TOO_LONG, "too-long"))

/**
 * vnus_query_new:
 *
 * Makes the query that every record matches, to add terms to.
 *
 * Returns: (transfer full): the query
 *
 * Since: 0.1
 */
VnusQuery *
vnus_query_new (void)
{
  return _vnus_query_new (g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_query_term_unref));
}

/**
 * vnus_query_ref:
 * @self: a query
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
VnusQuery *
vnus_query_ref (VnusQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * vnus_query_unref:
 * @self: (transfer full): a query
 *
 * Drops a reference, and frees the query with the last one.
 *
 * Since: 0.1
 */
void
vnus_query_unref (VnusQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_terms; i++)
    _vnus_query_term_unref (self->terms[i]);
  g_free (self->terms);
  g_free (self);
}

/* Takes the term. */
static VnusQuery *
with_term (VnusQuery     *self,
           VnusQueryTerm *term)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_query_term_unref);

  for (guint i = 0; i < self->n_terms; i++)
    g_ptr_array_add (terms, _vnus_query_term_ref (self->terms[i]));
  g_ptr_array_add (terms, term);

  return _vnus_query_new (terms);
}

/**
 * vnus_query_with_term:
 * @self: a query
 * @key: a key, such as `host`
 * @values: (array zero-terminated=1): one value or more, without quotes; one of them must hold
 * @negated: whether none of the values may hold
 * @error: return location for an error
 *
 * Makes a query that asks for one thing more.
 *
 * Fails with [error@Vnus.QueryError] if there is no such key, no value, or a
 * value that the key cannot have.
 *
 * Returns: (transfer full): the new query
 *
 * Since: 0.1
 */
VnusQuery *
vnus_query_with_term (VnusQuery           *self,
                      const char          *key,
                      const char * const  *values,
                      gboolean             negated,
                      GError             **error)
{
  g_autoptr (GArray) choices = NULL;
  const VnusQueryKey *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  found = _vnus_query_key_lookup (key);
  if (found == NULL)
    {
      g_autofree char *keys = _vnus_query_key_list ();

      g_set_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_UNKNOWN_KEY,
                   "“%s” is no key; expected one of %s", _vnus_clip (key).text, keys);
      return NULL;
    }
  if (values[0] == NULL)
    {
      g_set_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_BAD_VALUE,
                   "No value of “%s”; expected one or more", key);
      return NULL;
    }

  choices = g_array_new (FALSE, FALSE, sizeof (VnusQueryChoice));
  g_array_set_clear_func (choices, (GDestroyNotify) _vnus_query_choice_clear);
  for (guint i = 0; values[i] != NULL; i++)
    {
      VnusQueryChoice choice;
      gsize place;

      if (!_vnus_query_choice_parse (&choice, found, values[i], &place, error))
        return NULL;
      g_array_append_val (choices, choice);
    }

  return with_term (self, _vnus_query_term_new (found, negated, choices));
}

/* One value that is known to be good. */
static VnusQuery *
with_value (VnusQuery  *self,
            const char *key,
            const char *value)
{
  const char *values[] = { value, NULL };

  return vnus_query_with_term (self, key, values, FALSE, NULL);
}

static const char *
word_of (GType type,
         int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *entry = g_enum_get_value (klass, value);

  /* Nicks are static. */
  return entry != NULL ? entry->value_nick : "";
}

/**
 * vnus_query_with_kind:
 * @self: a query
 * @kind: a kind of record
 *
 * Makes a query that asks also for a kind of record.
 *
 * Returns: (transfer full): the new query
 *
 * Since: 0.1
 */
VnusQuery *
vnus_query_with_kind (VnusQuery *self,
                      VnusKind   kind)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (_vnus_kind_is_valid (kind), NULL);

  return with_value (self, "kind", vnus_kind_to_string (kind));
}

#define DEFINE_WITH_ID(name, param)                            \
  VnusQuery *vnus_query_with_##name (VnusQuery  *self,         \
                                     const char *param)        \
  {                                                            \
    g_return_val_if_fail (self != NULL, NULL);                 \
    g_return_val_if_fail (param != NULL, NULL);                \
    g_return_val_if_fail (vnus_fold_is_id (param), NULL);      \
                                                               \
    return with_value (self, #name, param);                    \
  }

/**
 * vnus_query_with_host:
 * @self: a query
 * @host: the id of a state or an organisation
 *
 * Makes a query that asks also for a host, or what belongs to it.
 *
 * Returns: (transfer full): the new query
 *
 * Since: 0.1
 */
DEFINE_WITH_ID (host, host)

/**
 * vnus_query_with_capacity:
 * @self: a query
 * @office: the id of an office
 *
 * Makes a query that asks also for the office in which somebody takes part, as
 * recorded.
 *
 * Returns: (transfer full): the new query
 *
 * Since: 0.1
 */
DEFINE_WITH_ID (capacity, office)

/**
 * vnus_query_with_holding:
 * @self: a query
 * @office: the id of an office
 *
 * Makes a query that asks also for an office that a participant held on the
 * day, by the tenures.
 *
 * Returns: (transfer full): the new query
 *
 * Since: 0.1
 */
DEFINE_WITH_ID (holding, office)

/**
 * vnus_query_with_topic:
 * @self: a query
 * @topic: the id of a topic
 *
 * Makes a query that asks also for a topic, or a narrower one.
 *
 * Returns: (transfer full): the new query
 *
 * Since: 0.1
 */
DEFINE_WITH_ID (topic, topic)

/**
 * vnus_query_with_place:
 * @self: a query
 * @place: the id of a place or a state
 *
 * Makes a query that asks also for a place, or what lies within it.
 *
 * Returns: (transfer full): the new query
 *
 * Since: 0.1
 */
DEFINE_WITH_ID (place, place)

/**
 * vnus_query_with_when:
 * @self: a query
 * @relation: what the time of the record has to do with the window; unset for a day in common
 * @window: a whole day, month, year or more, or an interval; its ends are known or open
 * @error: return location for an error
 *
 * Makes a query that asks also for a time.
 *
 * The window is known to the day: `1995-07/..` begins on 1 July. Fails with
 * [error@Vnus.QueryError] if @window is a choice, has qualifiers or an unknown
 * end.
 *
 * Returns: (transfer full): the new query
 *
 * Since: 0.1
 */
VnusQuery *
vnus_query_with_when (VnusQuery   *self,
                      VnusWindow   relation,
                      VnusDate    *window,
                      GError     **error)
{
  g_autofree char *date = NULL, *value = NULL;
  const char *values[] = { NULL, NULL };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (window != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  date = vnus_date_to_string (window);
  value = relation != VNUS_WINDOW_UNSET
            ? g_strdup_printf ("%s:%s", word_of (VNUS_TYPE_WINDOW, relation), date)
            : g_steal_pointer (&date);
  values[0] = value;

  return vnus_query_with_term (self, "when", values, FALSE, error);
}

/**
 * vnus_query_with_status:
 * @self: a query
 * @status: a status other than the unset one
 *
 * Makes a query that asks also for the status of events.
 *
 * Returns: (transfer full): the new query
 *
 * Since: 0.1
 */
VnusQuery *
vnus_query_with_status (VnusQuery  *self,
                        VnusStatus  status)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (status != VNUS_STATUS_UNSET, NULL);

  return with_value (self, "status", word_of (VNUS_TYPE_STATUS, status));
}

/**
 * vnus_query_with_participant:
 * @self: a query
 * @role: a role; unset for any
 * @id: the id of an actor or an office
 *
 * Makes a query that asks also for a participant.
 *
 * Returns: (transfer full): the new query
 *
 * Since: 0.1
 */
VnusQuery *
vnus_query_with_participant (VnusQuery  *self,
                             VnusRole    role,
                             const char *id)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (vnus_fold_is_id (id), NULL);

  if (role == VNUS_ROLE_UNSET)
    return with_value (self, "participant", id);

  value = g_strdup_printf ("%s:%s", word_of (VNUS_TYPE_ROLE, role), id);
  return with_value (self, "role", value);
}

/**
 * vnus_query_with_rank:
 * @self: a query
 * @highest: the highest rank; unset for any
 * @lowest: the lowest rank; unset for any
 *
 * Makes a query that asks also for the rank of an office in which somebody
 * takes part.
 *
 * Returns: (transfer full): the new query
 *
 * Since: 0.1
 */
VnusQuery *
vnus_query_with_rank (VnusQuery *self,
                      VnusRank   highest,
                      VnusRank   lowest)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (highest != VNUS_RANK_UNSET || lowest != VNUS_RANK_UNSET, NULL);
  g_return_val_if_fail (lowest == VNUS_RANK_UNSET || highest <= lowest, NULL);

  if (highest == lowest)
    return with_value (self, "rank", word_of (VNUS_TYPE_RANK, highest));

  value = g_strdup_printf ("%s..%s", highest != VNUS_RANK_UNSET ? word_of (VNUS_TYPE_RANK, highest) : "",
                           lowest != VNUS_RANK_UNSET ? word_of (VNUS_TYPE_RANK, lowest) : "");
  return with_value (self, "rank", value);
}

/**
 * vnus_query_get_n_terms:
 * @self: a query
 *
 * Gets how many things a query asks.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_query_get_n_terms (const VnusQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_terms;
}

/**
 * vnus_query_get_key:
 * @self: a query
 * @position: the position of a term, from 0
 *
 * Gets the key of a term, in the order of the canonical text.
 *
 * Returns: (nullable): the key, or `NULL` past the end
 *
 * Since: 0.1
 */
const char *
vnus_query_get_key (const VnusQuery *self,
                    guint            position)
{
  g_return_val_if_fail (self != NULL, NULL);

  return position < self->n_terms ? self->terms[position]->key->name : NULL;
}

/**
 * vnus_query_list_values:
 * @self: a query
 * @position: the position of a term, from 0
 *
 * Lists the values of a term, of which one must hold.
 *
 * Returns: (transfer full) (array zero-terminated=1): the values without quotes; none past the end
 *
 * Since: 0.1
 */
char **
vnus_query_list_values (const VnusQuery *self,
                        guint            position)
{
  const VnusQueryTerm *term;
  char **values;

  g_return_val_if_fail (self != NULL, NULL);

  if (position >= self->n_terms)
    return g_new0 (char *, 1);

  term = self->terms[position];
  values = g_new0 (char *, term->n_choices + 1);
  for (guint i = 0; i < term->n_choices; i++)
    values[i] = g_strdup (term->choices[i].text);

  return values;
}

/**
 * vnus_query_is_negated:
 * @self: a query
 * @position: the position of a term, from 0
 *
 * Gets whether none of the values of a term may hold.
 *
 * Returns: `TRUE` if the term is written with a `-`
 *
 * Since: 0.1
 */
gboolean
vnus_query_is_negated (const VnusQuery *self,
                       guint            position)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return position < self->n_terms && self->terms[position]->negated;
}
