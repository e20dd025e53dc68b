/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "brief-helpers.h"

#include "brief/brief-private.h"

/* ---- What is there and what is not ---- */

static void
test_sections (void)
{
  static const char *const expected[] = {
    "headline", "visit", "occasion", "significance", "programme", "delegation", "guest", "course", "earlier-visits",
    "contacts", "delegations", "mechanisms", "agreements", "cooperation", "figures", "positions", "notes",
  };
  g_autoptr (VnusBrief) brief = make_brief (SUBJECT, "2023-08-29", NULL, NULL);
  GListModel *sections = vnus_brief_get_sections (brief);

  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, 0);
  compose (brief);
  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (VnusBriefSection) section = g_list_model_get_item (sections, i);
      g_autofree char *title = vnus_brief_section_dup_title (section, "vi");

      g_assert_cmpstr (vnus_brief_section_get_id (section), ==, expected[i]);
      g_assert_cmpstr (title, !=, "");
      g_assert_null (vnus_brief_section_dup_title (section, "tlh"));
    }
}

static void
test_hidden_delegation (void)
{
  g_autoptr (VnusBrief) then = make_brief (SUBJECT, "2023-08-29", "2023-08-29", NULL);
  g_autoptr (VnusBrief) later = make_brief (SUBJECT, "2023-08-29", "2023-09-10", NULL);

  compose (then);
  compose (later);
  g_assert_false (has_section (then, "delegation"));
  g_assert_false (has_section (then, "outcomes"));
  g_assert_true (has_section (later, "delegation"));
}

/* ---- Words ---- */

static void
test_banned (void)
{
  static const char *const banned[] = {
    "thứ nhì", "Thư ký Nhà nước", "chuyến thăm được diễn ra", "đối tác toàn diện hợp tác", "tử sĩ", "thành công tốt đẹp",
    "[brief.",
  };
  g_autoptr (VnusBrief) brief = make_brief (SUBJECT, "2023-09-20", NULL, NULL);
  g_autofree char *words = all_words (brief, "vi");

  for (guint i = 0; i < G_N_ELEMENTS (banned); i++)
    g_assert_null (strstr (words, banned[i]));
}

/* What is no quotation in the language being written has no quotation marks. */
static void
test_quotation_marks (void)
{
  g_autoptr (VnusBrief) brief = make_brief (SUBJECT, "2023-09-20", NULL, NULL);
  g_autofree char *words = NULL;

  vnus_brief_set_annex (brief, FALSE);
  words = all_words (brief, "en");
  g_assert_null (strstr (words, "“"));
}

/* ---- What must never be ---- */

static VnusDate *
public_since (VnusCitation *citation)
{
  VnusRecord *source = vnus_chronicle_lookup (chronicle, vnus_citation_get_source (citation));

  return vnus_citation_get_known (citation) != NULL ? vnus_citation_get_known (citation)
                                                    : vnus_source_get_published (VNUS_SOURCE (source));
}

typedef struct
{
  VnusDate *standpoint;
  VnusDate *known_on;
  guint     n_items;
} Limits;

static gboolean
is_told_as_past (const char *topic)
{
  static const char *const topics[] = {
    "contact", "delegations", "delegation-list", "sessions", "programmes", "earlier-visits", "earlier-occasion",
    "outcome", "restriction", "figures", "course", "guest-contact", "guest-met", "guest-stays", "guest-statement",
    "agreements-made",
  };

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (topics[i], topic))
      return TRUE;

  return FALSE;
}

/* Words with which a language tells of a visit or a meeting as done. */
static gboolean
says_done (const char        *sentence,
           const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (sentence, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static const char *const done_words[] = {
  " visited ", " met ", " paid a ", " lasted ", " took place", " included ", " was in ", "held", NULL
};
static const char *const done_words_vi[] = { " đã thăm ", " đã gặp ", " đã diễn ra", "đã được tổ chức", NULL };

static VnusDate *
time_of (VnusRecord *record)
{
  if (VNUS_IS_EVENT (record))
    return vnus_event_get_when (VNUS_EVENT (record));
  if (VNUS_IS_STAGE (record))
    return NULL; /* goes on: its start is what is told */
  if (VNUS_IS_OBSERVATION (record))
    return vnus_observation_get_period (VNUS_OBSERVATION (record));

  return NULL;
}

static void
check_past (VnusFinding *item,
            VnusRecord  *record,
            Limits      *limits)
{
  const char *topic = vnus_finding_get_rule (item);
  VnusDate *when = time_of (record);
  g_autofree char *sentence = NULL;
  g_autofree char *vietnamese = NULL;

  if (when == NULL || vnus_date_get_earliest_end (when) <= vnus_date_get_latest_end (limits->standpoint))
    return;

  if (is_told_as_past (topic))
    g_error ("“%s” of the topic %s ends after the standpoint %s", vnus_record_get_id (record), topic,
             vnus_date_get_text (limits->standpoint));
  if (g_str_equal (topic, "visit") || g_str_equal (topic, "meeting") || g_str_equal (topic, "duration"))
    {
      sentence = vnus_finding_dup_sentence (item, "en");
      vietnamese = vnus_finding_dup_sentence (item, "vi");
      if (says_done (sentence, done_words) || says_done (vietnamese, done_words_vi))
        g_error ("on %s: %s %s", vnus_date_get_text (limits->standpoint), sentence, vietnamese);
    }
}

static void
check_item (const char  *section,
            VnusFinding *item,
            gpointer     user_data)
{
  Limits *limits = user_data;
  g_autofree char *english = vnus_finding_dup_sentence (item, "en");
  g_autofree char *vietnamese = vnus_finding_dup_sentence (item, "vi");
  guint n_citations = 0;

  g_assert_cmpstr (english, !=, "");
  g_assert_cmpstr (vietnamese, !=, "");
  g_assert_null (strstr (english, "[brief."));
  g_assert_null (strstr (vietnamese, "[brief."));
  for (guint i = 0; i < _vnus_finding_get_n_evidence (item); i++)
    {
      VnusEvidence *evidence = _vnus_finding_get_evidence (item, i);
      g_autoptr (GPtrArray) citations = _vnus_finding_list_citations (item, evidence);

      for (guint j = 0; j < citations->len; j++)
        {
          VnusDate *since = public_since (g_ptr_array_index (citations, j));

          if (limits->known_on != NULL && since != NULL &&
              vnus_date_is_not_after (since, limits->known_on) == VNUS_TRUTH_NO)
            g_error ("known on %s: %s rests on what became known on %s", vnus_date_get_text (limits->known_on), english,
                     vnus_date_get_text (since));
          n_citations++;
        }
      check_past (item, vnus_chronicle_lookup (chronicle, evidence->id), limits);
    }
  g_assert_cmpuint (n_citations, >, 0);
  limits->n_items++;
}

static VnusDate *
random_day (void)
{
  g_autoptr (VnusDate) first = vnus_date_parse ("1995-01-01", NULL);
  g_autoptr (VnusDate) last = vnus_date_parse ("2024-12-31", NULL);

  return vnus_date_new_day (g_test_rand_int_range (vnus_date_get_earliest_start (first), vnus_date_get_latest_end (last) + 1));
}

static guint
scale (void)
{
  const char *text = g_getenv ("VNUS_TEST_SCALE");

  return text != NULL ? (guint) CLAMP (atoi (text), 1, 1000) : 1;
}

/* From random days, on what was known on random days: nothing that became known
 * later, nothing told as done that ends later, nothing without a source. */
static void
test_random_days (void)
{
  g_auto (GStrv) subjects = vnus_brief_list_subjects (chronicle);
  const guint n_subjects = g_strv_length (subjects);

  for (guint i = 0; i < 40 * scale (); i++)
    {
      g_autoptr (VnusDate) standpoint = random_day ();
      g_autoptr (VnusDate) known_on = g_test_rand_bit () ? random_day () : NULL;
      g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, known_on, NULL);
      Limits limits = { standpoint, known_on, 0 };

      for (guint j = 0; j < 4; j++)
        {
          const char *subject = j == 0 ? SUBJECT : subjects[(guint) g_test_rand_int () % n_subjects];
          g_autoptr (VnusBrief) brief = vnus_brief_new (view, subject);
          g_autoptr (GError) error = NULL;

          vnus_brief_set_standpoint (brief, standpoint);
          if (vnus_brief_compose (brief, &error))
            foreach_item (brief, check_item, &limits);
          else
            g_assert_error (error, VNUS_BRIEF_ERROR, VNUS_BRIEF_ERROR_NO_SUBJECT);
        }
    }
}

/* Every subject from a day on which all is told, and without a standpoint. */
static void
test_every_subject (void)
{
  g_auto (GStrv) subjects = vnus_brief_list_subjects (chronicle);
  g_autoptr (VnusDate) standpoint = day ("2024-12-31");
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, NULL, NULL);
  Limits limits = { standpoint, NULL, 0 };

  for (guint i = 0; subjects[i] != NULL; i++)
    for (guint j = 0; j < 2; j++)
      {
        g_autoptr (VnusBrief) brief = vnus_brief_new (view, subjects[i]);

        vnus_brief_set_standpoint (brief, j == 0 ? standpoint : NULL);
        compose (brief);
        foreach_item (brief, check_item, &limits);
      }
  g_assert_cmpuint (limits.n_items, >, 500);
}

static void
test_no_sentence_without_source (void)
{
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, NULL, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  BriefScene scene = { .view = view, .told = g_ptr_array_new (), .is_told = g_hash_table_new (NULL, NULL) };
  BriefDraft *draft = _vnus_brief_draft_new (&scene, "invitation", "brief.invitation-unknown");

  g_assert_false (_vnus_brief_commit (draft, items));
  g_assert_cmpuint (items->len, ==, 0);

  draft = _vnus_brief_draft_new (&scene, "invitation", "brief.invitation-unknown");
  _vnus_brief_cite (draft, SUBJECT);
  g_assert_true (_vnus_brief_commit (draft, items));
  g_assert_cmpuint (items->len, ==, 1);

  g_ptr_array_unref (scene.told);
  g_hash_table_unref (scene.is_told);
}

/* A member of a delegation whom only the plan named is no fact, whoever else came. */
static void
test_planned_member (void)
{
  static const char json[] =
    "{\"format\": \"vnus-chronicle\", \"version\": 1, \"id\": \"two\", \"records\": ["
    "{\"kind\": \"state\", \"id\": \"aa\", \"label\": {\"en\": \"Ay\"}, \"citations\": [{\"source\": \"plan\"}]},"
    "{\"kind\": \"state\", \"id\": \"bb\", \"label\": {\"en\": \"Bee\"}, \"citations\": [{\"source\": \"plan\"}]},"
    "{\"kind\": \"person\", \"id\": \"g\", \"label\": {\"en\": \"G\"}, \"of\": \"bb\", \"citations\": [{\"source\": \"plan\"}]},"
    "{\"kind\": \"person\", \"id\": \"m\", \"label\": {\"en\": \"M\"}, \"of\": \"bb\", \"citations\": [{\"source\": \"plan\"}]},"
    "{\"kind\": \"person\", \"id\": \"n\", \"label\": {\"en\": \"N\"}, \"of\": \"bb\", \"citations\": [{\"source\": \"plan\"}]},"
    "{\"kind\": \"source\", \"id\": \"plan\", \"label\": {\"en\": \"Plan\"}, \"published\": \"2000-01-01\"},"
    "{\"kind\": \"source\", \"id\": \"report\", \"label\": {\"en\": \"Report\"}, \"published\": \"2000-03-01\"},"
    "{\"kind\": \"visit\", \"id\": \"v\", \"when\": \"2000-02-01\", \"host\": \"aa\", \"status\": \"held\", \"participants\": ["
    "{\"actor\": \"g\", \"role\": \"guest\"}, {\"actor\": \"m\", \"role\": \"member\"}, {\"actor\": \"n\", \"role\": \"member\"}],"
    " \"citations\": [{\"source\": \"plan\"}, {\"source\": \"report\", \"field\": \"status\"},"
    " {\"source\": \"report\", \"field\": \"participants/n\"}]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) two = vnus_chronicle_load_bytes (bytes, "two.json", VNUS_LOAD_FLAGS_NONE, &error);
  g_autoptr (VnusBrief) brief = NULL;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  brief = vnus_brief_new (two, "v");
  words = all_words (brief, "en");
  g_assert_nonnull (strstr (words, "\nThe delegation was to include M; and N.\n"));
}

/* ---- Renderings ---- */

static void
test_repeats (void)
{
  char *(*const renderers[]) (VnusBrief *, const char *, GError **) = {
    vnus_brief_to_text, vnus_brief_to_markdown, vnus_brief_to_html, vnus_brief_to_json,
  };

  for (guint i = 0; i < G_N_ELEMENTS (renderers); i++)
    {
      g_autoptr (VnusBrief) one = make_brief (SUBJECT, "2023-08-29", NULL, NULL);
      g_autoptr (VnusBrief) other = make_brief (SUBJECT, "2023-08-29", NULL, NULL);
      g_autofree char *text = renderers[i](one, "vi", NULL);
      g_autofree char *again = renderers[i](one, "vi", NULL);
      g_autofree char *anew = renderers[i](other, "vi", NULL);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpstr (text, ==, again);
      g_assert_cmpstr (text, ==, anew);
    }
}

static void
test_text_width (void)
{
  g_autoptr (VnusBrief) brief = make_brief (SUBJECT, "2023-09-20", NULL, NULL);
  g_autofree char *text = vnus_brief_to_text (brief, "vi", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 78);
}

static char *
escape_json (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *p);
    }

  return g_string_free (escaped, FALSE);
}

/* A chronicle with one visit, of which the label of the host is @name. */
static VnusChronicle *
make_hostile (const char *name)
{
  g_autofree char *escaped = escape_json (name);
  g_autofree char *json = g_strdup_printf (
    "{\"format\": \"vnus-chronicle\", \"version\": 1, \"id\": \"hostile\", \"records\": ["
    "{\"kind\": \"state\", \"id\": \"aa\", \"label\": {\"en\": \"%s\"}, \"citations\": [{\"source\": \"s\"}]},"
    "{\"kind\": \"state\", \"id\": \"bb\", \"label\": {\"en\": \"Bee\"}, \"citations\": [{\"source\": \"s\"}]},"
    "{\"kind\": \"person\", \"id\": \"p\", \"label\": {\"en\": \"P\"}, \"of\": \"bb\", \"citations\": [{\"source\": \"s\"}]},"
    "{\"kind\": \"source\", \"id\": \"s\", \"label\": {\"en\": \"S\"}, \"published\": \"2000-01-01\", \"url\": \"javascript:alert(1)\"},"
    "{\"kind\": \"visit\", \"id\": \"v\", \"when\": \"2000-01-01\", \"host\": \"aa\", \"status\": \"held\","
    " \"participants\": [{\"actor\": \"p\", \"role\": \"guest\"}], \"citations\": [{\"source\": \"s\"}]}]}", escaped);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  VnusChronicle *made = vnus_chronicle_load_bytes (bytes, "hostile.json", VNUS_LOAD_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return made;
}

static void
test_escapes (gconstpointer data)
{
  g_autoptr (VnusChronicle) hostile = make_hostile (data);
  g_autoptr (VnusBrief) brief = vnus_brief_new (hostile, "v");
  g_autoptr (GError) error = NULL;
  g_autofree char *html = vnus_brief_to_html (brief, "en", &error);
  g_autofree char *escaped = g_markup_escape_text (data, -1);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (html, escaped));
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "href=\"javascript"));
  g_assert_true (g_utf8_validate (html, -1, NULL));
}

static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (10000, 'x');

  test_escapes (name);
}

/* ---- Errors and properties ---- */

static void
test_errors (void)
{
  static const struct
  {
    const char    *subject;
    const char    *known_on;
    VnusBriefError code;
  } cases[] = {
    { "no-such-visit", NULL, VNUS_BRIEF_ERROR_NO_SUBJECT },
    { SUBJECT, "2020-01-01", VNUS_BRIEF_ERROR_NO_SUBJECT },
    { "joe-biden", NULL, VNUS_BRIEF_ERROR_WRONG_KIND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusBrief) brief = make_brief (cases[i].subject, NULL, cases[i].known_on, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (vnus_brief_compose (brief, &error));
      g_assert_error (error, VNUS_BRIEF_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].subject));
    }
}

static void
test_no_language (void)
{
  g_autoptr (VnusBrief) brief = make_brief (SUBJECT, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (vnus_brief_to_text (brief, "tlh", &error));
  g_assert_error (error, VNUS_BRIEF_ERROR, VNUS_BRIEF_ERROR_NO_LANGUAGE);
  g_assert_nonnull (strstr (error->message, "tlh"));
}

static void
count (GObject    *object,
       GParamSpec *pspec,
       gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static void
test_properties (void)
{
  VnusBrief *brief = vnus_brief_new (chronicle, SUBJECT);
  g_autoptr (VnusDate) standpoint = day ("2023-08-29");
  guint n = 0;

  g_signal_connect (brief, "notify", G_CALLBACK (count), &n);
  vnus_brief_set_standpoint (brief, NULL);
  vnus_brief_set_depth (brief, VNUS_BRIEF_DEPTH_UNSET);
  vnus_brief_set_register (brief, VNUS_BRIEF_REGISTER_UNSET);
  vnus_brief_set_perspective (brief, NULL);
  vnus_brief_set_annex (brief, TRUE);
  g_assert_cmpuint (n, ==, 0);

  g_object_set (brief, "standpoint", standpoint, "depth", VNUS_BRIEF_DEPTH_FULL, "register", VNUS_BRIEF_REGISTER_PRESS,
                "perspective", "vn", "annex", FALSE, NULL);
  g_assert_cmpuint (n, ==, 5);
  g_assert_true (vnus_date_equal (vnus_brief_get_standpoint (brief), standpoint));
  g_assert_cmpint (vnus_brief_get_depth (brief), ==, VNUS_BRIEF_DEPTH_FULL);
  g_assert_cmpint (vnus_brief_get_register (brief), ==, VNUS_BRIEF_REGISTER_PRESS);
  g_assert_cmpstr (vnus_brief_get_perspective (brief), ==, "vn");
  g_assert_false (vnus_brief_get_annex (brief));
  g_assert_cmpstr (vnus_brief_get_subject (brief), ==, SUBJECT);
  g_assert_true (vnus_brief_get_chronicle (brief) == chronicle);
  g_assert_finalize_object (brief);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    const char *text;
  } hostile[] = {
    { "script", "<script>alert (1)</script>" },
    { "quotes", "\"'&amp;&" },
    { "right-to-left", "a\342\200\256b\342\200\217" },
  };

  set_up (&argc, &argv);

  g_test_add_func ("/vnus/brief/sections", test_sections);
  g_test_add_func ("/vnus/brief/hidden-delegation", test_hidden_delegation);
  g_test_add_func ("/vnus/brief/banned-words", test_banned);
  g_test_add_func ("/vnus/brief/quotation-marks", test_quotation_marks);
  g_test_add_func ("/vnus/brief/random-days", test_random_days);
  g_test_add_func ("/vnus/brief/every-subject", test_every_subject);
  g_test_add_func ("/vnus/brief/no-sentence-without-source", test_no_sentence_without_source);
  g_test_add_func ("/vnus/brief/planned-member", test_planned_member);
  g_test_add_func ("/vnus/brief/repeats", test_repeats);
  g_test_add_func ("/vnus/brief/text-width", test_text_width);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/brief/escapes/%s", hostile[i].name);

      g_test_add_data_func (path, hostile[i].text, test_escapes);
    }
  g_test_add_func ("/vnus/brief/escapes/long-name", test_long_name);
  g_test_add_func ("/vnus/brief/errors", test_errors);
  g_test_add_func ("/vnus/brief/no-language", test_no_language);
  g_test_add_func ("/vnus/brief/properties", test_properties);

  return run_all ();
}
