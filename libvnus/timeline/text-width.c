/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: how wide a text is, on every machine alike. */
#include "timeline/text-width-private.h"

#include <string.h>

/* Advance widths of DejaVu Sans, in thousandths of the font size, from U+0020 to
 * U+007E. Liberation Sans, Arial and most others are narrower: what fits by this
 * table fits in them as well. */
static const guint16 regular[] = {
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
  636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
  1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
  603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
  500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
  635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
};

static const guint16 bold[] = {
  348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
  696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
  1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
  733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
  500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
  716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
};

/* Beyond ASCII, the wider of regular and bold; sorted by character. */
static const struct
{
  guint16 character;
  guint16 width;
} others[] = {
  { 0x00A1, 456 }, { 0x00A3, 696 }, { 0x00A5, 696 }, { 0x00A7, 500 },
  { 0x00AB, 646 }, { 0x00B0, 500 }, { 0x00B1, 838 }, { 0x00B7, 380 },
  { 0x00BB, 646 }, { 0x00BF, 580 }, { 0x00C6, 1085 }, { 0x00D0, 838 },
  { 0x00D7, 838 }, { 0x00D8, 850 }, { 0x00DE, 738 }, { 0x00DF, 719 },
  { 0x00E6, 1048 }, { 0x00F0, 687 }, { 0x00F7, 838 }, { 0x00F8, 687 },
  { 0x00FE, 716 }, { 0x0110, 838 }, { 0x0111, 716 }, { 0x0131, 343 },
  { 0x0141, 642 }, { 0x0142, 371 }, { 0x0152, 1167 }, { 0x0153, 1094 },
  { 0x2013, 500 }, { 0x2014, 1000 }, { 0x2018, 380 }, { 0x2019, 380 },
  { 0x201C, 657 }, { 0x201D, 657 }, { 0x2022, 639 }, { 0x2026, 1000 },
  { 0x20AC, 696 }, { 0x2212, 838 }, { 0x2248, 838 }, { 0x2264, 838 },
  { 0x2265, 838 },
};

/* What no table knows: wide enough for Cyrillic and for Han. */
#define WIDTH_UNKNOWN 1180

/* The horn of Vietnamese letters makes them wider; all other marks lie above
 * or below. */
#define HORN       0x031B
#define WIDTH_HORN 160

#define ELLIPSIS "\xe2\x80\xa6"

static gboolean
is_invisible (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

static int
width_of_simple (gunichar c,
                 gboolean is_bold)
{
  if (c >= 0x20 && c <= 0x7E)
    return is_bold ? bold[c - 0x20] : regular[c - 0x20];
  if (c == HORN)
    return WIDTH_HORN;
  if (is_invisible (c))
    return 0;
  if (c == 0xA0)
    return bold[0];

  for (guint i = 0; i < G_N_ELEMENTS (others) && others[i].character <= c; i++)
    if (others[i].character == c)
      return others[i].width;

  return WIDTH_UNKNOWN;
}

/* Of a letter and its marks, composed or not. */
static int
width_of (gunichar c,
          gboolean is_bold)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;
  int width = 0;

  if (c < 0x80)
    return width_of_simple (c, is_bold);

  n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    width += width_of_simple (parts[i], is_bold);

  return width;
}

/* In thousandths of the size, of the first @n bytes. */
static gint64
measure (const char *text,
         gsize       n,
         gboolean    is_bold)
{
  gint64 width = 0;

  for (const char *p = text; p < text + n; p = g_utf8_next_char (p))
    width += width_of (g_utf8_get_char (p), is_bold);

  return width;
}

int
_vnus_text_width (const char *text,
                  int         size,
                  gboolean    is_bold)
{
  const gint64 pixels = (measure (text, strlen (text), is_bold) * size + 999) / 1000;

  return (int) MIN (pixels, G_MAXINT / 4);
}

char *
_vnus_text_fit (const char *text,
                int         size,
                gboolean    is_bold,
                int         width)
{
  const gint64 room = (gint64) width * 1000 / MAX (size, 1) - measure (ELLIPSIS, strlen (ELLIPSIS), is_bold);
  const char *end = text;
  gint64 used = 0;

  if (_vnus_text_width (text, size, is_bold) <= width)
    return g_strdup (text);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      used += width_of (g_utf8_get_char (p), is_bold);
      if (used > room)
        break;
      end = g_utf8_next_char (p);
    }

  /* No letter without its marks, and no blank before the dots. */
  while (end > text && is_invisible (g_utf8_get_char (end)))
    end = g_utf8_prev_char (end);
  while (end > text && end[-1] == ' ')
    end--;

  return g_strdup_printf ("%.*s%s", (int) (end - text), text, ELLIPSIS);
}

char **
_vnus_text_wrap (const char *text,
                 int         size,
                 gboolean    is_bold,
                 int         width,
                 guint       max_lines)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *line = NULL;
  guint n_lines = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *longer = line == NULL ? g_strdup (words[i]) : g_strjoin (" ", line, words[i], NULL);

      if (line != NULL && n_lines + 1 < max_lines && _vnus_text_width (longer, size, is_bold) > width)
        {
          g_autofree char *fitted = _vnus_text_fit (line, size, is_bold, width);

          g_strv_builder_add (lines, fitted);
          n_lines++;
          g_free (line);
          line = g_strdup (words[i]);
          continue;
        }
      g_free (line);
      line = g_steal_pointer (&longer);
    }

  if (line != NULL)
    {
      g_autofree char *fitted = _vnus_text_fit (line, size, is_bold, width);

      g_strv_builder_add (lines, fitted);
    }

  return g_strv_builder_end (lines);
}

/* What XML allows, and no picture shows as a break of the line. */
static gunichar
clean_character (gunichar c)
{
  if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85)
    return ' ';
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF || (c >= 0xD800 && c <= 0xDFFF))
    return 0xFFFD;

  return c;
}

char *
_vnus_text_clean (const char *text)
{
  GString *clean = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, clean_character (g_utf8_get_char (p)));

  return g_string_free (clean, FALSE);
}
