/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Prints the page of all rules: their statements, formulas and arguments as the
 * library words them, and for each an answer that it gives. The argument is the
 * folder of the rules' sources. */
#include <vnus/vnus.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ARGUMENTS 4

static const struct
{
  const char *id;
  const char *file;
  const char *arguments[MAX_ARGUMENTS]; /* of the shipped chronicle */
} examples[] = {
  { "elapsed", "rule-elapsed.c", { "us-vn-comprehensive", "2023-09-10", "years" } },
  { "days", "rule-elapsed.c", { "biden-vn-2023" } },
  { "anniversaries", "rule-anniversaries.c", { "2023" } },
  { "coincide", "rule-anniversaries.c", { "kritenbrink-vn-2022-10" } },
  { "level-on", "rule-level-on.c", { "us-vn", "2013-07-15" } },
  { "status-on", "rule-status-on.c", { "biden-vn-2023", "2023-08-30" } },
  { "holder-on", "rule-holder-on.c", { "us-president", "2021-01-20" } },
  { "in-force-on", "rule-in-force-on.c", { "2023-08-29", "defence-action-plan" } },
  { "before", "rule-before.c", { "vilsack-vn-2023-04", "blinken-vn-2023-04" } },
  { "count", "rule-count.c", { "kind:visit host:vn capacity:us-president when:1995-07/2023-08" } },
  { "first-in-tenure", "rule-first-in-tenure.c", { "blinken-vn-2023-04" } },
  { "first-of-office-since", "rule-first-of-office-since.c", { "us-president", "vn", "1995-07" } },
  { "rank-in-first-term", "rule-rank-in-first-term.c", { "biden-vn-2023", "1995" } },
  { "contacts", "rule-contacts.c", { "12", "2023-09-10", "head-of-government" } },
  { "members", "rule-members.c", { "biden-vn-2023" } },
  { "overlap", "rule-contacts.c", { "biden-vn-2023", "12" } },
  { "announced", "rule-members.c", { "biden-vn-2023" } },
  { "last-session", "rule-sessions.c", { "human-rights-dialogue", "2023-09" } },
  { "next-session", "rule-sessions.c", { "annual-defence-dialogues", "2023-09" } },
  { "growth", "rule-growth.c", { "us-vn-trade", "2022" } },
  { "ranking", "rule-ranking.c", { "us-trading-partner-vn", "2023-08-29" } },
  { "dated", "rule-dated.c", { "article-a", "XXXX-09-10/XXXX-09-11" } },
  { "conflicts", "rule-conflicts.c", { "phuc-harris-bangkok-2022" } },
  { "assertion", "rule-assertion.c", { "a073" } },
};

static const char head[] =
  "Title: Rules\n"
  "Slug: rules\n"
  "\n"
  "# Rules\n"
  "\n"
  "An [class@Vnus.Inquiry] asks a chronicle, or a view, by one of these rules; the answer is a\n"
  "[class@Vnus.Finding]. From a shell:\n"
  "\n"
  "```sh\n"
  "vnus-ask vietnam-us level-on us-vn 2013-07-15 --format explain\n"
  "```\n"
  "\n"
  "A DATE is any [date](dates.html), however vague. What is in brackets may be left out. Events and\n"
  "agreements are asked within a relation, which need not be told where the chronicle has one. The\n"
  "start of a record is that of its `when`, `during` or `validity`, its entry into force where it has\n"
  "one, else its first action.\n"
  "\n"
  "A list or a number is *certain* if nothing in it is only possible, and a *no* if there is certainly\n"
  "none. What is not certain has its reasons: `date-vague`, `no-coverage`, `sources-differ`,\n"
  "`after-last-source`, `known-vaguely`, `no-evidence`. A `null` as an upper bound is open: “at least”.\n"
  "What a rule looks for and does not find is *no* only inside a declared [coverage](coverage.html).\n"
  "\n"
  "Each rule is one file of the sources, which is named with it. The answers below are those of the\n"
  "shipped chronicle, all its sources together.\n";

static void
fail (const char *what,
      const char *id)
{
  fprintf (stderr, "generate-rules: %s: %s\n", id, what);
  exit (1);
}

static guint
find_example (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    if (g_str_equal (examples[i].id, id))
      return i;

  fail ("no example", id);
  return 0;
}

static void
print_command (guint example)
{
  printf ("vnus-ask vietnam-us %s", examples[example].id);
  for (guint i = 0; i < MAX_ARGUMENTS && examples[example].arguments[i] != NULL; i++)
    printf (strchr (examples[example].arguments[i], ' ') != NULL ? " \"%s\"" : " %s", examples[example].arguments[i]);
}

static void
print_answer (VnusInquiry *inquiry,
              guint        example)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusFinding) finding = vnus_inquiry_ask (inquiry, examples[example].id, examples[example].arguments, &error);
  g_autofree char *sentence = NULL, *value = NULL, *reasons = NULL;

  if (finding == NULL)
    fail (error->message, examples[example].id);

  sentence = vnus_finding_dup_sentence (finding, "en");
  value = vnus_finding_dup_value (finding);
  reasons = vnus_reasons_to_string (vnus_finding_get_reasons (finding));
  printf ("```\n");
  print_command (example);
  printf ("\n%s%s%s\n%s\n```\n\n%s\n\n", vnus_truth_to_string (vnus_finding_get_truth (finding)),
          *reasons != '\0' ? " " : "", reasons, value, sentence);
}

static void
print_rule (VnusInquiry *inquiry,
            const char  *id,
            const char  *folder)
{
  guint example = find_example (id);
  g_autofree char *statement = vnus_inquiry_dup_rule_statement (id, "en");
  g_autofree char *formula = vnus_inquiry_dup_rule_formula (id, "en");
  g_autofree char *path = g_build_filename (folder, examples[example].file, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    fail ("no such file", path);

  printf ("\n## %s\n\n`%s %s`\n\n%s\n\n%s\n\n", id, id, vnus_inquiry_get_rule_parameters (id), statement, formula);
  print_answer (inquiry, example);
  printf ("Source: `libvnus/inquiry/%s`.\n", examples[example].file);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", &error);
  g_autoptr (VnusInquiry) inquiry = NULL;
  g_auto (GStrv) rules = vnus_inquiry_list_rules ();

  if (chronicle == NULL || argc != 2)
    fail (error != NULL ? error->message : "expected the folder of the rules", "vietnam-us");

  inquiry = vnus_inquiry_new (chronicle);
  fputs (head, stdout);
  for (guint i = 0; rules[i] != NULL; i++)
    print_rule (inquiry, rules[i], argv[1]);

  return 0;
}
