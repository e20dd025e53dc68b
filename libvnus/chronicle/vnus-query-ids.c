/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: whether a chronicle knows the ids that a query speaks of. */
#include "chronicle/vnus-postings-private.h"
#include "chronicle/vnus-query-private.h"

/* The id of a choice, if it speaks of a record. */
static const char *
get_id (const VnusQueryTerm   *term,
        const VnusQueryChoice *choice)
{
  return term->key->matter == VNUS_MATTER_ID ? choice->text : choice->id;
}

static gboolean
check_known (VnusChronicle  *chronicle,
             const char     *id,
             const char     *key,
             GError        **error)
{
  g_auto (GStrv) nearest = NULL;
  g_autofree char *list = NULL;

  if (_vnus_chronicle_lookup_base (chronicle, id) != NULL)
    return TRUE;

  nearest = vnus_chronicle_suggest_ids (chronicle, id);
  list = g_strjoinv (", ", nearest);
  g_set_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_UNKNOWN_ID,
               "“%s”, asked for by “%s”, is the id of no record of “%s”%s%s", id, key,
               vnus_chronicle_get_id (chronicle), nearest[0] != NULL ? "; expected perhaps " : "", list);
  return FALSE;
}

static gboolean
check_kind (VnusChronicle       *chronicle,
            const char          *id,
            const VnusQueryKey  *key,
            GError             **error)
{
  const VnusKind kind = vnus_record_get_kind (_vnus_chronicle_lookup_base (chronicle, id));
  g_autoptr (GString) kinds = NULL;

  /* A wider actor, place or topic stands for what belongs to it. */
  const VnusKinds wider = (key->targets & (VNUS_KINDS_ACTORS | VNUS_KINDS (OFFICE))) != 0 ? VNUS_KINDS_BODIES : 0;
  const VnusKinds around = (key->targets & VNUS_KINDS (PLACE)) != 0 ? VNUS_KINDS (STATE) : 0;

  if (key->targets == 0 || ((key->targets | wider | around) & 1u << kind) != 0)
    return TRUE;

  kinds = g_string_new (NULL);
  for (guint i = 1; i < VNUS_N_KINDS; i++)
    if ((key->targets & 1u << i) != 0)
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", vnus_kind_to_string (i));
  g_set_error (error, VNUS_QUERY_ERROR, VNUS_QUERY_ERROR_WRONG_KIND,
               "“%s” is a record of kind “%s”, which “%s” never is; expected %s", id,
               vnus_kind_to_string (kind), key->name, kinds->str);
  return FALSE;
}

/**
 * vnus_query_check_ids:
 * @self: a query
 * @chronicle: a chronicle or view
 * @error: return location for an error
 *
 * Checks that a chronicle has the records that a query speaks of.
 *
 * A query that speaks of others is no error: it finds what refers to them. But
 * where somebody typed it, an id that nothing has is a slip more often than not.
 * A record that is not in view is known as well.
 *
 * Fails with [error@Vnus.QueryError]: `UNKNOWN_ID`, with the nearest ids in the
 * message, or `WRONG_KIND`.
 *
 * Returns: `TRUE` if all are known
 *
 * Since: 0.1
 */
gboolean
vnus_query_check_ids (const VnusQuery  *self,
                      VnusChronicle    *chronicle,
                      GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  for (guint i = 0; i < self->n_terms; i++)
    {
      const VnusQueryTerm *term = self->terms[i];

      for (guint j = 0; j < term->n_choices; j++)
        {
          const char *id = get_id (term, &term->choices[j]);

          if (id != NULL && (!check_known (chronicle, id, term->key->name, error) ||
                             !check_kind (chronicle, id, term->key, error)))
            return FALSE;
        }
    }

  return TRUE;
}
