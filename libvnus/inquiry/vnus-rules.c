/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: the table of rules, and the reading of their arguments. What a rule
 * asks and how it answers are messages: rule.ID.statement, rule.ID.formula. */
#include "base/vnus-clip-private.h"
#include "inquiry/vnus-ask-private.h"

#include <string.h>

#include "base/vnus-compare-private.h"
#include "chronicle/vnus-chronicle-private.h"
#include "model/vnus-field-private.h"

static const VnusRule rules[] = {
  { "elapsed", "RECORD DATE UNIT", FALSE, _vnus_rule_elapsed },
  { "days", "EVENT", FALSE, _vnus_rule_days },
  { "anniversaries", "DATE", TRUE, _vnus_rule_anniversaries },
  { "coincide", "EVENT", TRUE, _vnus_rule_coincide },
  { "level-on", "RELATION DATE [LADDER]", FALSE, _vnus_rule_level_on },
  { "status-on", "EVENT DATE", FALSE, _vnus_rule_status_on },
  { "holder-on", "OFFICE DATE", FALSE, _vnus_rule_holder_on },
  { "in-force-on", "DATE [AGREEMENT] [PARTY]", TRUE, _vnus_rule_in_force_on },
  { "before", "RECORD RECORD|DATE", FALSE, _vnus_rule_before },
  { "count", "QUERY", FALSE, _vnus_rule_count },
  { "first-in-tenure", "VISIT", FALSE, _vnus_rule_first_in_tenure },
  { "first-of-office-since", "OFFICE HOST DATE", FALSE, _vnus_rule_first_of_office_since },
  { "rank-in-first-term", "VISIT DATE", FALSE, _vnus_rule_rank_in_first_term },
  { "contacts", "MONTHS DATE [RANK]", TRUE, _vnus_rule_contacts },
  { "members", "EVENT", FALSE, _vnus_rule_members },
  { "overlap", "EVENT MONTHS", FALSE, _vnus_rule_overlap },
  { "announced", "EVENT", FALSE, _vnus_rule_announced },
  { "last-session", "MECHANISM DATE", FALSE, _vnus_rule_last_session },
  { "next-session", "MECHANISM DATE", FALSE, _vnus_rule_next_session },
  { "growth", "INDICATOR PERIOD", FALSE, _vnus_rule_growth },
  { "ranking", "INDICATOR DATE", FALSE, _vnus_rule_ranking },
  { "dated", "SOURCE WORDS", FALSE, _vnus_rule_dated },
  { "conflicts", "[RECORD]", FALSE, _vnus_rule_conflicts },
  { "assertion", "ASSERTION", FALSE, _vnus_rule_assertion },
};

const VnusRule *
_vnus_rule_get_nth (guint position)
{
  return position < G_N_ELEMENTS (rules) ? &rules[position] : NULL;
}

const VnusRule *
_vnus_rule_lookup (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].id, id))
      return &rules[i];

  return NULL;
}

/* --- Reading one argument --- */

typedef struct _Parameter Parameter;

typedef gboolean (*ParameterReader) (const Parameter *parameter,
                                     VnusAsk         *ask,
                                     VnusArgument    *argument,
                                     GError         **error);

struct _Parameter
{
  const char      *name;
  ParameterReader  read;
  VnusKinds        kinds;    /* of an id */
  const char      *expected; /* in words */
};

static void
set_bad_argument (GError          **error,
                  const Parameter  *parameter,
                  const char       *text)
{
  g_set_error (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_BAD_ARGUMENT,
               "%s: “%s” is not %s", parameter->name, _vnus_clip (text).text, parameter->expected);
}

/* The ids of what may stand there, whether the view shows it or not. */
static char **
list_ids (VnusAsk   *ask,
          VnusKinds  kinds)
{
  GPtrArray *records = ask->view->base != NULL ? ask->view->base->records : _vnus_chronicle_get_records (ask->view);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (records, i);

      if (((1u << vnus_record_get_kind (record)) & kinds) != 0)
        g_strv_builder_add (builder, vnus_record_get_id (record));
    }

  return g_strv_builder_end (builder);
}

static void
set_unknown_id (GError          **error,
                const Parameter  *parameter,
                VnusAsk          *ask,
                const char       *text)
{
  g_auto (GStrv) ids = list_ids (ask, parameter->kinds);
  g_auto (GStrv) nearest = _vnus_nearest (text, (const char *const *) ids, 3);
  g_autofree char *names = g_strjoinv (", ", nearest);

  g_set_error (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_UNKNOWN_ID,
               *names != '\0' ? "%s: no record has the id “%s”; the nearest are: %s" : "%s: no record has the id “%s”%s",
               parameter->name, _vnus_clip (text).text, names);
}

/* What the view hides is found too, so that it is no error to ask about it. */
static VnusRecord *
find_record (VnusAsk    *ask,
             const char *id)
{
  VnusRecord *record = vnus_chronicle_lookup (ask->view, id);

  return record != NULL ? record : _vnus_chronicle_lookup_base (ask->view, id);
}

static gboolean
read_record (const Parameter  *parameter,
             VnusAsk          *ask,
             VnusArgument     *argument,
             GError          **error)
{
  VnusRecord *record = find_record (ask, argument->text);

  if (record == NULL)
    {
      set_unknown_id (error, parameter, ask, argument->text);
      return FALSE;
    }
  if (((1u << vnus_record_get_kind (record)) & parameter->kinds) == 0)
    {
      g_set_error (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_WRONG_KIND,
                   "%s: “%s” is of kind “%s”, not %s", parameter->name, argument->text,
                   vnus_kind_to_string (vnus_record_get_kind (record)), parameter->expected);
      return FALSE;
    }

  argument->record = record;
  return TRUE;
}

static gboolean
read_date (const Parameter  *parameter,
           VnusAsk          *ask,
           VnusArgument     *argument,
           GError          **error)
{
  g_autoptr (GError) reason = NULL;

  argument->date = vnus_date_parse (argument->text, &reason);
  if (argument->date != NULL)
    return TRUE;

  g_set_error (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_BAD_ARGUMENT, "%s: %s", parameter->name, reason->message);
  return FALSE;
}

/* An id begins with a letter as a rule, a date never. */
static gboolean
read_record_or_date (const Parameter  *parameter,
                     VnusAsk          *ask,
                     VnusArgument     *argument,
                     GError          **error)
{
  if (g_ascii_isalpha (argument->text[0]) || find_record (ask, argument->text) != NULL)
    return read_record (parameter, ask, argument, error);

  return read_date (parameter, ask, argument, error);
}

static gboolean
read_months (const Parameter  *parameter,
             VnusAsk          *ask,
             VnusArgument     *argument,
             GError          **error)
{
  guint64 months;

  if (!g_ascii_string_to_unsigned (argument->text, 10, 1, 12000, &months, NULL))
    {
      set_bad_argument (error, parameter, argument->text);
      return FALSE;
    }

  argument->number = (int) months;
  return TRUE;
}

static gboolean
read_enum (const Parameter  *parameter,
           GType             type,
           VnusArgument     *argument,
           GError          **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *value = g_enum_get_value_by_nick (klass, argument->text);

  if (value == NULL || value->value == 0)
    {
      set_bad_argument (error, parameter, argument->text);
      return FALSE;
    }

  argument->number = value->value;
  return TRUE;
}

static gboolean
read_unit (const Parameter  *parameter,
           VnusAsk          *ask,
           VnusArgument     *argument,
           GError          **error)
{
  return read_enum (parameter, VNUS_TYPE_DATE_UNIT, argument, error);
}

static gboolean
read_rank (const Parameter  *parameter,
           VnusAsk          *ask,
           VnusArgument     *argument,
           GError          **error)
{
  return read_enum (parameter, VNUS_TYPE_RANK, argument, error);
}

static gboolean
read_text (const Parameter  *parameter,
           VnusAsk          *ask,
           VnusArgument     *argument,
           GError          **error)
{
  if (*argument->text == '\0')
    {
      set_bad_argument (error, parameter, argument->text);
      return FALSE;
    }

  return TRUE;
}

static const Parameter parameters[] = {
  { "RECORD", read_record, VNUS_KINDS_ANY, "a record" },
  { "RECORD|DATE", read_record_or_date, VNUS_KINDS_ANY, "a record" },
  { "EVENT", read_record, VNUS_KINDS_EVENTS, "an event" },
  { "VISIT", read_record, VNUS_KINDS (VISIT), "a visit" },
  { "RELATION", read_record, VNUS_KINDS (RELATION), "a relation" },
  { "OFFICE", read_record, VNUS_KINDS (OFFICE), "an office" },
  { "HOST", read_record, VNUS_KINDS_BODIES, "a state or an organization" },
  { "PARTY", read_record, VNUS_KINDS_BODIES, "a state or an organization" },
  { "AGREEMENT", read_record, VNUS_KINDS (AGREEMENT), "an agreement" },
  { "INDICATOR", read_record, VNUS_KINDS (INDICATOR), "an indicator" },
  { "MECHANISM", read_record, VNUS_KINDS (MECHANISM), "a mechanism" },
  { "ASSERTION", read_record, VNUS_KINDS (ASSERTION), "an assertion" },
  { "SOURCE", read_record, VNUS_KINDS (SOURCE), "a source" },
  { "DATE", read_date, 0, "a date" },
  { "PERIOD", read_date, 0, "a date" },
  { "MONTHS", read_months, 0, "a number of months from 1 to 12000" },
  { "UNIT", read_unit, 0, "one of years, months, days" },
  { "RANK", read_rank, 0, "a rank of an office, such as foreign-minister" },
  { "LADDER", read_text, 0, "a ladder of levels" },
  { "QUERY", read_text, 0, "a query" },
  { "WORDS", read_text, 0, "a date as a source words it" },
};

/* --- Reading all of them --- */

static const Parameter *
lookup_parameter (const char *name,
                  gboolean   *optional)
{
  gsize length = strlen (name);

  *optional = name[0] == '[';
  if (*optional)
    {
      name++;
      length -= 2;
    }

  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    if (strlen (parameters[i].name) == length && strncmp (parameters[i].name, name, length) == 0)
      return &parameters[i];

  g_return_val_if_reached (NULL);
}

static void
set_wrong_number (GError  **error,
                  VnusAsk  *ask,
                  guint     n)
{
  g_set_error (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_WRONG_NUMBER,
               "“%s” takes the arguments %s; %u were given", ask->rule->id, ask->rule->parameters, n);
}

/* Whether @text rather belongs to the parameter that comes after @parameter. */
static gboolean
is_of_another_kind (const Parameter *parameter,
                    VnusAsk         *ask,
                    const char      *text)
{
  VnusRecord *record = parameter->read == read_record ? find_record (ask, text) : NULL;

  return record != NULL && ((1u << vnus_record_get_kind (record)) & parameter->kinds) == 0;
}

gboolean
_vnus_ask_read_arguments (VnusAsk            *ask,
                          const char *const  *texts,
                          GError            **error)
{
  g_auto (GStrv) names = g_strsplit (ask->rule->parameters, " ", -1);
  guint n_texts = g_strv_length ((char **) texts), used = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean optional;
      const Parameter *parameter = lookup_parameter (names[i], &optional);
      VnusArgument *argument = &ask->arguments[i];

      if (used == n_texts)
        {
          if (optional)
            continue;
          set_wrong_number (error, ask, n_texts);
          return FALSE;
        }
      if (optional && names[i + 1] != NULL && n_texts - used == 1 && is_of_another_kind (parameter, ask, texts[used]))
        continue;

      argument->text = texts[used++];
      if (!parameter->read (parameter, ask, argument, error))
        return FALSE;
    }

  if (used < n_texts)
    {
      set_wrong_number (error, ask, n_texts);
      return FALSE;
    }

  return TRUE;
}

void
_vnus_ask_clear (VnusAsk *ask)
{
  for (guint i = 0; i < VNUS_ASK_MAX_ARGUMENTS; i++)
    g_clear_pointer (&ask->arguments[i].date, vnus_date_unref);
}

VnusFinding *
_vnus_ask_new_finding (VnusAsk *ask)
{
  VnusFinding *finding = _vnus_finding_new (ask->view, ask->rule->id);

  _vnus_finding_set_standpoint (finding, ask->standpoint);
  return finding;
}
