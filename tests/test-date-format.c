/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <vnus/vnus.h>

typedef struct
{
  const char *text;
  const char *en_prose, *en_short, *en_when;
  const char *vi_prose, *vi_short;
} FormatCase;

static const FormatCase cases[] = {
  { "2022-09",
    "September 2022", "Sep 2022", "in September 2022",
    "tháng 9 năm 2022", "9/2022" },
  { "2023-09-10/2023-09-11",
    "10–11 September 2023", "10–11 Sep 2023", "on 10–11 September 2023",
    "từ ngày 10 đến ngày 11 tháng 9 năm 2023", "10–11/9/2023" },
  { "1995~",
    "about 1995", "about 1995", "in about 1995",
    "khoảng năm 1995", "khoảng 1995" },
  { "1995/..",
    "since 1995", "since 1995", "since 1995",
    "từ năm 1995", "từ 1995" },
  { "2023-40",
    "the first half of 2023", "H1 2023", "in the first half of 2023",
    "6 tháng đầu năm 2023", "6 tháng đầu năm 2023" },
  { "[..2023-08-29]",
    "by 29 August 2023", "by 29 Aug 2023", "by 29 August 2023",
    "chậm nhất là ngày 29/8/2023", "chậm nhất là 29/8/2023" },
  { "[2000-11..2023-08]",
    "between November 2000 and August 2023, time not known", "between Nov 2000 and Aug 2023", "between November 2000 and August 2023, time not known",
    "trong khoảng từ tháng 11/2000 đến tháng 8/2023, chưa rõ thời điểm cụ thể", "trong khoảng từ 11/2000 đến 8/2023" },
  { "2023-08-29",
    "29 August 2023", "29 Aug 2023", "on 29 August 2023",
    "ngày 29 tháng 8 năm 2023", "29/8/2023" },
  { "1995",
    "1995", "1995", "in 1995",
    "năm 1995", "1995" },
  { "2023-08-30/2023-09-02",
    "30 August – 2 September 2023", "30 Aug – 2 Sep 2023", "from 30 August to 2 September 2023",
    "từ ngày 30 tháng 8 đến ngày 2 tháng 9 năm 2023", "30/8–2/9/2023" },
  { "2013-07-25/2023-09-10",
    "25 July 2013 – 10 September 2023", "25 Jul 2013 – 10 Sep 2023", "from 25 July 2013 to 10 September 2023",
    "từ ngày 25 tháng 7 năm 2013 đến ngày 10 tháng 9 năm 2023", "25/7/2013–10/9/2023" },
  { "2013-07/2013-09",
    "July–September 2013", "Jul–Sep 2013", "from July to September 2013",
    "từ tháng 7 đến tháng 9 năm 2013", "7–9/2013" },
  { "2013-07/2023-09",
    "July 2013 – September 2023", "Jul 2013 – Sep 2023", "from July 2013 to September 2023",
    "từ tháng 7 năm 2013 đến tháng 9 năm 2023", "7/2013–9/2023" },
  { "1995/1997",
    "1995–1997", "1995–1997", "from 1995 to 1997",
    "từ năm 1995 đến năm 1997", "1995–1997" },
  { "1984~/2004?",
    "about 1984 – 2004 (uncertain)", "about 1984 – 2004?", "from about 1984 to 2004 (uncertain)",
    "từ khoảng năm 1984 đến năm 2004 (chưa chắc chắn)", "khoảng 1984–2004?" },
  { "2004-02-01/2005",
    "1 February 2004 – 2005", "1 Feb 2004 – 2005", "from 1 February 2004 to 2005",
    "từ ngày 1 tháng 2 năm 2004 đến năm 2005", "1/2/2004–2005" },
  { "1985/1985",
    "within 1985", "within 1985", "within 1985",
    "trong năm 1985", "trong 1985" },
  { "1985-04-12/1985-04-12",
    "12 April 1985", "12 Apr 1985", "on 12 April 1985",
    "ngày 12 tháng 4 năm 1985", "12/4/1985" },
  { "1985/",
    "from 1985, end not known", "1985–?", "from 1985, end not known",
    "từ năm 1985, chưa rõ thời điểm kết thúc", "1985–?" },
  { "../1985-04",
    "until April 1985", "until Apr 1985", "until April 1985",
    "đến tháng 4 năm 1985", "đến 4/1985" },
  { "/1985",
    "until 1985, start not known", "?–1985", "until 1985, start not known",
    "đến năm 1985, chưa rõ thời điểm bắt đầu", "?–1985" },
  { "../..",
    "without start or end", "without start or end", "without start or end",
    "không có thời điểm bắt đầu và kết thúc", "không có thời điểm bắt đầu và kết thúc" },
  { "/",
    "start and end not known", "start and end not known", "start and end not known",
    "chưa rõ thời điểm bắt đầu và kết thúc", "chưa rõ thời điểm bắt đầu và kết thúc" },
  { "../",
    "without a start, end not known", "without a start, end not known", "without a start, end not known",
    "không có thời điểm bắt đầu, chưa rõ thời điểm kết thúc", "không có thời điểm bắt đầu, chưa rõ thời điểm kết thúc" },
  { "/..",
    "without an end, start not known", "without an end, start not known", "without an end, start not known",
    "không có thời điểm kết thúc, chưa rõ thời điểm bắt đầu", "không có thời điểm kết thúc, chưa rõ thời điểm bắt đầu" },
  { "199X",
    "the 1990s", "1990s", "in the 1990s",
    "thập niên 1990", "thập niên 1990" },
  { "19XX",
    "between 1900 and 1999, time not known", "between 1900 and 1999", "between 1900 and 1999, time not known",
    "trong khoảng từ năm 1900 đến năm 1999, chưa rõ thời điểm cụ thể", "trong khoảng từ 1900 đến 1999" },
  { "1995-07-0X",
    "between 1 July 1995 and 9 July 1995, time not known", "between 1 Jul 1995 and 9 Jul 1995", "between 1 July 1995 and 9 July 1995, time not known",
    "trong khoảng từ ngày 1/7/1995 đến ngày 9/7/1995, chưa rõ thời điểm cụ thể", "trong khoảng từ 1/7/1995 đến 9/7/1995" },
  { "2020-04-3X",
    "30 April 2020", "30 Apr 2020", "on 30 April 2020",
    "ngày 30 tháng 4 năm 2020", "30/4/2020" },
  { "2021-33",
    "the first quarter of 2021", "Q1 2021", "in the first quarter of 2021",
    "quý I năm 2021", "quý I/2021" },
  { "2021-36",
    "the fourth quarter of 2021", "Q4 2021", "in the fourth quarter of 2021",
    "quý IV năm 2021", "quý IV/2021" },
  { "2021-38",
    "the middle four months of 2021", "middle 4 months of 2021", "in the middle four months of 2021",
    "4 tháng giữa năm 2021", "4 tháng giữa năm 2021" },
  { "-0044-03-15",
    "15 March 45 BC", "15 Mar 45 BC", "on 15 March 45 BC",
    "ngày 15 tháng 3 năm 45 TCN", "15/3/45 TCN" },
  { "0000",
    "1 BC", "1 BC", "in 1 BC",
    "năm 1 TCN", "1 TCN" },
  { "-019X",
    "between 200 BC and 191 BC, time not known", "between 200 BC and 191 BC", "between 200 BC and 191 BC, time not known",
    "trong khoảng từ năm 200 TCN đến năm 191 TCN, chưa rõ thời điểm cụ thể", "trong khoảng từ 200 TCN đến 191 TCN" },
  { "000X",
    "between 1 BC and 9, time not known", "between 1 BC and 9", "between 1 BC and 9, time not known",
    "trong khoảng từ năm 1 TCN đến năm 9, chưa rõ thời điểm cụ thể", "trong khoảng từ 1 TCN đến 9" },
  { "[1667,1668,1670..1672]",
    "1667, 1668 or between 1670 and 1672", "1667, 1668 or between 1670 and 1672", "in 1667, in 1668 or between 1670 and 1672",
    "năm 1667, năm 1668 hoặc trong khoảng từ năm 1670 đến năm 1672", "1667, 1668 hoặc trong khoảng từ 1670 đến 1672" },
  { "[2022-11-12,2022-11-18]",
    "12 November 2022 or 18 November 2022", "12 Nov 2022 or 18 Nov 2022", "on 12 November 2022 or on 18 November 2022",
    "ngày 12 tháng 11 năm 2022 hoặc ngày 18 tháng 11 năm 2022", "12/11/2022 hoặc 18/11/2022" },
  { "[..1760,1762~,1770..]",
    "by 1760, about 1762 or not before 1770", "by 1760, about 1762 or not before 1770", "by 1760, in about 1762 or not before 1770",
    "chậm nhất là năm 1760, khoảng năm 1762 hoặc sớm nhất là năm 1770", "chậm nhất là 1760, khoảng 1762 hoặc sớm nhất là 1770" },
  { "1995-07-XX",
    "July 1995", "Jul 1995", "in July 1995",
    "tháng 7 năm 1995", "7/1995" },
  { "2004-06-~11",
    "about 11 June 2004", "about 11 Jun 2004", "on about 11 June 2004",
    "khoảng ngày 11 tháng 6 năm 2004", "khoảng 11/6/2004" },
  { "1995%",
    "about 1995 (uncertain)", "about 1995?", "in about 1995 (uncertain)",
    "khoảng năm 1995 (chưa chắc chắn)", "khoảng 1995?" },
  { "2023-40/2023-41",
    "the first half of 2023 – the second half of 2023", "H1 2023 – H2 2023", "from the first half of 2023 to the second half of 2023",
    "từ 6 tháng đầu năm 2023 đến 6 tháng cuối năm 2023", "6 tháng đầu năm 2023–6 tháng cuối năm 2023" },
  { "2020-1X/2021",
    "some time between October 2020 and December 2020 – 2021", "some time between Oct 2020 and Dec 2020 – 2021", "from some time between October 2020 and December 2020 to 2021",
    "từ một thời điểm từ tháng 10/2020 đến tháng 12/2020 đến năm 2021", "một thời điểm từ 10/2020 đến 12/2020–2021" },
  { "2020-1X",
    "between October 2020 and December 2020, time not known", "between Oct 2020 and Dec 2020", "between October 2020 and December 2020, time not known",
    "trong khoảng từ tháng 10/2020 đến tháng 12/2020, chưa rõ thời điểm cụ thể", "trong khoảng từ 10/2020 đến 12/2020" },
  { "156X-12-25?",
    "between 25 December 1560 and 25 December 1569, time not known (uncertain)", "between 25 Dec 1560 and 25 Dec 1569?", "between 25 December 1560 and 25 December 1569, time not known (uncertain)",
    "trong khoảng từ ngày 25/12/1560 đến ngày 25/12/1569, chưa rõ thời điểm cụ thể (chưa chắc chắn)", "trong khoảng từ 25/12/1560 đến 25/12/1569?" },
  { "2023-09-10T17:00:00+07:00",
    "10 September 2023", "10 Sep 2023", "on 10 September 2023",
    "ngày 10 tháng 9 năm 2023", "10/9/2023" },
  { "19XX~",
    "between 1900 and 1999, time not known (approximate)", "between 1900 and 1999 (approximate)",
    "between 1900 and 1999, time not known (approximate)",
    "trong khoảng từ năm 1900 đến năm 1999, chưa rõ thời điểm cụ thể (gần đúng)",
    "trong khoảng từ 1900 đến 1999 (gần đúng)" },
  { "../1995-0X-%11",
    "until some time between 11 January 1995 and 11 September 1995 (approximate and uncertain)",
    "until some time between 11 Jan 1995 and 11 Sep 1995 (approximate and uncertain)",
    "until some time between 11 January 1995 and 11 September 1995 (approximate and uncertain)",
    "đến một thời điểm từ ngày 11/1/1995 đến ngày 11/9/1995 (gần đúng, chưa chắc chắn)",
    "đến một thời điểm từ 11/1/1995 đến 11/9/1995 (gần đúng, chưa chắc chắn)" },
};

static void
test_case (gconstpointer data)
{
  const FormatCase *c = data;
  const struct
  {
    const char *language;
    VnusDateStyle style;
    const char *expected;
  } styles[] = {
    { "en", VNUS_DATE_STYLE_PROSE, c->en_prose }, { "en", VNUS_DATE_STYLE_UNSET, c->en_prose },
    { "en", VNUS_DATE_STYLE_SHORT, c->en_short }, { "en", VNUS_DATE_STYLE_WHEN, c->en_when },
    { "vi", VNUS_DATE_STYLE_PROSE, c->vi_prose }, { "vi", VNUS_DATE_STYLE_WHEN, c->vi_prose },
    { "vi", VNUS_DATE_STYLE_SHORT, c->vi_short },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusDate) date = vnus_date_parse (c->text, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *text = vnus_date_format (date, styles[i].language, styles[i].style);

      g_assert_cmpstr (text, ==, styles[i].expected);
    }
}

static void
test_unknown_language (void)
{
  g_autoptr (VnusDate) date = vnus_date_new_ymd (1995, 7, 0);

  g_assert_null (vnus_date_format (date, "tlh", VNUS_DATE_STYLE_PROSE));
}

/* A reserve of any component stays in the wording. */
static void
test_reserves (void)
{
  static const char *const texts[] = { "1995%", "1995%-07", "1995-%07", "1995-07-%11", "%1995-07-11", "1995%/1996",
                                       "1995/1996-%07", "[1995,1996%]", "../1995%", "1995%/" };
  const char *const languages[] = { "en", "vi" };
  const char *const words[][2] = { { "about ", "uncertain" }, { "khoảng ", "chưa chắc chắn" } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autoptr (VnusDate) date = vnus_date_parse (texts[i], NULL);
        g_autofree char *text = vnus_date_format (date, languages[j], VNUS_DATE_STYLE_PROSE);

        g_test_message ("%s: %s", texts[i], text);
        g_assert_nonnull (strstr (text, words[j][0]));
        g_assert_nonnull (strstr (text, words[j][1]));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* The path of a test uses “/” for its own ends. */
      g_autofree char *name = g_strdelimit (g_strdup (cases[i].text), "/", '|');
      g_autofree char *path = g_strdup_printf ("/vnus/date/format/%s", name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/vnus/date/format/unknown-language", test_unknown_language);
  g_test_add_func ("/vnus/date/format/reserves", test_reserves);
  return g_test_run ();
}
