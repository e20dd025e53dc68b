/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule that chooses among the claims on a field: every ground of it. */
#include "chronicle-text.h"

#include "chronicle/vnus-compatible-private.h"

/* Sources of every sort that the rule tells apart. */
#define SOURCES \
  "{'kind':'source','id':'one','published':'2023-01-10','source-type':'press','family':'first'}," \
  "{'kind':'source','id':'two','published':'2023-02-10','source-type':'press','family':'second'}," \
  "{'kind':'source','id':'three','published':'2023-03-10','source-type':'press','family':'third'}," \
  "{'kind':'source','id':'one-again','published':'2023-04-10','source-type':'press','family':'first'}," \
  "{'kind':'source','id':'copy','published':'2023-04-10','source-type':'press','derived-from':'one'}," \
  "{'kind':'source','id':'copy-of-copy','published':'2023-04-11','source-type':'press','derived-from':'copy'}," \
  "{'kind':'source','id':'translation','published':'2023-04-10','source-type':'press','translation-of':'two'}," \
  "{'kind':'source','id':'loop-a','published':'2023-04-10','derived-from':'loop-b'}," \
  "{'kind':'source','id':'loop-b','published':'2023-04-10','derived-from':'loop-a'}," \
  "{'kind':'source','id':'official','published':'2022-12-10','source-type':'official'}," \
  "{'kind':'source','id':'register','published':'2022-12-11','source-type':'register'}," \
  "{'kind':'source','id':'vague','published':'2023','source-type':'press'}," \
  "{'kind':'source','id':'undated','source-type':'press'}"

typedef struct
{
  const char *name;
  const char *kind;
  const char *field;
  const char *own;       /* as in a document, or NULL */
  const char *citations; /* as in a document */
  const char *expected;  /* "value: standing" each, then the ground */
} Case;

#define V(source, value) "{'source':'" source "','field':'when','value':'" value "'}"
#define D(source, value) "{'source':'" source "','field':'during','value':'" value "'}"
#define R(source, value, rank) "{'source':'" source "','field':'when','value':'" value "','rank':'" rank "'}"
#define W(source) "{'source':'" source "'}"
#define S(source, value) "{'source':'" source "','field':'status','value':'" value "'}"
#define K(source, value, known) \
  "{'source':'" source "','field':'status','value':'" value "','known':'" known "'}"

static const Case cases[] = {
  /* Nothing to choose */
  { "own-alone", "meeting", "when", "'2023-04'", W ("one"), "2023-04: chosen; alone" },
  { "one-source", "meeting", "when", NULL, V ("one", "2023-04-10"), "2023-04-10: chosen; alone" },
  { "two-sources-say-the-same", "meeting", "when", NULL, V ("one", "2023-04-10") "," V ("two", "2023-04-10"),
    "2023-04-10: chosen; alone" },
  { "no-claim", "meeting", "when", NULL, W ("one"), "" },
  { "value-replaces-whole-backing", "meeting", "when", "'2023-04'", W ("one") "," V ("one", "2023-05"),
    "2023-04: rival, 2023-05: chosen; families" },

  /* Refinements */
  { "day-refines-month", "meeting", "when", "'2023-04'", W ("one") "," V ("two", "2023-04-10"),
    "2023-04: refined, 2023-04-10: chosen; precise" },
  { "month-does-not-blur-day", "meeting", "when", "'2023-04-10'", W ("one") "," V ("two", "2023-04"),
    "2023-04-10: chosen, 2023-04: refined; precise" },
  { "stay-tells-more-than-its-day", "visit", "when", "'2023-09-10'", W ("one") "," V ("two", "2023-09-10/2023-09-11"),
    "2023-09-10: refined, 2023-09-10/2023-09-11: chosen; precise" },
  { "closed-end-refines-open-end", "visit", "when", "'2013-07-25/..'", W ("one") "," V ("two", "2013-07-25/2023-09-10"),
    "2013-07-25/..: refined, 2013-07-25/2023-09-10: chosen; precise" },
  { "doubted-day-does-not-refine", "meeting", "when", "'2022-11'", W ("one") "," V ("two", "2022-11-12?"),
    "2022-11: chosen, 2022-11-12?: refined; precise" },
  { "doubted-day-is-excluded-all-the-same", "meeting", "when", "'2022-11'",
    W ("one") "," V ("two", "2022-11-12?") "," V ("three", "2022-11-18"),
    "2022-11: refined, 2022-11-12?: rival, 2022-11-18: chosen; precise" },
  { "vague-source-does-not-outvote", "meeting", "when", "'2023-04-10'",
    W ("one") "," V ("two", "2023-04") "," V ("three", "2023"),
    "2023-04-10: chosen, 2023-04: refined, 2023: refined; precise" },

  /* The ends of intervals */
  { "ends-apart", "stage", "during", "'2013-07/..'",
    W ("one") "," D ("two", "2013-07-25/..") "," D ("three", "2013-07/2023-09-10"),
    "2013-07/..: refined, 2013-07-25/..: part, 2013-07/2023-09-10: part, 2013-07-25/2023-09-10: chosen; precise" },
  { "ends-apart-as-one-says", "stage", "during", "'2013-07/2023'",
    W ("one") "," D ("two", "2013-07-25/2023-09-10") "," D ("three", "2013/2023-09-10"),
    "2013-07/2023: refined, 2013-07-25/2023-09-10: chosen, 2013/2023-09-10: refined; precise" },
  { "unknown-end-is-refined", "stage", "during", "'2013-07-25/'", W ("one") "," D ("two", "2013/2023-09"),
    "2013-07-25/: part, 2013/2023-09: part, 2013-07-25/2023-09: chosen; precise" },
  { "open-start-is-refined", "stage", "during", "'../2023-09-10'", W ("one") "," D ("two", "2013/2023"),
    "../2023-09-10: part, 2013/2023: part, 2013/2023-09-10: chosen; precise" },
  { "doubted-end-refines-nothing", "stage", "during", "'2013-07/2023-09'", W ("one") "," D ("two", "2013-07-25/2023-09-10?"),
    "2013-07/2023-09: part, 2013-07-25/2023-09-10?: part, 2013-07-25/2023-09: chosen; precise" },
  { "rival-starts-one-end", "stage", "during", NULL,
    D ("one", "2013-07-24/2023-09-10") "," D ("two", "2013-07-25/..") "," D ("three", "2013-07-25/2023"),
    "2013-07-24/2023-09-10: rival, 2013-07-25/..: part, 2013-07-25/2023: refined, 2013-07-25/2023-09-10: chosen; families" },
  { "rival-starts-tie", "stage", "during", "'2013-07-24/..'",
    W ("one-again") "," D ("copy", "2013-07-25/2023-09-10"),
    "2013-07-24/..: part, 2013-07-25/2023-09-10: rival, 2013-07-24/2023-09-10: chosen; tie" },
  { "ends-that-exclude-each-other", "stage", "during", NULL, D ("one", "2020/..") "," D ("two", "../2013"),
    "2020/..: rival, ../2013: chosen; latest" },
  { "day-of-a-stay-in-two-parts", "stage", "during", "'2013-07-26'",
    W ("one") "," D ("two", "2013-07-25/..") "," D ("three", "2013-07/2023-09-10"),
    "2013-07-26: refined, 2013-07-25/..: part, 2013-07/2023-09-10: part, 2013-07-25/2023-09-10: chosen; precise" },
  { "day-outside-of-one", "stage", "during", NULL,
    D ("one", "2013-07-24") "," D ("two", "2013-07-25/..") "," D ("three", "2013-07/2023-09-10"),
    "2013-07-24: rival, 2013-07-25/..: part, 2013-07/2023-09-10: part, 2013-07-25/2023-09-10: chosen; families" },

  { "day-against-intervals", "stage", "during", NULL,
    D ("two", "2013-07-24") "," D ("three", "2013-07-24") "," D ("copy", "2013-07-25/..") "," D ("one", "2013-07/2023-09-10"),
    "2013-07-24: chosen, 2013-07-25/..: rival, 2013-07/2023-09-10: rival; families" },

  /* Rivals: an editor's preference */
  { "preferred", "meeting", "when", "'2023-04-10'",
    W ("one") "," V ("two", "2023-04-10") "," R ("three", "2023-04-11", "preferred"),
    "2023-04-10: rival, 2023-04-11: chosen; preferred" },
  { "preferred-vague-is-refined-where-all-agree", "meeting", "when", NULL,
    R ("one", "2023-04", "preferred") "," V ("two", "2023-04-10") "," V ("three", "2023-05"),
    "2023-04: refined, 2023-04-10: chosen, 2023-05: rival; preferred" },
  { "preferred-vague-stays-above-rivals", "meeting", "when", NULL,
    R ("one", "2022-11", "preferred") "," V ("two", "2022-11-12") "," V ("three", "2022-11-18"),
    "2022-11: chosen, 2022-11-12: rival, 2022-11-18: rival; preferred" },
  { "two-preferred", "meeting", "when", NULL,
    R ("one", "2023-04-10", "preferred") "," R ("two", "2023-04-11", "preferred") "," V ("three", "2023-04-12"),
    "2023-04-10: rival, 2023-04-11: chosen, 2023-04-12: rival; latest" },

  /* Rivals: independent families */
  { "families", "meeting", "when", NULL,
    V ("official", "2023-04-10") "," V ("one", "2023-04-11") "," V ("two", "2023-04-11"),
    "2023-04-10: rival, 2023-04-11: chosen; families" },
  { "family-counts-once", "meeting", "when", NULL,
    V ("two", "2023-04-10") "," V ("three", "2023-04-10") "," V ("one", "2023-04-11") "," V ("one-again", "2023-04-11"),
    "2023-04-10: chosen, 2023-04-11: rival; families" },
  { "copies-count-once", "meeting", "when", NULL,
    V ("two", "2023-04-10") "," V ("three", "2023-04-10") "," V ("one", "2023-04-11") "," V ("copy", "2023-04-11") ","
    V ("copy-of-copy", "2023-04-11"),
    "2023-04-10: chosen, 2023-04-11: rival; families" },
  { "translation-counts-once", "meeting", "when", NULL,
    V ("two", "2023-04-10") "," V ("translation", "2023-04-10") "," V ("one", "2023-04-11") "," V ("three", "2023-04-11"),
    "2023-04-10: rival, 2023-04-11: chosen; families" },
  { "circle-of-copies-ends", "meeting", "when", NULL,
    V ("loop-a", "2023-04-10") "," V ("one", "2023-04-11") "," V ("two", "2023-04-11"),
    "2023-04-10: rival, 2023-04-11: chosen; families" },
  { "vague-claim-lends-to-all-it-allows", "meeting", "when", NULL,
    V ("one", "2023-04-10") "," V ("two", "2023-05-10") "," V ("three", "2023-04"),
    "2023-04-10: chosen, 2023-05-10: rival, 2023-04: refined; families" },
  { "conflict-under-a-vague-claim-is-seen", "meeting", "when", NULL,
    V ("one", "2023-04") "," V ("two", "2023-05") "," V ("three", "2023"),
    "2023-04: rival, 2023-05: chosen, 2023: refined; latest" },

  /* Rivals: primary sources, then the latest */
  { "official-before-report", "meeting", "when", NULL, V ("three", "2023-04-10") "," V ("official", "2023-04-11"),
    "2023-04-10: rival, 2023-04-11: chosen; primary" },
  { "register-before-report", "meeting", "when", NULL, V ("register", "2023-04-11") "," V ("three", "2023-04-10"),
    "2023-04-11: chosen, 2023-04-10: rival; primary" },
  { "latest", "meeting", "when", NULL, V ("three", "2023-04-10") "," V ("one", "2023-04-11"),
    "2023-04-10: chosen, 2023-04-11: rival; latest" },
  { "vague-publication-is-not-later", "meeting", "when", "'2023-04-10'", W ("three") "," V ("vague", "2023-04-11"),
    "2023-04-10: chosen, 2023-04-11: rival; tie" },
  { "undated-publication-is-not-later", "meeting", "when", "'2023-04-10'", W ("three") "," V ("undated", "2023-04-11"),
    "2023-04-10: chosen, 2023-04-11: rival; tie" },

  /* Ties */
  { "tie-keeps-own", "meeting", "when", "'2023-04-11'", V ("one-again", "2023-04-10") "," W ("copy"),
    "2023-04-11: chosen, 2023-04-10: rival; tie" },
  { "tie-without-own", "meeting", "when", NULL, V ("one-again", "2023-04-10") "," V ("copy", "2023-04-11"),
    "2023-04-10: chosen, 2023-04-11: rival; tie" },
  { "tie-keeps-own-that-all-allow", "meeting", "when", "'2023-04'",
    W ("one") "," V ("one-again", "2023-04-10") "," V ("copy", "2023-04-11"),
    "2023-04: chosen, 2023-04-10: rival, 2023-04-11: rival; tie" },

  /* Deprecated claims */
  { "deprecated-is-listed", "meeting", "when", "'2023-04-10'", W ("one") "," R ("official", "2023-04-11", "deprecated"),
    "2023-04-10: chosen, 2023-04-11: deprecated; alone" },
  { "deprecated-alone-is-not-chosen", "meeting", "when", NULL, R ("one", "2023-04-11", "deprecated"),
    "2023-04-11: deprecated" },
  { "deprecated-backing-does-not-count", "meeting", "when", NULL,
    V ("official", "2023-04-10") "," V ("one", "2023-04-11") "," R ("two", "2023-04-11", "deprecated"),
    "2023-04-10: chosen, 2023-04-11: rival; primary" },

  /* A status is a series */
  { "status-latest", "visit", "status", "'announced'", S ("one", "announced") "," S ("three", "postponed"),
    "announced: superseded, postponed: chosen; latest-status" },
  { "status-order-of-citations-is-free", "visit", "status", NULL,
    K ("three", "held", "2023-09-11") "," K ("one", "announced", "2023-08-29") "," K ("two", "confirmed", "2023-09-01"),
    "held: chosen, announced: superseded, confirmed: superseded; latest-status" },
  { "status-held-although-report-is-vague", "visit", "status", "'held'",
    K ("one", "held", "2023-09-11") "," K ("vague", "announced", "2023-09"),
    "held: chosen, announced: superseded; latest-status" },
  { "status-cancelled-after-announced", "visit", "status", "'announced'",
    K ("one", "announced", "2023-08-29") "," K ("two", "cancelled", "2023-09-01"),
    "announced: superseded, cancelled: chosen; latest-status" },
  { "status-announced-again", "visit", "status", NULL,
    K ("one", "announced", "2023-08-01") "," K ("one", "postponed", "2023-08-10") "," K ("one", "announced", "2023-08-20"),
    "announced: chosen, postponed: superseded; latest-status" },
  { "status-held-against-cancelled", "visit", "status", NULL,
    K ("vague", "held", "2023-09") "," K ("undated", "cancelled", "2023-09"),
    "held: chosen, cancelled: rival; tie" },
  { "status-sourced-before-unsourced", "visit", "status", "'held'", K ("one", "announced", "2023-08-29"),
    "held: superseded, announced: chosen; latest-status" },

  /* Other types */
  { "reference-rivals", "visit", "host", "'vn'",
    W ("one") ",{'source':'two','field':'host','value':'us'},{'source':'three','field':'host','value':'us'}",
    "vn: rival, us: chosen; families" },
  { "integer-rivals", "meeting", "ordinal", "3", W ("one") ",{'source':'official','field':'ordinal','value':4}",
    "3: rival, 4: chosen; primary" },
  { "amount-refinement", "observation", "amount", "{'number':'123','bound':'more-than','unit':'USD'}",
    W ("one") ",{'source':'two','field':'amount','value':{'number':'123.86','unit':'USD'}}",
    "more-than 123 USD: refined, 123.86 USD: chosen; precise" },
  { "text-refinement", "office", "portfolio", "{'en':'Climate'}",
    W ("one") ",{'source':'two','field':'portfolio','value':{'en':'Climate','vi':'Khí hậu'}}",
    "en: Climate: refined, en: Climate; vi: Khí hậu: chosen; precise" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *own = c->own != NULL ? g_strdup_printf ("'%s':%s,", c->field, c->own) : g_strdup ("");
  g_autofree char *records =
    g_strdup_printf (SOURCES ",{'kind':'%s','id':'subject',%s'citations':[%s]}", c->kind, own, c->citations);
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (records);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GEnumClass) standings = g_type_class_ref (VNUS_TYPE_CLAIM_STANDING);
  g_autoptr (GEnumClass) grounds = g_type_class_ref (VNUS_TYPE_CLAIM_GROUND);
  const char *ground = NULL;
  gsize n_claims;
  VnusClaim **claims = vnus_chronicle_list_claims (chronicle, "subject", c->field, &n_claims);
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, NULL, NULL);
  g_autoptr (VnusValue) resolved = vnus_record_dup_value (vnus_chronicle_lookup (view, "subject"), c->field);
  gboolean was_chosen = FALSE;

  for (gsize i = 0; i < n_claims; i++)
    {
      g_autofree char *value = vnus_value_to_string (vnus_claim_get_value (claims[i]));
      VnusClaimStanding standing = vnus_claim_get_standing (claims[i]);

      g_string_append_printf (found, "%s%s: %s", i > 0 ? ", " : "", value,
                              g_enum_get_value (standings, standing)->value_nick);
      g_assert_true ((vnus_claim_get_ground (claims[i]) != VNUS_CLAIM_GROUND_UNSET) ==
                     (standing == VNUS_CLAIM_STANDING_CHOSEN));
      if (standing == VNUS_CLAIM_STANDING_CHOSEN)
        {
          g_assert_false (was_chosen);
          was_chosen = TRUE;
          ground = g_enum_get_value (grounds, vnus_claim_get_ground (claims[i]))->value_nick;
          g_assert_true (vnus_value_equal (resolved, vnus_claim_get_value (claims[i])));
        }
      vnus_claim_unref (claims[i]);
    }
  g_free (claims);

  if (ground != NULL)
    g_string_append_printf (found, "; %s", ground);
  g_assert_true (was_chosen == (resolved != NULL));
  g_assert_cmpstr (found->str, ==, c->expected);
}

/* Values that can both be true */

static VnusValue *
parse_amount (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);
  g_autoptr (GEnumClass) bounds = g_type_class_ref (VNUS_TYPE_BOUND);
  GEnumValue *bound = g_enum_get_value_by_nick (bounds, parts[0]);
  g_autoptr (VnusAmount) amount =
    vnus_amount_parse (bound != NULL ? parts[1] : parts[0], bound != NULL ? bound->value : VNUS_BOUND_EXACT, NULL, NULL);

  return vnus_value_new_amount (amount);
}

static VnusValue *
parse_date (const char *text)
{
  g_autoptr (VnusDate) date = vnus_date_parse (text, NULL);

  return vnus_value_new_date (date);
}

/* @order: > if the first is more precise, < if the second is, = if neither, ! if
 * they exclude each other. */
static void
assert_order (VnusValue *a,
              VnusValue *b,
              char       order)
{
  g_assert_true (_vnus_values_agree (a, b, VNUS_ASPECT_WHOLE) == (order != '!'));
  g_assert_true (_vnus_values_agree (b, a, VNUS_ASPECT_WHOLE) == (order != '!'));
  if (order == '!')
    return;

  g_assert_true (_vnus_value_is_more_precise (a, b, VNUS_ASPECT_WHOLE) == (order == '>'));
  g_assert_true (_vnus_value_is_more_precise (b, a, VNUS_ASPECT_WHOLE) == (order == '<'));
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *a;
    char        order;
    const char *b;
  } table[] = {
    { "5", '=', "5" },          { "5", '=', "5.0" },
    { "5", '!', "6" },          { "5", '>', "at-least 5" },
    { "5", '!', "more-than 5" }, { "6", '>', "more-than 5" },
    { "5", '>', "at-most 5" },  { "5", '!', "less-than 5" },
    { "at-least 5", '<', "more-than 5" },
    { "more-than 5", '<', "more-than 6" },
    { "at-most 7", '<', "less-than 7" },
    { "less-than 5", '!', "more-than 5" },
    { "at-most 5", '!', "more-than 5" },
    { "at-most 5", '=', "at-least 5" },
    { "about 120", '<', "115" }, { "about 120", '!', "114" },
    { "about 120", '!', "126" }, { "about 120", '<', "125" },
    { "about 120.0", '!', "121" }, { "about 100", '<', "149" },
    { "about 0", '<', "0.5" },  { "about 7", '>', "at-least 7" },
    { "-5", '!', "more-than 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (VnusValue) a = parse_amount (table[i].a);
      g_autoptr (VnusValue) b = parse_amount (table[i].b);

      assert_order (a, b, table[i].order);
    }

  {
    g_autoptr (VnusAmount) dollars = vnus_amount_parse ("5", VNUS_BOUND_EXACT, "USD", NULL);
    g_autoptr (VnusAmount) dong = vnus_amount_parse ("5", VNUS_BOUND_AT_LEAST, "VND", NULL);
    g_autoptr (VnusValue) a = vnus_value_new_amount (dollars);
    g_autoptr (VnusValue) b = vnus_value_new_amount (dong);

    assert_order (a, b, '!');
  }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *a;
    char        order;
    const char *b;
  } table[] = {
    { "2023-04-10", '=', "2023-04-10" },
    { "2023-04-10", '!', "2023-04-11" },
    { "2023-04-10", '>', "2023-04" },
    { "2023-04", '>', "2023" },
    { "2023-04", '!', "2023-05" },
    { "[2022-11-12,2022-11-18]", '<', "2022-11-18" },
    { "[2022-11-12,2022-11-18]", '!', "2022-11-15" },
    { "2023-09-10/2023-09-11", '>', "2023-09-11" },
    { "2023-09-10/2023-09-11", '!', "2023-09-12" },
    { "2023-09-10/2023-09-11", '!', "2023-09-10/2023-09-12" },
    { "2023-09-10/2023-09-11", '>', "2023-09/2023-09" },
    { "1976/..", '<', "1976-07-02/.." },
    { "1976/..", '<', "1976/1990" },
    { "1976/..", '!', "1977/.." },
    { "1977/..", '!', "../1976" },
    { "1976/..", '=', "../1976" },
    { "../1976", '<', "1954/1976" },
    { "2009-01-20/", '<', "2009-01-20/2017-01-20" },
    { "2023-04-10~", '=', "2023-04-10" },
    { "2022-11-12?", '<', "2022-11" },
    { "2022-11-12?", '>', "2022-11?" },
    { "2022-11-12?", '!', "2022-11-18" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (VnusValue) a = parse_date (table[i].a);
      g_autoptr (VnusValue) b = parse_date (table[i].b);

      g_test_message ("%s %c %s", table[i].a, table[i].order, table[i].b);
      assert_order (a, b, table[i].order);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/resolution/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/vnus/compatible/amounts", test_amounts);
  g_test_add_func ("/vnus/compatible/dates", test_dates);

  return g_test_run ();
}
