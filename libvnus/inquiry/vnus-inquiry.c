/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: what asks. It holds the chronicle, the day that is spoken from and
 * the relation that is spoken of; a rule does the rest. */
#include "base/vnus-clip-private.h"
#include "chronicle/vnus-chronicle-private.h"
#include "inquiry/vnus-ask-private.h"

#include "base/vnus-compare-private.h"
#include "wording/vnus-message-private.h"

/**
 * VnusInquiry:
 *
 * Asks findings of a chronicle or of a view.
 *
 * A question is the id of a rule and its arguments, as text:
 *
 * ```c
 * const char *const arguments[] = { "us-vn-comprehensive", "2023-09-10", "years", NULL };
 * g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
 * g_autoptr (VnusFinding) finding = vnus_inquiry_ask (inquiry, "elapsed", arguments, &error);
 * ```
 *
 * [func@Vnus.Inquiry.list_rules] lists the rules. A chronicle that is not a
 * view is asked as it is at the time of the question, all its sources together.
 *
 * Since: 0.1
 */

struct _VnusInquiry
{
  GObject parent_instance;

  VnusChronicle *chronicle;
  VnusChronicle *view;       /* (owned) what is asked; NULL until it is, and after a change */
  gulong         changed;
  VnusDate      *standpoint;
  char          *relation;
};

G_DEFINE_FINAL_TYPE (VnusInquiry, vnus_inquiry, G_TYPE_OBJECT)

/**
 * vnus_inquiry_error_quark:
 *
 * Gets the error domain of inquiries.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-inquiry-error-quark, vnus_inquiry_error)

G_DEFINE_ENUM_TYPE (VnusInquiryError, vnus_inquiry_error,
                    G_DEFINE_ENUM_VALUE (VNUS_INQUIRY_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_INQUIRY_ERROR_UNKNOWN_RULE, "unknown-rule"),
                    G_DEFINE_ENUM_VALUE (VNUS_INQUIRY_ERROR_WRONG_NUMBER, "wrong-number"),
                    G_DEFINE_ENUM_VALUE (VNUS_INQUIRY_ERROR_BAD_ARGUMENT, "bad-argument"),
                    G_DEFINE_ENUM_VALUE (VNUS_INQUIRY_ERROR_UNKNOWN_ID, "unknown-id"),
                    G_DEFINE_ENUM_VALUE (VNUS_INQUIRY_ERROR_WRONG_KIND, "wrong-kind"),
                    G_DEFINE_ENUM_VALUE (VNUS_INQUIRY_ERROR_NO_RELATION, "no-relation"))

enum
{
  PROP_0,
  PROP_CHRONICLE,
  PROP_STANDPOINT,
  PROP_RELATION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
vnus_inquiry_finalize (GObject *object)
{
  VnusInquiry *self = VNUS_INQUIRY (object);

  if (self->chronicle != NULL)
    g_clear_signal_handler (&self->changed, self->chronicle);
  g_clear_object (&self->view);
  g_clear_object (&self->chronicle);
  g_clear_pointer (&self->standpoint, vnus_date_unref);
  g_clear_pointer (&self->relation, g_free);

  G_OBJECT_CLASS (vnus_inquiry_parent_class)->finalize (object);
}

static void
vnus_inquiry_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  VnusInquiry *self = VNUS_INQUIRY (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE:
      g_value_set_object (value, self->chronicle);
      break;

    case PROP_STANDPOINT:
      g_value_set_boxed (value, self->standpoint);
      break;

    case PROP_RELATION:
      g_value_set_string (value, self->relation);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
forget_view (VnusInquiry *self)
{
  g_clear_object (&self->view);
}

static void
take_chronicle (VnusInquiry   *self,
                VnusChronicle *chronicle)
{
  self->chronicle = chronicle;
  if (chronicle != NULL)
    self->changed = g_signal_connect_swapped (chronicle, "items-changed", G_CALLBACK (forget_view), self);
}

static void
vnus_inquiry_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  VnusInquiry *self = VNUS_INQUIRY (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE: /* construct-only */
      take_chronicle (self, g_value_dup_object (value));
      break;

    case PROP_STANDPOINT:
      vnus_inquiry_set_standpoint (self, g_value_get_boxed (value));
      break;

    case PROP_RELATION:
      vnus_inquiry_set_relation (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_inquiry_class_init (VnusInquiryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vnus_inquiry_finalize;
  object_class->get_property = vnus_inquiry_get_property;
  object_class->set_property = vnus_inquiry_set_property;

  /**
   * VnusInquiry:chronicle: (getter get_chronicle)
   *
   * The chronicle or view that is asked.
   *
   * Since: 0.1
   */
  props[PROP_CHRONICLE] =
    g_param_spec_object ("chronicle", NULL, NULL, VNUS_TYPE_CHRONICLE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusInquiry:standpoint: (getter get_standpoint) (setter set_standpoint)
   *
   * The day that the answers speak from; none if `NULL`.
   *
   * What ends after it has not been done yet.
   *
   * Since: 0.1
   */
  props[PROP_STANDPOINT] =
    g_param_spec_boxed ("standpoint", NULL, NULL, VNUS_TYPE_DATE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusInquiry:relation: (getter get_relation) (setter set_relation)
   *
   * The id of the relation that events and agreements are asked within.
   *
   * It may be left out if the chronicle has one relation.
   *
   * Since: 0.1
   */
  props[PROP_RELATION] =
    g_param_spec_string ("relation", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
vnus_inquiry_init (VnusInquiry *self)
{
}

/**
 * vnus_inquiry_new:
 * @chronicle: a chronicle or view
 *
 * Makes an inquiry of a chronicle.
 *
 * Returns: (transfer full): the inquiry
 *
 * Since: 0.1
 */
VnusInquiry *
vnus_inquiry_new (VnusChronicle *chronicle)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), NULL);

  return g_object_new (VNUS_TYPE_INQUIRY, "chronicle", chronicle, NULL);
}

/**
 * vnus_inquiry_get_chronicle: (get-property chronicle)
 * @self: an inquiry
 *
 * Gets the chronicle or view that is asked.
 *
 * Returns: (transfer none) (nullable): the chronicle, or `NULL` if none was given
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_inquiry_get_chronicle (VnusInquiry *self)
{
  g_return_val_if_fail (VNUS_IS_INQUIRY (self), NULL);

  return self->chronicle;
}

/**
 * vnus_inquiry_get_standpoint: (get-property standpoint)
 * @self: an inquiry
 *
 * Gets the day that the answers speak from.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL` if there is none
 *
 * Since: 0.1
 */
VnusDate *
vnus_inquiry_get_standpoint (VnusInquiry *self)
{
  g_return_val_if_fail (VNUS_IS_INQUIRY (self), NULL);

  return self->standpoint;
}

/**
 * vnus_inquiry_set_standpoint: (set-property standpoint)
 * @self: an inquiry
 * @standpoint: (nullable): the day that the answers speak from, or `NULL` for none
 *
 * Sets the day that the answers speak from.
 *
 * Since: 0.1
 */
void
vnus_inquiry_set_standpoint (VnusInquiry *self,
                             VnusDate    *standpoint)
{
  g_return_if_fail (VNUS_IS_INQUIRY (self));

  if (self->standpoint == standpoint ||
      (self->standpoint != NULL && standpoint != NULL && vnus_date_equal (self->standpoint, standpoint)))
    return;

  g_clear_pointer (&self->standpoint, vnus_date_unref);
  self->standpoint = standpoint != NULL ? vnus_date_ref (standpoint) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STANDPOINT]);
}

/**
 * vnus_inquiry_get_relation: (get-property relation)
 * @self: an inquiry
 *
 * Gets the id of the relation that is asked about.
 *
 * Returns: (nullable): the id, or `NULL` if none was chosen
 *
 * Since: 0.1
 */
const char *
vnus_inquiry_get_relation (VnusInquiry *self)
{
  g_return_val_if_fail (VNUS_IS_INQUIRY (self), NULL);

  return self->relation;
}

/**
 * vnus_inquiry_set_relation: (set-property relation)
 * @self: an inquiry
 * @relation: (nullable): the id of a relation, or `NULL` to choose none
 *
 * Chooses the relation that is asked about.
 *
 * Since: 0.1
 */
void
vnus_inquiry_set_relation (VnusInquiry *self,
                           const char  *relation)
{
  g_return_if_fail (VNUS_IS_INQUIRY (self));

  if (g_strcmp0 (self->relation, relation) == 0)
    return;

  g_free (self->relation);
  self->relation = g_strdup (relation);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RELATION]);
}

/* --- Asking --- */

static VnusChronicle *
get_view (VnusInquiry *self)
{
  if (self->view == NULL)
    self->view = _vnus_chronicle_ref_view (self->chronicle);

  return self->view;
}

/* What is in the chronicle, but not in the view: of that nothing can be said. */
static VnusFinding *
find_nothing (VnusAsk *ask)
{
  for (guint i = 0; i < VNUS_ASK_MAX_ARGUMENTS; i++)
    {
      VnusRecord *record = ask->arguments[i].record;
      VnusFinding *finding;
      VnusPhrase *sentence;

      if (record == NULL || _vnus_is_in_view (ask->view, vnus_record_get_id (record)))
        continue;

      finding = _vnus_ask_new_finding (ask);
      sentence = _vnus_phrase_new ("finding.not-in-view");
      _vnus_phrase_add_text (sentence, "id", vnus_record_get_id (record));
      _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
      _vnus_finding_set_sentence (finding, sentence);
      return _vnus_finding_seal (finding);
    }

  return NULL;
}

static VnusFinding *
ask_rule (VnusInquiry        *self,
          VnusChronicle      *view,
          const VnusRule     *rule,
          const char *const  *arguments,
          GError            **error)
{
  VnusAsk ask = { .rule = rule, .inquiry = self, .view = view, .standpoint = self->standpoint };
  VnusFinding *finding = NULL;

  if (_vnus_ask_read_arguments (&ask, arguments, error) && _vnus_ask_find_relation (&ask, error))
    {
      finding = find_nothing (&ask);
      if (finding == NULL)
        finding = rule->func (&ask, error);
    }
  _vnus_ask_clear (&ask);

  return finding;
}

static void
set_unknown_rule (GError     **error,
                  const char  *rule)
{
  g_auto (GStrv) rules = vnus_inquiry_list_rules ();
  g_auto (GStrv) nearest = _vnus_nearest (rule, (const char *const *) rules, 3);
  g_autofree char *names = g_strjoinv (", ", nearest);

  g_set_error (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_UNKNOWN_RULE,
               *names != '\0' ? "“%s” is no rule; the nearest are: %s" : "“%s” is no rule%s", _vnus_clip (rule).text, names);
}

/**
 * vnus_inquiry_ask:
 * @self: an inquiry
 * @rule: the id of a rule, such as `level-on`
 * @arguments: (nullable) (array zero-terminated=1): what [func@Vnus.Inquiry.get_rule_parameters] names, as text
 * @error: return location for an error
 *
 * Asks a question.
 *
 * Fails with [error@Vnus.InquiryError] if the question cannot be asked. That
 * nothing is known is no failure, but a finding.
 *
 * Returns: (transfer full): the finding
 *
 * Since: 0.1
 */
VnusFinding *
vnus_inquiry_ask (VnusInquiry        *self,
                  const char         *rule,
                  const char *const  *arguments,
                  GError            **error)
{
  static const char *const none[] = { NULL };
  const VnusRule *found;

  g_return_val_if_fail (VNUS_IS_INQUIRY (self), NULL);
  g_return_val_if_fail (self->chronicle != NULL, NULL);
  g_return_val_if_fail (rule != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  found = _vnus_rule_lookup (rule);
  if (found == NULL)
    {
      set_unknown_rule (error, rule);
      return NULL;
    }

  return ask_rule (self, get_view (self), found, arguments != NULL ? arguments : none, error);
}

/* --- The rules --- */

/**
 * vnus_inquiry_list_rules:
 *
 * Lists the rules.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, in the order of their documentation
 *
 * Since: 0.1
 */
char **
vnus_inquiry_list_rules (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const VnusRule *rule;

  for (guint i = 0; (rule = _vnus_rule_get_nth (i)) != NULL; i++)
    g_strv_builder_add (builder, rule->id);

  return g_strv_builder_end (builder);
}

/**
 * vnus_inquiry_get_rule_parameters:
 * @rule: the id of a rule
 *
 * Gets the names of the arguments that a rule takes, such as `RELATION DATE
 * [LADDER]`; what is in brackets may be left out.
 *
 * Returns: (nullable): the names, or `NULL` if there is no such rule
 *
 * Since: 0.1
 */
const char *
vnus_inquiry_get_rule_parameters (const char *rule)
{
  const VnusRule *found;

  g_return_val_if_fail (rule != NULL, NULL);

  found = _vnus_rule_lookup (rule);
  return found != NULL ? found->parameters : NULL;
}

static char *
dup_rule_text (const char *rule,
               const char *part,
               const char *language)
{
  g_autofree char *key = g_strconcat ("rule.", rule, ".", part, NULL);

  if (_vnus_rule_lookup (rule) == NULL || !_vnus_message_exists (language, key))
    return NULL;

  return _vnus_message_format (language, key, NULL, 0);
}

/**
 * vnus_inquiry_dup_rule_statement:
 * @rule: the id of a rule
 * @language: a language: `en` or `vi`
 *
 * Words what a rule asks.
 *
 * Returns: (transfer full) (nullable): the statement, or `NULL` if there is no such rule or language
 *
 * Since: 0.1
 */
char *
vnus_inquiry_dup_rule_statement (const char *rule,
                                 const char *language)
{
  g_return_val_if_fail (rule != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return dup_rule_text (rule, "statement", language);
}

/**
 * vnus_inquiry_dup_rule_formula:
 * @rule: the id of a rule
 * @language: a language: `en` or `vi`
 *
 * Words how a rule finds its answer, and when that is certain.
 *
 * Returns: (transfer full) (nullable): the formula, or `NULL` if there is no such rule or language
 *
 * Since: 0.1
 */
char *
vnus_inquiry_dup_rule_formula (const char *rule,
                               const char *language)
{
  g_return_val_if_fail (rule != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return dup_rule_text (rule, "formula", language);
}
