/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What briefs of the shipped chronicle say, word for word. */
#include <string.h>

#include "brief-helpers.h"

typedef struct
{
  const char *name;
  const char *subject;
  const char *on, *known_on, *according_to;
  const char *language;
  const char *expected;
} Phrase;

static const Phrase phrases[] = {
  { "planned", SUBJECT, "2023-08-29", "2023-08-29", NULL, "vi",
    "\nNhận lời mời của Tổng Bí thư Nguyễn Phú Trọng, Tổng thống Hoa Kỳ Joe Biden sẽ thăm Việt Nam từ ngày 10 đến ngày 11 tháng 9 năm 2023." },
  { "headline", SUBJECT, "2023-08-29", "2023-08-29", NULL, "vi", "Tổng thống Hoa Kỳ Joe Biden sẽ thăm Việt Nam (10–11/9/2023)\n" },
  { "under-way", SUBJECT, "2023-09-10", NULL, NULL, "vi", "Joe Biden đang thăm Việt Nam" },
  { "held", SUBJECT, "2023-09-20", NULL, "article-a,us-historian-travels", "vi",
    "đã thăm Việt Nam trong hai ngày 10 và 11 tháng 9 năm 2023." },
  { "planned-for-the-past", SUBJECT, "2023-09-12", "2023-08-29", NULL, "vi",
    "\nTheo chương trình dự kiến, Tổng thống Joe Biden có mặt tại Hà Nội ngày 10/9/2023.\n" },
  { "planned-for-yesterday", SUBJECT, "2023-09-11", "2023-08-29", NULL, "vi",
    "\nTheo chương trình dự kiến, Tổng thống Joe Biden có mặt tại Hà Nội ngày 10/9/2023.\n" },
  { "full-name", SUBJECT, "2023-09-09", NULL, NULL, "vi",
    "; Tổng Giám đốc Cơ quan Phát triển Quốc tế Hoa Kỳ (USAID) Samantha Power (3/2023); " },
  { "first-not-proved", SUBJECT, "2023-09-20", "2023-08-29", NULL, "vi", "\nTheo [article-a], đây dự kiến là chuyến thăm Việt Nam đầu tiên " },
  { "announced-not-proved", SUBJECT, "2023-09-20", "2023-08-29", NULL, "vi",
    "\nTheo thông báo ngày 29/8/2023, chuyến thăm dự kiến diễn ra từ ngày 10 đến ngày 11/9/2023." },
  { "anniversary", SUBJECT, "2023-08-29", NULL, NULL, "vi",
    "\nChuyến thăm diễn ra trong năm hai nước kỷ niệm 10 năm xác lập quan hệ Đối tác toàn diện (2013–2023), 28 năm sau khi thiết lập quan hệ ngoại giao.\n" },
  { "anniversary-asserted", SUBJECT, "2023-08-29", NULL, NULL, "vi", "nhân dịp kỷ niệm 10 năm " },
  { "first-in-office", SUBJECT, "2023-08-29", NULL, NULL, "vi",
    "\nĐây là chuyến thăm Việt Nam đầu tiên của ông Joe Biden trên cương vị Tổng thống Hoa Kỳ.\n" },
  { "first-not-verified", SUBJECT, "2023-08-29", NULL, "article-a", "vi",
    "\nTheo [article-a], đây là chuyến thăm Việt Nam đầu tiên của ông Joe Biden trên cương vị Tổng thống Hoa Kỳ; các nguồn hiện có chưa đủ cơ sở để xác minh.\n" },
  { "ordinal", SUBJECT, "2023-08-29", NULL, NULL, "vi",
    "\nSau ông Donald Trump, ông Joe Biden sẽ là Tổng thống Hoa Kỳ thứ hai thăm Việt Nam ngay trong nhiệm kỳ đầu tiên kể từ năm 1995.\n" },
  { "trade", SUBJECT, "2023-08-29", NULL, NULL, "vi",
    "\nNăm 2022, kim ngạch thương mại hai chiều đạt hơn 123,86 tỷ USD, tăng 11% so với năm 2021; 6 tháng đầu năm 2023 đạt hơn 51,2 tỷ USD.\n" },
  { "delegation", SUBJECT, "2023-08-29", NULL, NULL, "vi",
    "\nThành phần Đoàn gồm: Ngoại trưởng Antony Blinken; Đại sứ Hoa Kỳ tại Việt Nam Marc E. Knapper; Cố vấn An ninh quốc gia Jake Sullivan; Đặc phái viên của Tổng thống về khí hậu John Kerry; " },
  { "assistant-secretary", SUBJECT, "2023-08-29", NULL, NULL, "vi", "; Trợ lý Ngoại trưởng Daniel Kritenbrink; " },
  { "deputy-advisor", SUBJECT, "2023-08-29", NULL, NULL, "vi", "Phó Cố vấn An ninh quốc gia Jon Finer; " },
  { "day-not-known", "blinken-vn-2023-04", "2023-09-20", NULL, "article-a", "vi", "tháng 4/2023 (chưa rõ ngày cụ thể)" },
  { "disputed-body", SUBJECT, "2023-08-29", NULL, NULL, "vi",
    "\nTháng 11/2022, tại Bangkok, bên lề Tuần lễ Cấp cao APEC, Chủ tịch nước Nguyễn Xuân Phúc đã gặp Phó Tổng thống Hoa Kỳ Kamala Harris.\n" },
  { "disputed-note", SUBJECT, "2023-08-29", NULL, NULL, "vi", " Các nguồn nêu khác nhau về ngày gặp: 18/11/2022 [" },
  { "telephone", SUBJECT, "2023-08-29", NULL, "article-a,article-b", "vi",
    "\nTháng 3/2023, Tổng Bí thư Nguyễn Phú Trọng điện đàm với Tổng thống Joe Biden.\n" },
  { "sidelines", SUBJECT, "2023-08-29", NULL, "article-a,article-b", "vi",
    "\nThủ tướng Phạm Minh Chính gặp Tổng thống Joe Biden bên lề Hội nghị Cấp cao ASEAN lần thứ 40 và 41 tại Campuchia (11/2022).\n" },
  { "lower-bound", SUBJECT, "2023-08-29", NULL, "article-a,article-b", "vi", "Việt Nam đã đón ít nhất 12 đoàn Hoa Kỳ.\n" },
  { "agreements", SUBJECT, "2023-08-29", NULL, NULL, "vi",
    "\nViệt Nam đang phối hợp với USAID triển khai Bản ghi nhớ ý định về nâng cao năng lực giám định hài cốt trong chiến tranh; hai bên đã thông qua Kế hoạch hành động quốc phòng giai đoạn 2022–2024 (chưa rõ ngày thông qua)" },
  { "shared-opening", SUBJECT, "2023-09-12", NULL, NULL, "vi",
    "; đánh giá cao vị trí, vai trò của Việt Nam trong ASEAN, ở châu Á – Thái Bình Dương và tại các diễn đàn quốc tế như Liên hợp quốc; " },
  { "stale", "us-vn", "2024-06-01", NULL, NULL, "vi", "\nTính đến tháng 9/2023 (nguồn gần nhất), " },
  { "course", SUBJECT, "2023-08-29", NULL, NULL, "vi",
    "\nViệt Nam và Hoa Kỳ bình thường hóa quan hệ tháng 7/1995 và xác lập quan hệ Đối tác toàn diện ngày 25/7/2013.\n" },
  { "course-later", SUBJECT, "2023-09-20", NULL, NULL, "vi",
    "xác lập quan hệ Đối tác toàn diện ngày 25/7/2013 và nâng cấp lên quan hệ Đối tác chiến lược toàn diện ngày 10/9/2023.\n" },

  { "planned", SUBJECT, "2023-08-29", "2023-08-29", NULL, "en",
    "\nUS President Joe Biden will visit Vietnam on 10–11 September 2023 at the invitation of General Secretary Nguyen Phu Trong, " },
  { "call", "trong-biden-call-2023", "2023-09-09", NULL, NULL, "vi", "\nCuộc điện đàm diễn ra trong năm hai nước kỷ niệm 10 năm " },
  { "call", "trong-biden-call-2023", "2023-09-09", NULL, NULL, "en", "\nThe call took place in the year of the 10th anniversary " },
  { "course-unsure", "us-vn", "1995-07-12", NULL, NULL, "en",
    "\nVietnam and the United States normalised relations in July 1995; whether by 12 July 1995, the sources at hand do not tell.\n" },
  { "course-unsure", "us-vn", "1995-07-12", NULL, NULL, "vi",
    "\nViệt Nam và Hoa Kỳ bình thường hóa quan hệ tháng 7/1995; các nguồn hiện có không cho biết đến ngày 12 tháng 7 năm 1995 việc này đã diễn ra hay chưa.\n" },
  { "course-of-both", "us-vn", "2013-07-20", NULL, NULL, "en", "\nVietnam and the United States normalised relations in July 1995.\n" },
  { "course-neutral", "us-vn", "2023-09-09", NULL, NULL, "vi",
    "\nViệt Nam và Hoa Kỳ bình thường hóa quan hệ tháng 7/1995 và xác lập quan hệ Đối tác toàn diện ngày 25/7/2013.\n" },
  { "transfer-in-part", "us-vn", "2018-01-01", NULL, NULL, "en",
    "\nThe United States transferred one Hamilton-class high endurance cutter to Vietnam (25 May 2017).\n" },
  { "transfer-of-all-parts", "us-vn", "2023-03-01", NULL, NULL, "en",
    "\nThe United States transferred two Hamilton-class vessels to Vietnam (25 May 2017 and 14 August 2020).\n" },
  { "cooperation-dated", SUBJECT, "2023-08-29", NULL, NULL, "en",
    "\nCo-operation between the two sides included: return of the regular dialogues to meetings in person (October 2022 – March 2023).\n" },
  { "cooperation-dated", SUBJECT, "2023-08-29", NULL, NULL, "vi",
    "\nHai bên đã thực hiện: nối lại các cơ chế đối thoại song phương theo hình thức trực tiếp (10/2022–3/2023).\n" },
  { "planned-for-the-past", SUBJECT, "2023-09-12", "2023-08-29", NULL, "en",
    "\nPresident Joe Biden was due in Hanoi on 10 September 2023.\n" },
  { "under-way", SUBJECT, "2023-09-10", NULL, NULL, "en", "Joe Biden is visiting Vietnam on 10–11 September 2023" },
  { "held", SUBJECT, "2023-09-20", NULL, "article-a,us-historian-travels", "en", "Joe Biden visited Vietnam on 10 and 11 September 2023" },
  { "announced-not-proved", SUBJECT, "2023-09-20", "2023-08-29", NULL, "en",
    "\nAccording to the announcement of 29 August 2023, the visit was due to take place on 10–11 September 2023." },
  { "anniversary", SUBJECT, "2023-08-29", NULL, NULL, "en",
    "in the year of the 10th anniversary of the Comprehensive Partnership (2013–2023), 28 years after the establishment of diplomatic relations.\n" },
  { "first", SUBJECT, "2023-08-29", "2023-08-29", "article-a", "en", "\nIt will be his first visit to Vietnam as President, according to [article-a]" },
  { "first-confirmed", SUBJECT, "2023-08-29", NULL, NULL, "en", "\nIt will be his first visit to Vietnam as President.\n" },
  { "rank-not-refuted", SUBJECT, "2023-08-29", "2023-08-29", NULL, "en",
    "in his first term since 1995, according to [article-a]; the sources at hand do not suffice to verify it.\n" },
  { "shared-opening", SUBJECT, "2023-09-12", NULL, NULL, "en",
    "; values the place of Vietnam in ASEAN, Asia-Pacific and world bodies, the United Nations for one; " },
  { "open-list", SUBJECT, "2023-08-29", NULL, "article-a,article-b", "en",
    "\nAt least twelve US delegations visited Vietnam between September 2022 and July 2023.\n" },
  { "unknown", SUBJECT, "2023-08-29", NULL, NULL, "en", "\nThe date on which the invitation was made is not known.\n" },
  { "trade", SUBJECT, "2023-08-29", NULL, NULL, "en", "more than USD 123.86 billion, up 11% on 2021 as reported" },
  { "computed", SUBJECT, "2023-08-29", NULL, NULL, "en", "\nComputed back from this, two-way trade came to about USD 111.6 billion in 2021.\n" },
};

static void
test_phrase (gconstpointer data)
{
  const Phrase *phrase = data;
  g_autoptr (VnusBrief) brief = make_brief (phrase->subject, phrase->on, phrase->known_on, phrase->according_to);
  g_autofree char *words = all_words (brief, phrase->language);

  if (strstr (words, phrase->expected) == NULL)
    g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, phrase->expected));
}

/* A stop of which a meeting on that day tells more is not told as a plan. */
static void
test_stop_told_by_meeting (void)
{
  static const char *const languages[] = { "en", "vi" };
  static const char *const plans[] = { "due in Hanoi", "có mặt tại Hà Nội" };
  g_autoptr (VnusBrief) brief = make_brief (SUBJECT, "2023-09-12", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *words = all_words (brief, languages[i]);

      g_assert_null (strstr (words, plans[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  set_up (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/brief/phrase/%s/%s", phrases[i].language, phrases[i].name);

      g_test_add_data_func (path, &phrases[i], test_phrase);
    }
  g_test_add_func ("/vnus/brief/stop-told-by-meeting", test_stop_told_by_meeting);

  return run_all ();
}
