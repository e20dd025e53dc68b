/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: folding of names, by Unicode's rules and a table of our own.
 *
 * A name is folded character by character: compatibility decomposition (NFKD),
 * marks off, case off, letters with a stroke and ligatures replaced. No rule
 * needs a neighbour, save that marks which stay (those that are letters of
 * their own, as in Thai) are put in their canonical order. So ASCII, Latin and
 * Vietnamese go by a table that is filled once, by the same code that does all
 * other scripts in small runs.
 *
 * Punctuation and blanks then become single blanks. Full stops wait until the
 * letters around them are known: “J. D. Vance” and “J.D. Vance” are one name. */
#include <vnus/vnus-fold.h>

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

/* ---- One character ---- */

/* What has no decomposition and yet is a plain letter to a reader; folded case
 * already, in the order of the characters. */
static const struct
{
  UChar32 from;
  char    to[3];
} letters[] = {
  { 0x00df, "ss" }, /* ß */
  { 0x00e6, "ae" }, /* æ */
  { 0x00f0, "d" },  /* ð, and so Ð that stands for Đ */
  { 0x00f8, "o" },  /* ø */
  { 0x00fe, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* ı */
  { 0x0138, "k" },  /* ĸ */
  { 0x0142, "l" },  /* ł */
  { 0x014b, "n" },  /* ŋ */
  { 0x0153, "oe" }, /* œ */
  { 0x0167, "t" },  /* ŧ */
  { 0x0180, "b" },  /* ƀ */
  { 0x0188, "c" },  /* ƈ */
  { 0x0192, "f" },  /* ƒ */
  { 0x0199, "k" },  /* ƙ */
  { 0x019a, "l" },  /* ƚ */
  { 0x01b4, "y" },  /* ƴ */
  { 0x01b6, "z" },  /* ƶ */
  { 0x01e5, "g" },  /* ǥ */
  { 0x0253, "b" },  /* ɓ */
  { 0x0256, "d" },  /* ɖ, and so Ɖ that stands for Đ */
  { 0x0257, "d" },  /* ɗ */
  { 0x0259, "a" },  /* ə: Əliyev is Aliyev */
  { 0x0268, "i" },  /* ɨ */
};

static const char *
find_letter (UChar32 c)
{
  guint low = 0, high = G_N_ELEMENTS (letters);

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (letters[middle].from == c)
        return letters[middle].to;
      if (letters[middle].from < c)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static gboolean
is_apostrophe (UChar32 c)
{
  return c == '\'' || c == '`' || c == 0x00b4 || c == 0x2018 || c == 0x2019 || c == 0x201b
         || c == 0x2032 || (c >= 0x02b9 && c <= 0x02bf) || c == 0x02c8 || c == 0xa78c;
}

/* Marks over and under the letters of an alphabet. The vowel signs of other
 * scripts are marks as well, but names differ by them; so do kana by their
 * voicing marks. */
static gboolean
is_diacritic (UChar32 c)
{
  UErrorCode status = U_ZERO_ERROR;

  if ((U_GET_GC_MASK (c) & (U_GC_MN_MASK | U_GC_ME_MASK)) == 0 || c == 0x3099 || c == 0x309a)
    return FALSE;

  switch (uscript_getScript (c, &status))
    {
    case USCRIPT_INHERITED:
    case USCRIPT_COMMON:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_SYRIAC:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_blank (UChar32 c)
{
  return (U_GET_GC_MASK (c) & (U_GC_P_MASK | U_GC_Z_MASK | U_GC_CC_MASK)) != 0 || c == 0x2212;
}

/* Appends a character that has been decomposed already. */
static void
append_folded (GString *text,
               UChar32  c)
{
  const char *letter;

  if (is_apostrophe (c) || is_diacritic (c) || (U_GET_GC_MASK (c) & U_GC_CF_MASK) != 0)
    return;

  if (c == '.')
    g_string_append_c (text, '.');
  else if (is_blank (c))
    g_string_append_c (text, ' ');
  else
    {
      c = u_foldCase (c, U_FOLD_CASE_DEFAULT);
      letter = find_letter (c);
      if (letter != NULL)
        g_string_append (text, letter);
      else
        g_string_append_unichar (text, (gunichar) c);
    }
}

/* ---- A run of characters ---- */

#define RUN 64             /* characters in one step */
#define LONGEST_EXPANSION 18 /* UTF-16 units that one may become under NFKD */

static void
append_run (GString     *text,
            const UChar *run,
            int          length)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfkd = unorm2_getNFKDInstance (&status);
  UChar decomposed[RUN * LONGEST_EXPANSION];
  const int n = unorm2_normalize (nfkd, run, length, decomposed, G_N_ELEMENTS (decomposed), &status);

  g_return_if_fail (U_SUCCESS (status));

  for (int i = 0; i < n;)
    {
      UChar32 c;

      U16_NEXT (decomposed, i, n, c);
      append_folded (text, c);
    }
}

static void
append_character (GString *text,
                  UChar32  c)
{
  UChar run[2];
  int length = 0;

  U16_APPEND_UNSAFE (run, length, c);
  append_run (text, run, length);
}

/* ---- The table ---- */

/* What a character of the table becomes; too long for it if length is TOO_LONG. */
typedef struct
{
  guint8 length;
  char   text[3];
} Folded;

#define TOO_LONG 0xff

/* Latin with its marks, composed or not, and the Vietnamese block. */
#define N_FIRST 0x0250
#define MARKS 0x0300
#define N_MARKS 0x70
#define VIETNAMESE 0x1e00
#define N_VIETNAMESE 0x100

static Folded table[N_FIRST + N_MARKS + N_VIETNAMESE];

static int
find_row (UChar32 c)
{
  if (c < N_FIRST)
    return c;
  if (c >= VIETNAMESE && c < VIETNAMESE + N_VIETNAMESE)
    return N_FIRST + N_MARKS + (c - VIETNAMESE);
  if (c >= MARKS && c < MARKS + N_MARKS)
    return N_FIRST + (c - MARKS);

  return -1;
}

static void
fill_rows (UChar32 from,
           UChar32 n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (UChar32 c = from; c < from + n; c++)
    {
      Folded *row = &table[find_row (c)];

      g_string_truncate (text, 0);
      if (is_apostrophe (c)) /* the acute accent ´ would decompose into a blank */
        row->length = 0;
      else
        {
          append_character (text, c);
          row->length = text->len <= sizeof (row->text) ? (guint8) text->len : TOO_LONG;
          memcpy (row->text, text->str, MIN (text->len, sizeof (row->text)));
        }
    }
}

static void
fill_table (void)
{
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      fill_rows (0, N_FIRST);
      fill_rows (MARKS, N_MARKS);
      fill_rows (VIETNAMESE, N_VIETNAMESE);
      g_once_init_leave (&filled, 1);
    }
}

/* ---- A name ---- */

/* Appends the run of characters at @name that the table does not have; gives
 * where it ends. Bytes that are not UTF-8 become U+FFFD. */
static const char *
append_others (GString    *text,
               const char *name,
               const char *end)
{
  const guint8 *bytes = (const guint8 *) name;
  const size_t size = end - name;
  UChar run[2 * RUN];
  size_t i = 0, next = 0;
  int length = 0;

  for (int n = 0; n < RUN && i < size; n++, i = next)
    {
      UChar32 c;
      int row;

      U8_NEXT_OR_FFFD (bytes, next, size, c);
      row = find_row (c);
      if (row >= 0 && table[row].length != TOO_LONG)
        break;
      U16_APPEND_UNSAFE (run, length, c);
    }
  append_run (text, run, length);

  return name + i;
}

/* The table's part of a name, which for most names is all of it. A character of
 * two bytes becomes at most three, one of one byte at most one. */
static char *
fold_by_table (const char *name,
               gsize       size)
{
  char *text = g_malloc (size + size / 2 + 1), *out = text;
  const guint8 *bytes = (const guint8 *) name;

  for (gsize next = 0; next < size;)
    {
      UChar32 c;
      int row;

      U8_NEXT_OR_FFFD (bytes, next, size, c);
      row = find_row (c);
      if (row < 0 || table[row].length == TOO_LONG)
        {
          g_free (text);
          return NULL;
        }
      for (guint i = 0; i < table[row].length; i++)
        *out++ = table[row].text[i];
    }

  *out = '\0';
  return text;
}

static char *
fold_in_runs (const char *name,
              gsize       size)
{
  const char *end = name + size;
  GString *text = g_string_sized_new (size + 1);

  while (name < end)
    {
      const guint8 *bytes = (const guint8 *) name;
      gsize next = 0;
      UChar32 c;
      int row;

      U8_NEXT_OR_FFFD (bytes, next, (gsize) (end - name), c);
      row = find_row (c);
      if (row >= 0 && table[row].length != TOO_LONG)
        {
          g_string_append_len (text, table[row].text, table[row].length);
          name += next;
        }
      else
        name = append_others (text, name, end);
    }

  return g_string_free (text, FALSE);
}

/* The end of the letter at @p if one letter alone stands there, else NULL. */
static const char *
skip_initial (const char *p)
{
  const char *end;

  if (*p == '\0' || *p == ' ' || *p == '.' || g_ascii_isdigit (*p))
    return NULL;

  end = g_utf8_next_char (p);
  return *end == '\0' || *end == ' ' || *end == '.' ? end : NULL;
}

/* Whether the full stop at @p stands between two initials. */
static gboolean
joins_initials (const char *p)
{
  const char *next = p + 1, *end;

  while (*next == ' ')
    next++;
  end = skip_initial (next);

  return end != NULL && (next == p + 1 || *end == '.');
}

/* Makes single blanks of blanks, in place; a full stop goes between initials,
 * and is a blank elsewhere. */
static void
tidy_blanks (char *text)
{
  const char *p = text, *word = NULL;
  char *out = text;
  gboolean blank = FALSE;

  while (*p != '\0')
    {
      if (*p == '.' && word != NULL && skip_initial (word) == p && joins_initials (p))
        {
          for (p++; *p == ' '; p++)
            ;
          word = p;
        }
      else if (*p == ' ' || *p == '.')
        {
          blank = TRUE;
          word = NULL;
          p++;
        }
      else
        {
          if (blank && out > text)
            *out++ = ' ';
          if (blank || word == NULL)
            word = p;
          blank = FALSE;
          *out++ = *p++;
        }
    }

  *out = '\0';
}

/**
 * vnus_fold_name:
 * @name: a name or any other text; bytes that are not UTF-8 are read as U+FFFD
 *
 * Folds a name to the form in which names are compared for search.
 *
 * Names with and without diacritics, in capitals or not, composed or decomposed
 * fold to the same text, as do names that differ in blanks, hyphens, apostrophes
 * or full stops: “Võ Văn Thưởng” to `vo van thuong`, “Đà Nẵng” to `da nang`,
 * “Marc E. Knapper” to `marc e knapper`, “O’Brien” to `obrien`. Letters that only
 * look like `Đ` are `d` as well; `ø`, `ł`, `æ`, `ß` and their like become plain
 * letters. Letters of other scripts stay, without accents and case.
 *
 * The result is for comparing, not for reading. Folding it again changes nothing.
 *
 * Returns: (transfer full): the folded name; the empty string if @name has no letters, figures or symbols
 *
 * Since: 0.1
 */
char *
vnus_fold_name (const char *name)
{
  gsize size;
  char *text;

  g_return_val_if_fail (name != NULL, NULL);

  fill_table ();
  size = strlen (name);
  text = fold_by_table (name, size);
  if (text == NULL)
    text = fold_in_runs (name, size);
  tidy_blanks (text);
  return text;
}

/* ---- Ids ---- */

static gboolean
is_id_letter (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c);
}

/* Cuts an id that is too long where a word ends. */
static void
shorten_id (char *id)
{
  char *hyphen;

  if (strlen (id) <= VNUS_ID_MAX_LENGTH)
    return;

  hyphen = id[VNUS_ID_MAX_LENGTH] == '-' ? id + VNUS_ID_MAX_LENGTH
                                         : g_strrstr_len (id, VNUS_ID_MAX_LENGTH, "-");
  *(hyphen != NULL ? hyphen : id + VNUS_ID_MAX_LENGTH) = '\0';
}

/**
 * vnus_fold_to_id:
 * @name: a name
 *
 * Makes a readable id of a name: “Nguyễn Phú Trọng” gives `nguyen-phu-trong`.
 *
 * The folded name ([func@Vnus.fold_name]) is reduced to lower-case ASCII letters
 * and figures; all else becomes hyphens. What is longer than
 * [const@Vnus.ID_MAX_LENGTH] bytes is cut, at the end of a word if there is one.
 *
 * Different names may give the same id: a chronicle decides whether it is free.
 *
 * Returns: (transfer full) (nullable): an id, or `NULL` if nothing of @name can be written in ASCII
 *
 * Since: 0.1
 */
char *
vnus_fold_to_id (const char *name)
{
  char *id, *out;

  g_return_val_if_fail (name != NULL, NULL);

  id = out = vnus_fold_name (name);
  for (const char *p = id; *p != '\0'; p++)
    if (is_id_letter (*p))
      *out++ = *p;
    else if (out > id && out[-1] != '-')
      *out++ = '-';
  if (out > id && out[-1] == '-')
    out--;
  *out = '\0';

  shorten_id (id);
  if (*id == '\0')
    g_clear_pointer (&id, g_free);
  return id;
}

/**
 * vnus_fold_is_id:
 * @string: a string
 *
 * Checks whether a string has the form of an id.
 *
 * An id is lower-case ASCII letters and figures, with single hyphens between
 * them, of 1 to [const@Vnus.ID_MAX_LENGTH] bytes: `us-president`, `biden-vn-2023`.
 *
 * Returns: `TRUE` if @string could be an id
 *
 * Since: 0.1
 */
gboolean
vnus_fold_is_id (const char *string)
{
  const char *p;

  g_return_val_if_fail (string != NULL, FALSE);

  for (p = string; *p != '\0' && p - string <= VNUS_ID_MAX_LENGTH; p++)
    if (!is_id_letter (*p) && !(*p == '-' && p > string && is_id_letter (p[-1]) && is_id_letter (p[1])))
      return FALSE;

  return p > string && p - string <= VNUS_ID_MAX_LENGTH;
}
