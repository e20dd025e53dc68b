/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the offices of the register of principal officers and chiefs of mission.
 *
 * A principal’s office goes by its title: `us-deputy-secretary-of-state`. That of a
 * chief of mission goes by role and post: `us-ambassador-to-france`; an embassy that
 * was a legation had an envoy before. What an office is the chronicle may know
 * better: then it is cited and nothing else.
 */
#include "io/import-pocom-private.h"
#include "io/import-stay-private.h"
#include "io/import-title-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>
#include <vnus/vnus-office.h>

#include "wording/vnus-message-private.h"

/* The roles of chiefs of mission. */
static const struct
{
  const char     *role;
  const char     *office; /* in ids; NULL: the role */
  VnusEnvoyClass  class;
  PocomStart      start;
} roles[] = {
  { "ambassador-e-p", "ambassador", VNUS_ENVOY_CLASS_AMBASSADOR, POCOM_START_CREDENTIALS },
  { "charge-daffaires-ad-interim", "charge", VNUS_ENVOY_CLASS_CHARGE_AD_INTERIM, POCOM_START_CHARGE },
  { "charge-daffaires-pro-tem", "charge-pro-tem", VNUS_ENVOY_CLASS_CHARGE_AD_INTERIM, POCOM_START_CHARGE },
  { "charge-daffaires", "charge-d-affaires", VNUS_ENVOY_CLASS_CHARGE_D_AFFAIRES, POCOM_START_CREDENTIALS },
  { "charge-daffaires-consul-general", NULL, VNUS_ENVOY_CLASS_CHARGE_D_AFFAIRES, POCOM_START_CREDENTIALS },
  { "envoy-extraordinary-minister-plenipotentiary", "envoy", VNUS_ENVOY_CLASS_ENVOY, POCOM_START_CREDENTIALS },
  { "envoy-extraordinary-minister-plenipotentiary-consul-general", "envoy-consul-general", VNUS_ENVOY_CLASS_ENVOY,
    POCOM_START_CREDENTIALS },
  { "minister-plenipotentiary", NULL, VNUS_ENVOY_CLASS_ENVOY, POCOM_START_CREDENTIALS },
  { "minister", NULL, VNUS_ENVOY_CLASS_ENVOY, POCOM_START_CREDENTIALS },
  { "minister-resident", NULL, VNUS_ENVOY_CLASS_MINISTER_RESIDENT, POCOM_START_CREDENTIALS },
  { "minister-resident-and-extraordinary", NULL, VNUS_ENVOY_CLASS_MINISTER_RESIDENT, POCOM_START_CREDENTIALS },
  { "minister-resident-consul-general", NULL, VNUS_ENVOY_CLASS_MINISTER_RESIDENT, POCOM_START_CREDENTIALS },
  { "minister-resident-foreign-service-officer", NULL, VNUS_ENVOY_CLASS_MINISTER_RESIDENT, POCOM_START_CREDENTIALS },
  { "agent", NULL, VNUS_ENVOY_CLASS_AGENT, POCOM_START_CREDENTIALS },
  { "agent-consul-general", NULL, VNUS_ENVOY_CLASS_AGENT, POCOM_START_CREDENTIALS },
  { "diplomatic-agent", NULL, VNUS_ENVOY_CLASS_AGENT, POCOM_START_CREDENTIALS },
  { "diplomatic-agent-consul-general", NULL, VNUS_ENVOY_CLASS_AGENT, POCOM_START_CREDENTIALS },
  { "commissioner", NULL, VNUS_ENVOY_CLASS_UNSET, POCOM_START_CREDENTIALS },
  { "commissioner-consul-general", NULL, VNUS_ENVOY_CLASS_UNSET, POCOM_START_CREDENTIALS },
};

static int
find_role (const char *role)
{
  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].role, role))
      return (int) i;

  return -1;
}

VnusEnvoyClass
_vnus_pocom_class_of (const char *role,
                      PocomStart *start)
{
  int i = find_role (role);

  *start = i >= 0 ? roles[i].start : POCOM_START_CHARGE;
  return i >= 0 ? roles[i].class : VNUS_ENVOY_CLASS_UNSET;
}

/* Whether the record is to be told what it is: it is new here, and to the chronicle. */
static gboolean
is_unknown (VnusImport *import,
            VnusRecord *record)
{
  VnusChronicle *into = _vnus_import_get_into (import);

  return vnus_record_get_label (record) == NULL &&
         (into == NULL || vnus_chronicle_lookup (into, vnus_record_get_id (record)) == NULL);
}

static void
fill_office (VnusRecord *record,
             const char *owner,
             VnusRank    rank,
             VnusText   *label)
{
  vnus_record_set_label (record, label);
  vnus_office_set_of (VNUS_OFFICE (record), owner);
  vnus_office_set_rank (VNUS_OFFICE (record), rank);
  vnus_office_set_channel (VNUS_OFFICE (record), VNUS_CHANNEL_STATE);
}

static const char *
take_department (VnusImport       *import,
                 const VnusOrigin *origin)
{
  static const char id[] = "us-department-of-state";

  return _vnus_historian_take (import, VNUS_KIND_ORGANIZATION, id, origin) != NULL ? id : NULL;
}

/* Principals */

/* Positions of one title are told apart by a figure, as in `assistant-secretary2`. */
static char *
make_position_id (const PocomList *list)
{
  const char *title = list->title != NULL ? list->title : list->id;
  const char *last = list->id + strlen (list->id) - 1;
  g_autofree char *folded = vnus_fold_to_id (g_str_has_prefix (title, "U.S. ") ? title + strlen ("U.S. ") : title);

  if (folded == NULL)
    return NULL;
  if (list->title != NULL && g_ascii_isdigit (*last))
    return g_strconcat ("us-", folded, "-", last, NULL);

  return g_strconcat ("us-", folded, NULL);
}

static VnusRank
rank_of_position (const PocomList *list)
{
  static const struct
  {
    const char *category;
    VnusRank    rank;
  } ranks[] = {
    { "secretary", VNUS_RANK_FOREIGN_MINISTER },
    { "deputy-secretary", VNUS_RANK_DEPUTY_MINISTER },
    { "assistant-secretary", VNUS_RANK_DEPUTY_MINISTER },
    { "assistant-secretary-geo", VNUS_RANK_DEPUTY_MINISTER },
    { "ambassador-at-large", VNUS_RANK_AMBASSADOR },
    { "foreign-assistance-agencies", VNUS_RANK_HEAD_OF_AGENCY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_strcmp0 (list->category, ranks[i].category) == 0)
      return ranks[i].rank;

  /* Secretaries of all sorts and their equals are of one category. */
  return strstr (list->id, "assistant-secretary") != NULL || strstr (list->id, "under-secretary") != NULL
           ? VNUS_RANK_DEPUTY_MINISTER
           : VNUS_RANK_OFFICIAL;
}

static const char *
take_position (VnusImport       *import,
               const PocomList  *list,
               const VnusOrigin *origin)
{
  const VnusOrigin own = { .source = POCOM_SOURCE, .locator = list->id, .known = origin->known };
  const char *known = _vnus_import_known_id (import, VNUS_KIND_OFFICE, POCOM_SOURCE, list->id);
  g_autofree char *id = known != NULL ? g_strdup (known) : make_position_id (list);
  VnusRecord *record = id != NULL ? _vnus_historian_take (import, VNUS_KIND_OFFICE, id, &own) : NULL;

  if (record == NULL)
    return NULL;

  if (is_unknown (import, record))
    {
      g_autoptr (VnusText) label = vnus_text_new ("en", list->title != NULL ? list->title : list->id);
      gboolean is_agency = g_strcmp0 (list->category, "foreign-assistance-agencies") == 0;

      fill_office (record, is_agency ? _vnus_historian_state (import, "united-states", NULL, &own) : take_department (import, &own),
                   rank_of_position (list), label);
    }
  return vnus_record_get_id (record);
}

/* Chiefs of mission */

/* The title of a role in every language that has it. */
static VnusText *
dup_title (Pocom      *self,
           const char *role)
{
  g_autofree char *key = g_strconcat ("envoy.", role, NULL);
  const char *told = g_hash_table_lookup (self->titles, role);

  if (_vnus_message_exists ("en", key))
    return _vnus_import_text (key, NULL, 0);

  return vnus_text_new ("en", told != NULL ? told : role);
}

/* The receiver; where that is a forerunner, what the territory of the mission is known
 * as beforehand. */
static VnusRecord *
find_post (VnusImport       *import,
           const PocomRow   *row,
           const VnusOrigin *origin)
{
  const PocomList *list = row->list;
  gboolean is_forerunner = list->kind == POCOM_COUNTRY && row->territory != NULL && !g_str_equal (row->territory, list->id);
  g_autofree char *same_as = g_strconcat ("historian:", list->id, NULL);
  const char *id = is_forerunner ? _vnus_historian_same_as (import, same_as) : NULL;
  VnusRecord *post = id != NULL ? _vnus_historian_take (import, VNUS_KIND_STATE, id, origin) : NULL;

  return post != NULL && vnus_record_get_label (post) != NULL ? post : _vnus_import_lookup (import, row->to);
}

static VnusText *
make_mission_label (Pocom            *self,
                    VnusImport       *import,
                    const PocomRow   *row,
                    const VnusOrigin *origin)
{
  VnusRecord *post = find_post (import, row, origin);
  VnusText *name = post != NULL ? vnus_record_get_label (post) : NULL;
  g_autofree char *word = post != NULL ? g_strdelimit (g_strdup (vnus_record_get_id (post)), "-", '_') : NULL;
  g_autoptr (VnusText) title = NULL;

  if (row->list->kind == POCOM_ORGANIZATION && find_role (row->role) < 0)
    return vnus_text_new ("en", row->list->title != NULL ? row->list->title : row->list->id);

  title = dup_title (self, row->role);
  if (name == NULL)
    return g_steal_pointer (&title);

  {
    const VnusTextArg args[] = { { "title", title }, { "state", name }, { "id", NULL, word } };

    return _vnus_import_text ("title.envoy", args, G_N_ELEMENTS (args));
  }
}

/* `us-representative-to-nato`, but `us-charge-to-nato` */
static char *
make_mission_id (const PocomRow *row)
{
  int role = find_role (row->role);
  const char *office = role >= 0 && roles[role].office != NULL ? roles[role].office : row->role;
  const char *post = row->list->id;

  if (row->list->kind == POCOM_ORGANIZATION && role < 0)
    return g_strconcat ("us-", post, NULL);

  if (row->list->kind == POCOM_ORGANIZATION && g_str_has_prefix (post, "representative-"))
    {
      post += strlen ("representative-");
      post += g_str_has_prefix (post, "to-") ? strlen ("to-") : 0;
    }
  return g_strconcat ("us-", office, "-to-", post, NULL);
}

static const char *
take_mission (Pocom            *self,
              VnusImport       *import,
              const PocomRow   *row,
              const VnusOrigin *origin)
{
  g_autofree char *name = make_mission_id (row);
  g_autofree char *id = vnus_fold_to_id (name);
  VnusRecord *record = id != NULL ? _vnus_historian_take (import, VNUS_KIND_OFFICE, id, origin) : NULL;

  if (record == NULL)
    return NULL;

  if (is_unknown (import, record))
    {
      g_autoptr (VnusText) label = make_mission_label (self, import, row, origin);

      fill_office (record, take_department (import, origin), VNUS_RANK_AMBASSADOR, label);
    }
  return vnus_record_get_id (record);
}

const char *
_vnus_pocom_take_office (Pocom            *self,
                         VnusImport       *import,
                         const PocomRow   *row,
                         const VnusOrigin *origin)
{
  return row->list->kind == POCOM_POSITION ? take_position (import, row->list, origin)
                                           : take_mission (self, import, row, origin);
}

/* Notes */

/* One text after the other, each in its language or else in English. */
static VnusText *
join_texts (VnusText *a,
            VnusText *b)
{
  const char *const *languages = _vnus_message_languages ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (a == NULL)
    return vnus_text_ref (b);

  for (guint i = 0; languages[i] != NULL; i++)
    if (vnus_text_get (a, languages[i]) != NULL || vnus_text_get (b, languages[i]) != NULL)
      {
        g_ptr_array_add (names, (gpointer) languages[i]);
        g_ptr_array_add (texts, g_strconcat (vnus_text_get_best (a, languages[i]), "\n",
                                             vnus_text_get_best (b, languages[i]), NULL));
      }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (texts, NULL);

  return vnus_text_new_many ((const char *const *) names->pdata, (const char *const *) texts->pdata);
}

void
_vnus_pocom_note_office (VnusImport *import,
                         const char *office,
                         VnusText   *text)
{
  VnusRecord *record = office != NULL ? _vnus_import_lookup_made (import, office) : NULL;
  g_autoptr (VnusText) note = NULL;

  if (record == NULL)
    {
      _vnus_import_miss (import, "role-title-id");
      _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
      return;
    }

  note = join_texts (vnus_record_get_note (record), text);
  vnus_record_set_note (record, note);
  _vnus_import_count_note (import);
  _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_NOTED);
}

/* The office of the last of the first @n rows that has one, or of the first row. */
static const char *
find_office (const PocomList *list,
             guint            n)
{
  const char *office = NULL;

  for (guint i = 0; i < list->rows->len && (i < n || office == NULL); i++)
    {
      const PocomRow *row = g_ptr_array_index (list->rows, i);

      office = row->office != NULL ? row->office : office;
    }

  return office;
}

void
_vnus_pocom_note_list (VnusImport      *import,
                       const PocomList *list)
{
  for (guint i = 0; i < list->remarks->len; i++)
    {
      const PocomRemark *remark = &g_array_index (list->remarks, PocomRemark, i);
      g_autoptr (VnusText) text = vnus_text_new ("en", remark->text);

      _vnus_import_begin_row (import, list->file, remark->line);
      _vnus_pocom_note_office (import, find_office (list, remark->n_before), text);
    }
}

/* Coverage */

/* Chargés ad interim are told of only where there was nobody else for long. */
static gboolean
is_covered (const PocomRow *row)
{
  PocomStart start;

  return row->office != NULL && (row->list->kind == POCOM_POSITION ||
                                 _vnus_pocom_class_of (row->role, &start) != VNUS_ENVOY_CLASS_CHARGE_AD_INTERIM);
}

static int
compare_offices (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
make_scope (const PocomList *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) offices = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < list->rows->len; i++)
    {
      const PocomRow *row = g_ptr_array_index (list->rows, i);

      if (is_covered (row) && g_hash_table_add (seen, (gpointer) row->office))
        g_ptr_array_add (offices, (gpointer) row->office);
    }
  if (offices->len == 0)
    return NULL;

  g_ptr_array_sort (offices, compare_offices);
  g_ptr_array_add (offices, NULL);
  joined = g_strjoinv ("|", (char **) offices->pdata);
  return g_strconcat (list->kind == POCOM_POSITION ? "kind:tenure office:" : "kind:accreditation office:", joined, NULL);
}

/* The register goes as far as the newest day that it tells of in this very file. */
void
_vnus_pocom_cover (VnusImport      *import,
                   const PocomList *list)
{
  g_autofree char *scope = list->is_whole ? make_scope (list) : NULL;
  g_autofree char *id = g_strconcat (POCOM_SOURCE, "-", list->id, NULL);
  int from = VNUS_DAY_MAX, to = VNUS_DAY_MIN;

  for (guint i = 0; scope != NULL && i < list->rows->len; i++)
    {
      const PocomRow *row = g_ptr_array_index (list->rows, i);

      for (guint j = 0; j < POCOM_N_STEPS; j++)
        if (row->dates[j] != NULL && is_covered (row))
          {
            from = MIN (from, vnus_date_get_latest_end (row->dates[j]));
            to = MAX (to, vnus_date_get_earliest_start (row->dates[j]));
          }
    }

  if (from < to)
    _vnus_coverage_declare (import, id, POCOM_SOURCE, list->id, scope, from, to);
}
