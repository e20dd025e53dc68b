/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sheets: what is written reads back as the same records, and bad cells are told. */
#include <string.h>

#include <vnus/vnus.h>

#include "io/cell-text-private.h"
#include "io/csv-reader-private.h"
#include "io/table-sheet-private.h"

/* Texts inside a cell */

static const char *const texts[] = {
  "", " ", "  ", " a ", "a\tb", "\t", "\\", "\\e", "\\\\e", "e", "a;b|c", "a\nb\r\nc", "a\\;b", "=1+1", "'=1", "''", "'s", "-1",
  "@x", "+x", "Đà Nẵng", "a=b", "| x=y", "\\n", ";", "|", " | ", "a \\",
};

static void
test_text_in_item (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) cell = g_string_new (" ");
      g_auto (GStrv) pieces = NULL;
      g_autofree char *back = NULL;

      _vnus_cell_put_text (cell, texts[i]);
      g_string_append (cell, " ; next");
      g_assert_null (strchr (cell->str, '\n'));
      pieces = _vnus_cell_split (cell->str, ";|\n");
      g_assert_cmpuint (g_strv_length (pieces), ==, 2);
      back = _vnus_cell_get_text (pieces[0]);
      g_assert_cmpstr (back, ==, texts[i]);
      g_assert_cmpstr (pieces[1], ==, "next");
    }
}

static void
test_text_alone (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *cell = _vnus_cell_from_plain (texts[i]);
      g_autofree char *back = _vnus_cell_to_plain (cell);

      g_assert_cmpstr (back, ==, texts[i]);
      g_assert_cmpstr (cell, !=, "");
      g_assert_null (strchr ("=+-@", cell[0]));
    }
}

static void
test_bad_escape (void)
{
  g_assert_null (_vnus_cell_get_text ("a\\b"));
  g_assert_null (_vnus_cell_get_text ("a\\"));
}

/* Rows */

static VnusCsvReader *
open_bytes (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return _vnus_csv_reader_new (stream, "x.csv", 0, NULL, NULL);
}

static GPtrArray *
read_columns (VnusCsvReader *reader,
              VnusKind       kind)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_sheet_column_free);
  const VnusCsvRow *row = _vnus_csv_reader_next (reader, NULL, NULL);

  g_assert_nonnull (row);
  for (guint i = 0; i < row->n_fields; i++)
    {
      VnusSheetColumn *column = _vnus_sheet_column_new (kind, row->fields[i]);

      g_assert_nonnull (column);
      g_ptr_array_add (columns, column);
    }

  return columns;
}

static void
no_fault (guint                column,
          const VnusCellFault *fault,
          gpointer             user_data)
{
  g_error ("%s: column %u: %s: %s", (const char *) user_data, column, fault->key, fault->value);
}

/* @based: whether the records are read as edits of those that are there. */
static void
assert_reads_back (VnusChronicle *chronicle,
                   VnusKind       kind,
                   gboolean       based)
{
  g_autoptr (GBytes) bytes = vnus_chronicle_to_csv (chronicle, kind);
  g_autoptr (VnusCsvReader) reader = open_bytes (bytes);
  g_autoptr (GPtrArray) columns = read_columns (reader, kind);
  const VnusCsvRow *row;
  guint n = 0;

  while ((row = _vnus_csv_reader_next (reader, NULL, NULL)) != NULL)
    {
      VnusRecord *before = vnus_chronicle_get_nth_of_kind (chronicle, kind, n++);
      g_autoptr (VnusRecord) after = NULL;

      g_assert_no_error (row->fault);
      g_assert_cmpstr (row->fields[0], ==, vnus_kind_to_string (kind));
      g_assert_cmpstr (row->fields[1], ==, vnus_record_get_id (before));
      after = _vnus_sheet_read_row (kind, columns, row->fields, row->fields[1], based ? before : NULL, no_fault,
                                    (gpointer) row->fields[1]);
      if (!vnus_record_equal (before, after))
        g_error ("%s does not read back", row->fields[1]);
    }
  g_assert_cmpuint (n, ==, vnus_chronicle_get_n_of_kind (chronicle, kind));
}

static void
test_shipped (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  guint n_kinds = 0;

  for (VnusKind kind = VNUS_KIND_STATE; kind <= VNUS_KIND_JUDGEMENT; kind++)
    {
      assert_reads_back (chronicle, kind, FALSE);
      assert_reads_back (chronicle, kind, TRUE);
      n_kinds += vnus_chronicle_get_n_of_kind (chronicle, kind) > 0;
    }
  g_assert_cmpuint (n_kinds, >=, 18);
}

/* A record in which every field has a value, each text a nasty one. */

static VnusValue *
make_item (const VnusField *field,
           guint            n)
{
  const char *text = texts[n % G_N_ELEMENTS (texts)];
  g_autoptr (VnusText) localised = vnus_text_new ("vi", text);
  g_autoptr (VnusDate) date = vnus_date_parse (n % 2 == 0 ? "2023-09?" : "[2000-11..2023-08]", NULL);
  g_autoptr (VnusAmount) amount = NULL;
  g_autoptr (VnusParticipant) participant = NULL, with = NULL;
  g_autoptr (VnusStop) stop = NULL;
  g_autoptr (VnusDesignation) designation = NULL;

  switch ((int) field->type)
    {
    case VNUS_VALUE_TYPE_LOCALISED:
      return vnus_value_new_localised (localised);
    case VNUS_VALUE_TYPE_DATE:
      return vnus_value_new_date (date);
    case VNUS_VALUE_TYPE_REFERENCE:
      return vnus_value_new_reference (n % 2 == 0 ? "joe-biden" : "vn");
    case VNUS_VALUE_TYPE_ENUM:
      return vnus_value_new_enum (field->get_enum_type (), 1 + (int) (n % 2));
    case VNUS_VALUE_TYPE_INTEGER:
      return vnus_value_new_integer (1 + (int) n);
    case VNUS_VALUE_TYPE_BOOLEAN:
      return vnus_value_new_boolean (n % 2 == 0);
    case VNUS_VALUE_TYPE_AMOUNT:
      amount = vnus_amount_parse ("-0.50", (VnusBound) (1 + n % 6), n % 3 == 0 ? NULL : text, NULL);
      return vnus_value_new_amount (amount);
    case VNUS_VALUE_TYPE_PARTICIPANT:
      participant = vnus_participant_new (n % 2 == 0 ? NULL : "joe-biden", (VnusRole) (n % 14));
      with = vnus_participant_with_note (participant, localised);
      return vnus_value_new_participant (with);
    case VNUS_VALUE_TYPE_STOP:
      stop = vnus_stop_new ("hanoi");
      return vnus_value_new_stop (stop);
    case VNUS_VALUE_TYPE_DESIGNATION:
      designation = vnus_designation_new ("vn", localised);
      return vnus_value_new_designation (designation);
    default:
      return vnus_value_new_text (text);
    }
}

static VnusValue *
make_value (const VnusField *field,
            guint            n)
{
  g_autoptr (VnusValue) a = make_item (field, n);
  g_autoptr (VnusValue) b = make_item (field, n + 1);
  VnusValue *items[] = { a, b };

  return field->is_list ? vnus_value_new_list (items, 1 + n % 2) : vnus_value_ref (a);
}

static void
cite (VnusRecord      *record,
      const VnusField *field,
      VnusValue       *value,
      guint            n)
{
  g_autoptr (VnusCitation) plain = vnus_citation_new ("article-a", texts[n % G_N_ELEMENTS (texts)]);
  g_autoptr (VnusCitation) cited = vnus_citation_with_field (plain, field->name);
  g_autoptr (VnusCitation) with = vnus_citation_with_value (cited, value);
  g_autoptr (VnusText) note = vnus_text_new ("en", texts[(n + 7) % G_N_ELEMENTS (texts)]);
  g_autoptr (VnusCitation) noted = vnus_citation_with_note (with, note);
  g_autoptr (VnusCitation) ranked = vnus_citation_with_rank (noted, VNUS_CITATION_RANK_DEPRECATED);

  vnus_record_add_citation (record, n % 2 == 0 ? ranked : with);
}

static void
test_every_field (void)
{
  for (VnusKind kind = VNUS_KIND_STATE; kind <= VNUS_KIND_JUDGEMENT; kind++)
    {
      g_autoptr (VnusChronicle) chronicle = vnus_chronicle_new ("all");
      g_auto (GStrv) names = vnus_field_list_names (kind);

      for (guint n = 0; n < G_N_ELEMENTS (texts); n++)
        {
          g_autofree char *id = g_strdup_printf ("r-%02u", n);
          g_autoptr (VnusRecord) record = vnus_kind_make_record (kind, id);

          for (guint i = 0; names[i] != NULL; i++)
            {
              const VnusField *field = vnus_field_lookup (kind, names[i]);
              g_autoptr (VnusValue) value = make_value (field, n + i);

              if (n % 5 == 4)
                g_assert_true (vnus_record_set_presence (record, names[i], i % 2 == 0 ? VNUS_PRESENCE_NONE : VNUS_PRESENCE_UNKNOWN, NULL));
              else
                g_assert_true (vnus_record_set_value (record, names[i], value, NULL));
              cite (record, field, value, n + i);
            }
          g_assert_true (vnus_chronicle_add (chronicle, record, NULL));
        }

      assert_reads_back (chronicle, kind, FALSE);
      assert_reads_back (chronicle, kind, TRUE);
    }
}

/* Bad cells */

static const struct
{
  const char *name;
  const char *kind, *column, *cell;
  const char *key; /* NULL if the cell is good */
} cells[] = {
  { "date", "visit", "when", "2023-09-10/2023-09-11", NULL },
  { "date-blanks", "visit", "when", " 2023-09 ", NULL },
  { "date-words", "visit", "when", "last summer", "cell.date" },
  { "date-no-such-day", "visit", "when", "2023-02-30", "cell.no-such-day" },
  { "date-of-spreadsheet", "visit", "when", "Sep-23", "cell.damage-month" },
  { "date-of-spreadsheet-day", "visit", "when", "10-Sep", "cell.damage-month" },
  { "date-of-spreadsheet-full", "visit", "when", "10-Sep-23", "cell.damage-month" },
  { "date-serial", "visit", "when", "44927", "cell.damage-serial" },
  { "date-serial-time", "visit", "when", "44927.5", "cell.damage-serial" },
  { "date-slashes", "visit", "when", "9/10/2023", "cell.damage-order" },
  { "date-points", "visit", "when", "10.09.2023", "cell.damage-order" },
  { "date-midnight", "visit", "when", "2023-09-10 00:00:00", "cell.damage-time" },
  { "date-error", "visit", "when", "#VALUE!", "cell.damage-error" },
  { "word", "visit", "status", "held", NULL },
  { "word-unknown", "visit", "status", "happened", "cell.word" },
  { "word-unset", "visit", "status", "unset", "cell.word" },
  { "words", "visit", "purposes", "bilateral; troops", NULL },
  { "words-lines", "visit", "purposes", "bilateral\ntroops\n", NULL },
  { "words-unknown", "visit", "purposes", "bilateral; golf", "cell.word" },
  { "words-none", "visit", "purposes", " ; ", "cell.no-item" },
  { "id", "visit", "host", "vn", NULL },
  { "id-name", "visit", "host", "Viet Nam", "cell.id" },
  { "id-of-spreadsheet", "visit", "host", "May-10", "cell.damage-month" },
  { "id-error", "visit", "host", "#REF!", "cell.damage-error" },
  { "ids", "visit", "places", "hanoi; Ho Chi Minh City", "cell.id" },
  { "text-error", "source", "author", "#N/A", "cell.damage-error" },
  { "text-exponent", "source", "author", "1.0E+05", "cell.damage-exponent" },
  { "text-localised-error", "source", "title.en", "#NAME?", "cell.damage-error" },
  { "text-office-error", "source", "title.vi", "Err:502", "cell.damage-error" },
  { "integer", "tenure", "term", "2", NULL },
  { "integer-fraction", "tenure", "term", "2.0", "cell.damage-fraction" },
  { "integer-zero", "tenure", "term", "0", "cell.integer" },
  { "integer-word", "tenure", "term", "two", "cell.integer" },
  { "boolean", "office", "exclusive", "TRUE", NULL },
  { "boolean-yes", "office", "exclusive", "yes", "cell.boolean" },
  { "amount", "observation", "amount", "12.50", NULL },
  { "amount-parts", "observation", "amount", "12 | bound=more-than | unit=USD", NULL },
  { "amount-exponent", "observation", "amount", "1.2386E+11", "cell.damage-exponent" },
  { "amount-groups", "observation", "amount", "123,860,000", "cell.damage-groups" },
  { "amount-words", "observation", "amount", "12 USD", "cell.amount" },
  { "amount-bound", "observation", "amount", "12 | bound=over", "cell.word" },
  { "amount-part", "observation", "amount", "12 | currency=USD", "cell.part" },
  { "participant", "visit", "participants", "joe-biden | role=guest", NULL },
  { "participant-group", "visit", "participants", "| role=member | side=us | note.en=others", NULL },
  { "participant-role", "visit", "participants", "joe-biden | role=boss", "cell.word" },
  { "participant-name", "visit", "participants", "Joe Biden | role=guest", "cell.id" },
  { "participant-part", "visit", "participants", "joe-biden | guest", "cell.part" },
  { "participant-part-name", "visit", "participants", "joe-biden | as=us-president", "cell.part" },
  { "participant-part-twice", "visit", "participants", "joe-biden | role=guest | role=head", "cell.part-twice" },
  { "participant-language", "visit", "participants", "joe-biden | note.e=x", "cell.language" },
  { "participant-escape", "visit", "participants", "joe-biden | note.en=a\\b", "cell.escape" },
  { "stop-date", "visit", "stops", "hanoi | when=Sep-23", "cell.damage-month" },
  { "designation-text", "stage", "designation", "vn", "cell.no-text" },
  { "presence", "visit", "presence", "host=unknown", NULL },
  { "presence-word", "visit", "presence", "host=perhaps", "cell.presence" },
  { "presence-field", "visit", "presence", "guest=none", "cell.presence" },
  { "citation", "visit", "citations", "article-a | locator=1.1 | rank=normal", NULL },
  { "citation-value", "visit", "citations", "article-a | field=when | value=2023", NULL },
  { "citation-name", "visit", "citations", "Article A", "cell.id" },
  { "citation-field", "visit", "citations", "article-a | field=whn", "cell.cited-field" },
  { "citation-member", "visit", "citations", "article-a | field=places/hanoi", "cell.cited-member" },
  { "citation-no-list", "visit", "citations", "article-a | field=when/hanoi", "cell.cited-member" },
  { "citation-bad-value", "visit", "citations", "article-a | field=when | value=Sep-23", "cell.damage-month" },
  { "citation-lone-value", "visit", "citations", "article-a | value=2023", "cell.value-without-field" },
  { "citation-no-language", "visit", "citations", "article-a | field=label | value=x", "cell.no-text" },
  { "citation-language", "visit", "citations", "article-a | field=when | value.en=x", "cell.cited-value" },
  { "citation-rank", "visit", "citations", "article-a | rank=best", "cell.word" },
  { "citation-known", "visit", "citations", "article-a | known=yesterday", "cell.date" },
  { "citation-known-no-day", "visit", "citations", "article-a | known=2023-02-30", "cell.no-such-day" },
  { "citation-known-damage", "visit", "citations", "article-a | known=Sep-23", "cell.damage-month" },
};

static void
note_fault (guint                column,
            const VnusCellFault *fault,
            gpointer             user_data)
{
  const char **key = user_data;

  g_assert_null (*key);
  g_assert_nonnull (fault->value);
  *key = fault->key;
}

static void
test_cell (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  VnusKind kind = vnus_kind_from_string (cells[index].kind);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_sheet_column_free);
  g_autoptr (VnusRecord) record = NULL;
  const char *row[] = { cells[index].cell, NULL };
  const char *key = NULL;

  g_ptr_array_add (columns, _vnus_sheet_column_new (kind, cells[index].column));
  record = _vnus_sheet_read_row (kind, columns, row, "some-id", NULL, note_fault, &key);
  g_assert_cmpstr (key, ==, cells[index].key);
}

static void
test_columns (void)
{
  static const struct { const char *name, *suggestion; } bad[] = {
    { "whn", "when" }, { "label", "label.en" }, { "when.en", "when" }, { "Host", "host" }, { "label.e", "label.en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *suggestion = _vnus_sheet_suggest_column (VNUS_KIND_VISIT, bad[i].name);

      g_assert_null (_vnus_sheet_column_new (VNUS_KIND_VISIT, bad[i].name));
      g_assert_cmpstr (suggestion, ==, bad[i].suggestion);
    }
}

/* What has no column stays, an empty cell clears. */
static void
test_partial (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  VnusRecord *before = vnus_chronicle_lookup (chronicle, "biden-vn-2023");
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_sheet_column_free);
  g_autoptr (VnusRecord) same = NULL, edited = NULL;
  const char *row[] = { "Một chuyến thăm", "2023-09", "", NULL };

  same = _vnus_sheet_read_row (VNUS_KIND_VISIT, columns, row, "biden-vn-2023", before, no_fault, NULL);
  g_assert_true (vnus_record_equal (before, same));

  g_ptr_array_add (columns, _vnus_sheet_column_new (VNUS_KIND_VISIT, "label.vi"));
  g_ptr_array_add (columns, _vnus_sheet_column_new (VNUS_KIND_VISIT, "when"));
  g_ptr_array_add (columns, _vnus_sheet_column_new (VNUS_KIND_VISIT, "stops"));
  edited = _vnus_sheet_read_row (VNUS_KIND_VISIT, columns, row, "biden-vn-2023", before, no_fault, NULL);
  g_assert_cmpstr (vnus_text_get (vnus_record_get_label (edited), "vi"), ==, "Một chuyến thăm");
  g_assert_cmpstr (vnus_text_get (vnus_record_get_label (edited), "en"), ==, vnus_text_get (vnus_record_get_label (before), "en"));
  g_assert_cmpstr (vnus_date_get_text (vnus_event_get_when (VNUS_EVENT (edited))), ==, "2023-09");
  g_assert_cmpuint (vnus_visit_get_n_stops (VNUS_VISIT (before)), >, 0);
  g_assert_cmpuint (vnus_visit_get_n_stops (VNUS_VISIT (edited)), ==, 0);
  g_assert_cmpuint (vnus_record_get_n_citations (edited), ==, vnus_record_get_n_citations (before));
  g_assert_cmpstr (vnus_visit_get_host (VNUS_VISIT (edited)), ==, "vn");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/table/text/in-item", test_text_in_item);
  g_test_add_func ("/vnus/table/text/alone", test_text_alone);
  g_test_add_func ("/vnus/table/text/bad-escape", test_bad_escape);
  g_test_add_func ("/vnus/table/round-trip/shipped", test_shipped);
  g_test_add_func ("/vnus/table/round-trip/every-field", test_every_field);
  g_test_add_func ("/vnus/table/columns", test_columns);
  g_test_add_func ("/vnus/table/partial", test_partial);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/table/cell/%s", cells[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_cell);
    }

  return g_test_run ();
}
