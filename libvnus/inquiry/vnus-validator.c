/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: the validator and the table of its checks. */
#include "inquiry/vnus-validation-private.h"

#include <string.h>

#include "chronicle/vnus-chronicle-private.h"
#include "wording/vnus-message-private.h"

/**
 * VnusValidator:
 *
 * Looks through a chronicle for what is wrong or worth knowing.
 *
 * ```python
 * validator = Vnus.Validator.new(chronicle)
 * for issue in validator.list_issues():
 *     print(issue.to_text('en'), end='')
 * ```
 *
 * Load a chronicle with `VNUS_LOAD_FLAGS_LENIENT` to have dangling references,
 * references to the wrong kind of record and missing citations as issues, where
 * they would otherwise be errors of loading.
 *
 * Since: 0.1
 */
struct _VnusValidator
{
  GObject parent_instance;

  VnusChronicle *chronicle;  /* (owned) */
  VnusDate      *standpoint; /* (owned) */
};

G_DEFINE_FINAL_TYPE (VnusValidator, vnus_validator, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHRONICLE,
  PROP_STANDPOINT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

#define E VNUS_SEVERITY_ERROR
#define W VNUS_SEVERITY_WARNING
#define N VNUS_SEVERITY_NOTE

/* Every tag there is. The summary of a tag has the key “summary.TAG”. */
static const VnusCheck checks[] = {
  { "dangling-reference", E, "issue.dangling-reference", _vnus_check_references },
  { "wrong-kind", E, "issue.wrong-kind", _vnus_check_references },
  { "unknown-member", E, "issue.unknown-member", _vnus_check_members },
  { "missing-source", E, "issue.missing-source", _vnus_check_sources },
  { "undated-source", W, "issue.undated-source", _vnus_check_sources },
  { "end-before-start", E, "issue.end-before-start", _vnus_check_order },
  { "before-state-existed", E, "issue.before-state-existed", _vnus_check_existence },
  { "capacity-outside-tenure", W, "issue.capacity-outside-tenure", _vnus_check_capacities },
  { "office-held-twice", E, "issue.office-held-twice", _vnus_check_holders },
  { "two-stages-at-once", E, "issue.two-stages-at-once", _vnus_check_stages },
  { "edition-against-count", W, "issue.edition-against-count", _vnus_check_editions },
  { "no-word-after", W, "issue.no-word-after", _vnus_check_word_after },
  { "coverage-refuted", W, "issue.coverage-refuted", _vnus_check_coverage },
  { "bad-query", E, "issue.bad-query", _vnus_check_coverage },
  { "finer-than-printed", W, "issue.finer-than-printed", _vnus_check_claims },
  { "unsupported-value", W, "issue.unsupported-value", _vnus_check_claims },
  { "conflict", W, "issue.conflict", _vnus_check_claims },
  { "unreferenced", N, "issue.unreferenced", _vnus_check_unreferenced },
};

#undef E
#undef W
#undef N

const VnusCheck *
_vnus_check_lookup (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_str_equal (checks[i].tag, tag))
      return &checks[i];

  return NULL;
}

static void
vnus_validator_finalize (GObject *object)
{
  VnusValidator *self = VNUS_VALIDATOR (object);

  g_clear_object (&self->chronicle);
  g_clear_pointer (&self->standpoint, vnus_date_unref);

  G_OBJECT_CLASS (vnus_validator_parent_class)->finalize (object);
}

static void
vnus_validator_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VnusValidator *self = VNUS_VALIDATOR (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE:
      g_value_set_object (value, self->chronicle);
      break;

    case PROP_STANDPOINT:
      g_value_set_boxed (value, self->standpoint);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_validator_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  VnusValidator *self = VNUS_VALIDATOR (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE: /* construct-only */
      self->chronicle = g_value_dup_object (value);
      break;

    case PROP_STANDPOINT:
      vnus_validator_set_standpoint (self, g_value_get_boxed (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_validator_class_init (VnusValidatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vnus_validator_finalize;
  object_class->get_property = vnus_validator_get_property;
  object_class->set_property = vnus_validator_set_property;

  /**
   * VnusValidator:chronicle: (getter get_chronicle)
   *
   * The chronicle that is looked through.
   *
   * Since: 0.1
   */
  props[PROP_CHRONICLE] =
    g_param_spec_object ("chronicle", NULL, NULL, VNUS_TYPE_CHRONICLE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusValidator:standpoint: (getter get_standpoint) (setter set_standpoint)
   *
   * The day one speaks from. Without it nobody can tell that the day of an
   * announced event has passed.
   *
   * Since: 0.1
   */
  props[PROP_STANDPOINT] =
    g_param_spec_boxed ("standpoint", NULL, NULL, VNUS_TYPE_DATE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
vnus_validator_init (VnusValidator *self)
{
}

/**
 * vnus_validator_new:
 * @chronicle: a chronicle or a view
 *
 * Makes a validator of a chronicle.
 *
 * Returns: (transfer full): the validator
 *
 * Since: 0.1
 */
VnusValidator *
vnus_validator_new (VnusChronicle *chronicle)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), NULL);

  return g_object_new (VNUS_TYPE_VALIDATOR, "chronicle", chronicle, NULL);
}

/**
 * vnus_validator_get_chronicle: (get-property chronicle)
 * @self: a validator
 *
 * Gets the chronicle.
 *
 * Returns: (transfer none) (nullable): the chronicle, or `NULL` if none was given
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_validator_get_chronicle (VnusValidator *self)
{
  g_return_val_if_fail (VNUS_IS_VALIDATOR (self), NULL);

  return self->chronicle;
}

/**
 * vnus_validator_get_standpoint: (get-property standpoint)
 * @self: a validator
 *
 * Gets the day one speaks from.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL`
 *
 * Since: 0.1
 */
VnusDate *
vnus_validator_get_standpoint (VnusValidator *self)
{
  g_return_val_if_fail (VNUS_IS_VALIDATOR (self), NULL);

  return self->standpoint;
}

/**
 * vnus_validator_set_standpoint: (set-property standpoint)
 * @self: a validator
 * @standpoint: (nullable): the day
 *
 * Sets the day one speaks from.
 *
 * Since: 0.1
 */
void
vnus_validator_set_standpoint (VnusValidator *self,
                               VnusDate      *standpoint)
{
  g_return_if_fail (VNUS_IS_VALIDATOR (self));

  if (self->standpoint == standpoint ||
      (self->standpoint != NULL && standpoint != NULL && vnus_date_equal (self->standpoint, standpoint)))
    return;

  g_clear_pointer (&self->standpoint, vnus_date_unref);
  self->standpoint = standpoint != NULL ? vnus_date_ref (standpoint) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STANDPOINT]);
}

/* By the order of records in the chronicle, then by path; then as they were found. */
typedef struct
{
  VnusIssue *issue;
  VnusKind   kind;
  guint      number;
} Ordered;

static int
compare_issues (gconstpointer a,
                gconstpointer b)
{
  const Ordered *x = a, *y = b;
  int order = (x->kind > y->kind) - (x->kind < y->kind);

  if (order == 0)
    order = strcmp (vnus_issue_get_record_id (x->issue), vnus_issue_get_record_id (y->issue));
  if (order == 0)
    order = g_strcmp0 (vnus_issue_get_path (x->issue), vnus_issue_get_path (y->issue));

  return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

static GListModel *
sort_issues (VnusChronicle *chronicle,
             GPtrArray     *issues)
{
  g_autofree Ordered *ordered = g_new (Ordered, issues->len + 1);
  GListStore *store = g_list_store_new (VNUS_TYPE_ISSUE);

  for (guint i = 0; i < issues->len; i++)
    {
      VnusIssue *issue = g_ptr_array_index (issues, i);
      VnusRecord *record = vnus_chronicle_lookup (chronicle, vnus_issue_get_record_id (issue));

      ordered[i] = (Ordered) { issue, vnus_record_get_kind (record), i };
    }
  qsort (ordered, issues->len, sizeof *ordered, compare_issues);
  for (guint i = 0; i < issues->len; i++)
    g_list_store_append (store, ordered[i].issue);

  return G_LIST_MODEL (store);
}

/**
 * vnus_validator_list_issues:
 * @self: a validator
 *
 * Looks through the chronicle.
 *
 * References and citations are checked as they were entered; what is said about
 * the world, with the values that resolve among the sources.
 *
 * Returns: (transfer full): a list of [class@Vnus.Issue], in the order of the records
 *
 * Since: 0.1
 */
GListModel *
vnus_validator_list_issues (VnusValidator *self)
{
  g_autoptr (VnusChronicle) chronicle = NULL;
  g_autoptr (VnusChronicle) view = NULL;
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  VnusValidation validation;

  g_return_val_if_fail (VNUS_IS_VALIDATOR (self), NULL);

  if (self->chronicle == NULL)
    return G_LIST_MODEL (g_list_store_new (VNUS_TYPE_ISSUE));

  /* Issues word the records of this state, whatever the chronicle becomes. */
  chronicle = vnus_chronicle_snapshot (self->chronicle);
  view = _vnus_chronicle_ref_view (chronicle);
  validation = (VnusValidation) { chronicle, view, self->standpoint, issues };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (i == 0 || checks[i].check != checks[i - 1].check)
      checks[i].check (&validation);

  return sort_issues (chronicle, issues);
}

/**
 * vnus_validator_list_tags:
 *
 * Lists the tags of all issues that a validator can find.
 *
 * Returns: (transfer full) (array zero-terminated=1): the tags
 *
 * Since: 0.1
 */
char **
vnus_validator_list_tags (void)
{
  char **tags = g_new0 (char *, G_N_ELEMENTS (checks) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    tags[i] = g_strdup (checks[i].tag);

  return tags;
}

/**
 * vnus_validator_get_tag_severity:
 * @tag: a tag
 *
 * Gets how much an issue of a tag matters where it is certain.
 *
 * Returns: the severity; unset if there is no such tag
 *
 * Since: 0.1
 */
VnusSeverity
vnus_validator_get_tag_severity (const char *tag)
{
  const VnusCheck *check;

  g_return_val_if_fail (tag != NULL, VNUS_SEVERITY_UNSET);

  check = _vnus_check_lookup (tag);
  return check != NULL ? check->severity : VNUS_SEVERITY_UNSET;
}

/**
 * vnus_validator_dup_tag_summary:
 * @tag: a tag
 * @language: a language, such as `en` or `vi`
 *
 * Words what issues of a tag are.
 *
 * Returns: (transfer full) (nullable): a sentence, or `NULL` if there is no such tag
 *
 * Since: 0.1
 */
char *
vnus_validator_dup_tag_summary (const char *tag,
                                const char *language)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (tag != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (_vnus_check_lookup (tag) == NULL)
    return NULL;

  key = g_strconcat ("summary.", tag, NULL);
  return _vnus_message_format (language, key, NULL, 0);
}
