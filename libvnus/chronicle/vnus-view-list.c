/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: a list as a view shows it, member by member.
 *
 * The members are those of the record's own list, and after them those that only
 * citations with a value bring, in their order. What backs a member:
 *
 *  - a citation that names it, without a value as the record has it, with one as
 *    that source has it;
 *  - a citation of the whole list with a value, if the member is in it: that is the
 *    source's own list, and the source backs nothing else of the list;
 *  - if no citation names the member: the citations of the whole record, and of the
 *    whole list without a value.
 *
 * The forms that sources give for one member are claims, and the rule of resolution
 * chooses among them. A member that nobody backs, in view or not, is an editor's own.
 */
#include "chronicle/vnus-view-list-private.h"

#include <string.h>

#include "chronicle/vnus-claim-private.h"
#include "chronicle/vnus-view-record-private.h"
#include "model/vnus-record-private.h"

typedef struct
{
  char      *name;    /* as citations name it; NULL if it has none */
  VnusValue *own;     /* (owned) (nullable): the record's own form */
  gboolean   is_twin; /* one of several of that name: it has no other form */
} Member;

/* How citations name a member of a list; owned, or NULL. */
static char *
dup_member_name (const VnusField *field,
                 const VnusValue *item)
{
  switch ((int) field->type)
    {
    case VNUS_VALUE_TYPE_REFERENCE:
    case VNUS_VALUE_TYPE_ENUM:
    case VNUS_VALUE_TYPE_TEXT:
      return g_strdup (vnus_value_get_string (item));

    case VNUS_VALUE_TYPE_PARTICIPANT:
      return g_strdup (vnus_participant_get_actor (vnus_value_get_participant (item)));

    case VNUS_VALUE_TYPE_STOP:
      return g_strdup (vnus_stop_get_place (vnus_value_get_stop (item)));

    case VNUS_VALUE_TYPE_DESIGNATION:
      return g_strdup (vnus_designation_get_side (vnus_value_get_designation (item)));

    default:
      return NULL;
    }
}

/* What a citation says of a list: "FIELD", or "FIELD/MEMBER"; NULL if nothing. */
static const char *
get_named (VnusCitation    *citation,
           const VnusField *field)
{
  const char *named = vnus_citation_get_field (citation);
  gsize length = strlen (field->name);

  if (named == NULL || strncmp (named, field->name, length) != 0)
    return NULL;

  return named[length] == '\0' || named[length] == '/' ? named + length : NULL;
}

static gboolean
names_member (VnusCitation    *citation,
              const VnusField *field,
              const char      *member)
{
  const char *named = get_named (citation, field);

  return named != NULL && member != NULL && named[0] == '/' && g_str_equal (named + 1, member);
}

/* Whether @citation gives a list of its own. */
static gboolean
gives_list (VnusCitation    *citation,
            const VnusField *field)
{
  const char *named = get_named (citation, field);

  return named != NULL && named[0] == '\0' && vnus_citation_get_value (citation) != NULL;
}

static gboolean
source_gives_list (VnusRecord      *record,
                   const VnusField *field,
                   const char      *source)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);

      if (gives_list (citation, field) && g_str_equal (vnus_citation_get_source (citation), source))
        return TRUE;
    }

  return FALSE;
}

/* --- Members --- */

static void
member_free (gpointer data)
{
  Member *self = data;

  g_free (self->name);
  g_clear_pointer (&self->own, vnus_value_unref);
  g_free (self);
}

static Member *
find_member (GPtrArray  *members,
             const char *name)
{
  for (guint i = 0; name != NULL && i < members->len; i++)
    {
      Member *member = g_ptr_array_index (members, i);

      if (g_strcmp0 (member->name, name) == 0)
        return member;
    }

  return NULL;
}

static void
add_member (GPtrArray       *members,
            const VnusField *field,
            const VnusValue *item,
            gboolean         is_own)
{
  g_autofree char *name = dup_member_name (field, item);
  Member *other = find_member (members, name), *member;

  if (!is_own && (name == NULL || other != NULL))
    return;

  member = g_new0 (Member, 1);
  member->name = g_steal_pointer (&name);
  member->own = is_own ? vnus_value_ref ((VnusValue *) item) : NULL;
  if (other != NULL)
    member->is_twin = other->is_twin = TRUE;
  g_ptr_array_add (members, member);
}

/* Tells as well whether any citation gives values. */
static GPtrArray *
list_members (VnusRecord      *record,
              const VnusField *field,
              gboolean        *has_values)
{
  GPtrArray *members = g_ptr_array_new_with_free_func (member_free);
  g_autoptr (VnusValue) own = _vnus_field_get_value (field, record);

  for (guint i = 0; own != NULL && i < vnus_value_get_n_items (own); i++)
    add_member (members, field, vnus_value_get_item (own, i), TRUE);

  *has_values = FALSE;
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      VnusValue *value = vnus_citation_get_value (citation);

      if (value == NULL || get_named (citation, field) == NULL)
        continue;
      *has_values = TRUE;
      if (vnus_value_get_value_type (value) != VNUS_VALUE_TYPE_LIST)
        add_member (members, field, value, FALSE);
      else
        for (guint j = 0; j < vnus_value_get_n_items (value); j++)
          add_member (members, field, vnus_value_get_item (value, j), FALSE);
    }

  return members;
}

/* --- Claims on a member --- */

/* The form that @citation gives for the member; NULL if it gives none. */
static VnusValue *
get_form (VnusCitation    *citation,
          const VnusField *field,
          const Member    *member)
{
  VnusValue *value = vnus_citation_get_value (citation);

  if (value == NULL || names_member (citation, field, member->name))
    return value;

  for (guint i = 0; gives_list (citation, field) && i < vnus_value_get_n_items (value); i++)
    {
      VnusValue *item = vnus_value_get_item (value, i);
      g_autofree char *name = dup_member_name (field, item);

      if (member->name != NULL ? g_strcmp0 (name, member->name) == 0 : vnus_value_equal (item, member->own))
        return item;
    }

  return NULL;
}

/* Whether @citation backs the member as the record has it. */
static gboolean
backs_own (VnusRecord      *record,
           VnusCitation    *citation,
           const VnusField *field,
           const Member    *member,
           gboolean         is_named)
{
  const char *named = get_named (citation, field);
  VnusValue *form = get_form (citation, field, member);

  if (form != NULL)
    return member->own != NULL && vnus_value_equal (form, member->own);
  if (vnus_citation_get_value (citation) != NULL && named != NULL)
    return FALSE;
  if (names_member (citation, field, member->name))
    return TRUE;
  if (vnus_citation_get_field (citation) != NULL && (named == NULL || named[0] != '\0'))
    return FALSE;

  return !is_named && !source_gives_list (record, field, vnus_citation_get_source (citation));
}

static VnusClaim *
find_or_add_claim (GPtrArray *claims,
                   VnusValue *form)
{
  VnusClaim *claim;

  for (guint i = 0; i < claims->len; i++)
    {
      claim = g_ptr_array_index (claims, i);
      if (vnus_value_equal (claim->value, form))
        return claim;
    }

  claim = _vnus_claim_new (form, FALSE);
  g_ptr_array_add (claims, claim);
  return claim;
}

static GPtrArray *
gather (VnusRecord      *record,
        const VnusField *field,
        const Member    *member,
        VnusViewFilter  *filter)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_claim_unref);
  VnusClaim *own = member->own != NULL ? _vnus_claim_new (member->own, TRUE) : NULL;
  guint n = vnus_record_get_n_citations (record);
  gboolean is_named = FALSE, is_backed = FALSE; /* by anybody, in view or not */

  if (own != NULL)
    g_ptr_array_add (claims, own);
  for (guint i = 0; i < n; i++)
    is_named = is_named || names_member (vnus_record_get_citation (record, i), field, member->name);

  for (guint i = 0; i < n; i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      VnusTruth admitted = _vnus_view_filter_admits (filter, citation);
      VnusValue *form = get_form (citation, field, member);
      VnusClaim *claim = NULL;

      if (own != NULL && backs_own (record, citation, field, member, is_named))
        claim = own;
      else if (form != NULL && !member->is_twin && admitted != VNUS_TRUTH_NO)
        claim = find_or_add_claim (claims, form);
      is_backed = is_backed || claim == own;
      if (claim == NULL || admitted == VNUS_TRUTH_NO)
        continue;
      claim->known = vnus_truth_or (claim->known, admitted);
      _vnus_claim_add_citation (claim, citation);
    }

  if (own != NULL && own->citations == NULL)
    {
      if (is_backed || is_named)
        g_ptr_array_remove (claims, own);
      else
        own->known = VNUS_TRUTH_CERTAINLY;
    }

  _vnus_claims_resolve (claims, filter, FALSE);
  return claims;
}

GPtrArray *
_vnus_view_gather_member_claims (VnusRecord     *record,
                                 VnusField      *field,
                                 const char     *name,
                                 VnusViewFilter *filter)
{
  gboolean has_values;
  g_autoptr (GPtrArray) members = list_members (record, field, &has_values);
  const Member *member = find_member (members, name);

  return member != NULL ? gather (record, field, member, filter) : g_ptr_array_new ();
}

/* --- Lists --- */

/* A member of the record's own list where no citation gives values. */
static VnusTruth
knows_plain (VnusRecord      *record,
             const VnusField *field,
             const Member    *member,
             VnusViewFilter  *filter)
{
  VnusTruth by_name = VNUS_TRUTH_NO, by_whole = VNUS_TRUTH_NO;
  gboolean is_named = FALSE, is_backed = FALSE;

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      const char *named = vnus_citation_get_field (citation);

      if (names_member (citation, field, member->name))
        {
          is_named = TRUE;
          by_name = vnus_truth_or (by_name, _vnus_view_filter_admits (filter, citation));
        }
      else if (named == NULL || g_str_equal (named, field->name))
        {
          is_backed = TRUE;
          by_whole = vnus_truth_or (by_whole, _vnus_view_filter_admits (filter, citation));
        }
    }

  if (is_named)
    return by_name;

  return is_backed ? by_whole : VNUS_TRUTH_CERTAINLY;
}

/* The form of the member in view, owned; NULL if it is not in view. */
static VnusValue *
show_member (VnusRecord      *record,
             const VnusField *field,
             const Member    *member,
             VnusViewFilter  *filter,
             gboolean         has_values,
             VnusTruth       *known)
{
  g_autoptr (GPtrArray) claims = NULL;
  VnusClaim *chosen;

  if (!has_values)
    {
      *known = knows_plain (record, field, member, filter);
      return *known != VNUS_TRUTH_NO ? vnus_value_ref (member->own) : NULL;
    }

  claims = gather (record, field, member, filter);
  chosen = _vnus_claims_get_chosen (claims);
  *known = chosen != NULL ? chosen->known : VNUS_TRUTH_NO;

  return chosen != NULL ? vnus_value_ref (chosen->value) : NULL;
}

/* Most records have none. */
static gboolean
has_any_value (VnusRecord *record)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    if (vnus_citation_get_value (vnus_record_get_citation (record, i)) != NULL)
      return TRUE;

  return FALSE;
}

gboolean
_vnus_view_resolve_list (VnusRecord      *record,
                         VnusField       *field,
                         VnusViewFilter  *filter,
                         VnusValue      **result)
{
  gboolean has_values, is_own = TRUE;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) shown = NULL;

  if (!_vnus_field_is_set (field, record) && !has_any_value (record))
    return FALSE;

  members = list_members (record, field, &has_values);
  shown = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_value_unref);
  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = g_ptr_array_index (members, i);
      VnusTruth known;
      VnusValue *form = show_member (record, field, member, filter, has_values, &known);

      is_own = is_own && (form == member->own || (form != NULL && member->own != NULL && vnus_value_equal (form, member->own)));
      if (form != NULL)
        g_ptr_array_add (shown, form);
    }
  if (is_own)
    return FALSE;

  *result = shown->len > 0 ? vnus_value_new_list ((VnusValue **) shown->pdata, shown->len) : NULL;
  return TRUE;
}

VnusTruth
_vnus_view_knows_list (VnusRecord     *record,
                       VnusField      *field,
                       VnusViewFilter *filter)
{
  gboolean has_values, any = FALSE;
  g_autoptr (GPtrArray) members = list_members (record, field, &has_values);
  VnusTruth all = VNUS_TRUTH_CERTAINLY;

  for (guint i = 0; i < members->len; i++)
    {
      VnusTruth known;
      g_autoptr (VnusValue) form = show_member (record, field, g_ptr_array_index (members, i), filter, has_values, &known);

      if (form == NULL)
        continue;
      all = vnus_truth_and (all, known);
      any = TRUE;
    }

  return any ? all : VNUS_TRUTH_NO;
}

VnusTruth
_vnus_view_knows_member (VnusRecord     *record,
                         VnusField      *field,
                         const char     *name,
                         VnusViewFilter *filter)
{
  gboolean has_values;
  g_autoptr (GPtrArray) members = list_members (record, field, &has_values);
  const Member *member = find_member (members, name);
  g_autoptr (VnusValue) form = NULL;
  VnusTruth known = VNUS_TRUTH_NO;

  if (member != NULL)
    form = show_member (record, field, member, filter, has_values, &known);

  return known;
}

gboolean
_vnus_view_has_member (VnusRecord *record,
                       VnusField  *field,
                       const char *name)
{
  gboolean has_values;
  g_autoptr (GPtrArray) members = NULL;

  if (!field->is_list)
    return FALSE;

  members = list_members (record, field, &has_values);
  return find_member (members, name) != NULL;
}
