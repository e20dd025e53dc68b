/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the places that registers print, and how far they go. */
#include "io/import-stay-private.h"

#include <string.h>

#include <vnus/vnus-coverage.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-place.h>

/* The state in which a place lies; NULL if that is not known. */
static const char *
find_state (VnusImport *import,
            VnusRecord *place)
{
  for (guint i = 0; i < 8 && place != NULL && VNUS_IS_PLACE (place); i++)
    {
      const char *within = vnus_place_get_within (VNUS_PLACE (place));

      place = within != NULL ? _vnus_import_lookup (import, within) : NULL;
    }

  return place != NULL && !VNUS_IS_PLACE (place) ? vnus_record_get_id (place) : NULL;
}

/* Places of one name in several states are several. Whose is the name alone is known
 * beforehand, or else it is that of the first; one of which the state is not known is
 * that which has the name. */
static char *
make_place_id (VnusImport *import,
               const char *name,
               const char *state)
{
  g_autofree char *id = vnus_fold_to_id (name);
  VnusRecord *taken = id != NULL ? _vnus_import_lookup (import, id) : NULL;
  VnusRecord *known = id != NULL ? vnus_chronicle_lookup (_vnus_historian_get_chronicle (), id) : NULL;

  if (state != NULL && known != NULL && VNUS_IS_PLACE (known))
    return g_str_equal (vnus_place_get_within (VNUS_PLACE (known)), state) ? g_steal_pointer (&id)
                                                                          : g_strconcat (id, "-", state, NULL);
  if (taken == NULL || state == NULL)
    return g_steal_pointer (&id);
  if (VNUS_IS_PLACE (taken))
    {
      const char *other = find_state (import, taken);

      if (other == NULL || g_str_equal (other, state))
        return g_steal_pointer (&id);
    }

  return g_strconcat (id, "-", state, NULL);
}

static void
name_place (VnusRecord *record,
            const char *name)
{
  VnusText *label = vnus_record_get_label (record);
  const char *other = label != NULL ? vnus_text_get_best (label, "en") : NULL;
  const gboolean is_chosen = vnus_chronicle_lookup (_vnus_historian_get_chronicle (), vnus_record_get_id (record)) != NULL;
  g_autofree char *lesser = NULL;

  if (g_strcmp0 (other, name) == 0)
    return;

  lesser = g_strdup (name);
  if (other == NULL || (!is_chosen && _vnus_import_is_better_name (name, other)))
    {
      g_autoptr (VnusText) better = vnus_text_new ("en", name);

      g_free (lesser);
      lesser = g_strdup (other);
      vnus_record_set_label (record, better);
    }
  if (lesser != NULL)
    _vnus_import_add_alias (record, lesser);
}

const char *
_vnus_place_take (VnusImport       *import,
                  const char       *name,
                  const char       *region,
                  const char       *state,
                  const VnusOrigin *origin)
{
  g_autofree char *id = make_place_id (import, name, state);
  VnusRecord *record = id != NULL ? _vnus_historian_take (import, VNUS_KIND_PLACE, id, origin) : NULL;
  const char *within;

  if (record == NULL)
    return NULL;

  name_place (record, name);
  within = vnus_place_get_within (VNUS_PLACE (record));
  if (state == NULL && within != NULL && _vnus_import_lookup (import, within) == NULL)
    (void) _vnus_historian_take (import, VNUS_KIND_STATE, within, origin);
  if (within == NULL || (region != NULL && g_strcmp0 (within, state) == 0))
    vnus_place_set_within (VNUS_PLACE (record), region != NULL ? _vnus_place_take (import, region, NULL, state, origin) : state);
  return vnus_record_get_id (record);
}

/* “Halifax (Nova Scotia)” */
static void
add_place (VnusImport       *import,
           VnusEvent        *event,
           char             *text,
           const char       *state,
           const VnusOrigin *origin)
{
  char *open = strchr (text, '('), *close = open != NULL ? strchr (open, ')') : NULL;
  char *region = NULL;
  const char *id;

  if (open > text && close != NULL && close[1] == '\0')
    {
      *open = *close = '\0';
      region = g_strstrip (open + 1);
      if (g_str_has_prefix (region, "The ") || g_str_has_prefix (region, "the "))
        region += 4;
    }

  g_strstrip (text);
  id = *text != '\0' ? _vnus_place_take (import, text, region != NULL && *region != '\0' ? region : NULL, state, origin) : NULL;
  for (guint i = 0; id != NULL && i < vnus_event_get_n_places (event); i++)
    if (g_str_equal (vnus_event_get_place (event, i), id))
      id = NULL;
  if (id != NULL)
    vnus_event_add_place (event, id);
}

/* Where a place ends: at a comma outside of brackets. “D.F.” belongs to what
 * stands before it. */
static gsize
find_comma (const char *text)
{
  int depth = 0;

  for (gsize i = 0; ; i++)
    {
      depth += text[i] == '(';
      depth -= text[i] == ')';
      if (text[i] == '\0' || ((text[i] == ',' || text[i] == ';') && depth <= 0 && !g_str_has_prefix (text + i, ", D.F.") &&
                              !g_str_has_prefix (text + i, ", D.C.")))
        return i;
    }
}

void
_vnus_places_add (VnusImport       *import,
                  VnusRecord       *event,
                  const char       *locale,
                  const char       *state,
                  const VnusOrigin *origin)
{
  const char *p = locale;

  for (;;)
    {
      gsize length = find_comma (p);
      g_autofree char *place = g_strstrip (g_strndup (p, length));

      add_place (import, VNUS_EVENT (event), place, state, origin);
      if (p[length] == '\0')
        return;
      p += length + 1;
    }
}

/* Coverage */

void
_vnus_coverage_declare (VnusImport *import,
                        const char *id,
                        const char *source,
                        const char *locator,
                        const char *scope,
                        int         from,
                        int         to)
{
  g_autoptr (VnusDate) first = vnus_date_new_day (from);
  g_autoptr (VnusDate) last = vnus_date_new_day (to);
  g_autofree char *start = vnus_date_to_string (first);
  g_autofree char *end = vnus_date_to_string (last);
  g_autofree char *text = g_strconcat (start, "/", end, NULL);
  g_autoptr (VnusDate) during = vnus_date_parse (text, NULL);
  const VnusOrigin origin = { .source = source, .locator = locator, .known = first };
  VnusRecord *record = _vnus_import_record (import, VNUS_KIND_COVERAGE, id, NULL);

  if (record == NULL || during == NULL)
    return;

  vnus_coverage_set_scope (VNUS_COVERAGE (record), scope);
  vnus_coverage_set_during (VNUS_COVERAGE (record), during);
  vnus_coverage_add_source (VNUS_COVERAGE (record), source);
  vnus_coverage_set_basis (VNUS_COVERAGE (record), VNUS_COVERAGE_BASIS_SOURCE);
  _vnus_historian_cite (record, &origin);
}
