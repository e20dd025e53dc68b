/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What records without a label are called. */
#include "inquiry-fixture.h"

#include "chronicle/vnus-record-name-private.h"

static const char records[] =
  "{\"kind\":\"state\",\"id\":\"rt\",\"label\":{\"en\":\"Ruritania\",\"vi\":\"Ru-ri-ta-ni-a\"},\"C\"},"
  "{\"kind\":\"state\",\"id\":\"zd\",\"label\":{\"en\":\"Zenda\"},\"C\"},"
  "{\"kind\":\"person\",\"id\":\"ann\",\"label\":{\"en\":\"Ann Ash\"},\"C\"},"
  "{\"kind\":\"person\",\"id\":\"bob\",\"C\"},"
  "{\"kind\":\"office\",\"id\":\"rt-president\",\"label\":{\"en\":\"President\",\"vi\":\"Tổng thống\"},\"of\":\"rt\",\"C\"},"
  "{\"kind\":\"tenure\",\"id\":\"t-none\",\"person\":\"ann\",\"office\":\"rt-president\",\"C\"},"
  "{\"kind\":\"tenure\",\"id\":\"t-second\",\"person\":\"ann\",\"office\":\"rt-president\",\"term\":2,\"C\"},"
  "{\"kind\":\"tenure\",\"id\":\"t-acting\",\"person\":\"bob\",\"office\":\"rt-president\",\"how\":\"acting\",\"C\"},"
  "{\"kind\":\"tenure\",\"id\":\"t-elect\",\"person\":\"ann\",\"office\":\"rt-president\",\"term\":1,\"how\":\"elect\",\"C\"},"
  "{\"kind\":\"tenure\",\"id\":\"t-nobody\",\"office\":\"rt-president\",\"C\"},"
  "{\"kind\":\"accreditation\",\"id\":\"acc\",\"person\":\"bob\",\"to\":\"zd\",\"C\"},"
  "{\"kind\":\"level\",\"id\":\"friendship\",\"label\":{\"en\":\"Friendship\"},\"ladder\":\"friendship\"},"
  "{\"kind\":\"relation\",\"id\":\"rt-zd\",\"parties\":[\"rt\",\"zd\"],\"C\"},"
  "{\"kind\":\"stage\",\"id\":\"stage\",\"relation\":\"rt-zd\",\"level\":\"friendship\",\"C\"},"
  "{\"kind\":\"stage\",\"id\":\"again\",\"relation\":\"rt-zd\",\"level\":\"friendship\",\"act\":\"resumed\",\"C\"},"
  "{\"kind\":\"stage\",\"id\":\"break\",\"relation\":\"rt-zd\",\"act\":\"severed\",\"C\"},"
  "{\"kind\":\"tenure\",\"id\":\"t-dated\",\"person\":\"ann\",\"office\":\"rt-president\",\"during\":\"2001/2003\",\"C\"},"
  "{\"kind\":\"visit\",\"id\":\"v-whole\",\"when\":\"2001-05-03\",\"host\":\"zd\",\"participants\":"
  "[{\"actor\":\"ann\",\"role\":\"guest\",\"capacity\":\"rt-president\"},{\"actor\":\"bob\",\"role\":\"member\"}],\"C\"},"
  "{\"kind\":\"visit\",\"id\":\"v-bare\",\"host\":\"zd\",\"C\"},"
  "{\"kind\":\"visit\",\"id\":\"v-nowhere\",\"C\"},"
  "{\"kind\":\"meeting\",\"id\":\"call\",\"mode\":\"telephone\",\"participants\":"
  "[{\"actor\":\"ann\",\"role\":\"participant\"},{\"actor\":\"zd\",\"role\":\"counterpart\"}],\"C\"},"
  "{\"kind\":\"statement\",\"id\":\"said\",\"when\":\"2002\",\"participants\":[{\"actor\":\"bob\",\"role\":\"speaker\"}],\"C\"},"
  "{\"kind\":\"agreement\",\"id\":\"pact\",\"form\":\"memorandum-of-intent\",\"parties\":[\"rt\",\"zd\"],\"C\"},"
  "{\"kind\":\"treaty-action\",\"id\":\"force\",\"agreement\":\"pact\",\"action\":\"entered-into-force\",\"C\"},"
  "{\"kind\":\"treaty-action\",\"id\":\"joined\",\"agreement\":\"pact\",\"action\":\"acceded\",\"party\":\"zd\",\"C\"},"
  "{\"kind\":\"indicator\",\"id\":\"trade\",\"label\":{\"en\":\"Trade\",\"vi\":\"Thương mại\"},\"C\"},"
  "{\"kind\":\"observation\",\"id\":\"trade-2001\",\"indicator\":\"trade\",\"period\":\"2001\",\"rank\":1,\"C\"},"
  "{\"kind\":\"judgement\",\"id\":\"j1\",\"a\":\"j2\",\"b\":\"bob\",\"verdict\":\"same\",\"C\"},"
  "{\"kind\":\"judgement\",\"id\":\"j2\",\"a\":\"j1\",\"b\":\"ann\",\"verdict\":\"same\",\"C\"}";

static const struct
{
  const char *id;
  const char *en;
  const char *vi;
} names[] = {
  { "zd", "Zenda", "Zenda" },
  { "bob", "bob", "bob" },
  { "t-none", "tenure of Ann Ash as President", "nhiệm kỳ của Ann Ash trên cương vị Tổng thống" },
  { "t-second", "second term of Ann Ash as President", "nhiệm kỳ thứ hai của Ann Ash trên cương vị Tổng thống" },
  { "t-acting", "tenure of bob as acting President", "nhiệm kỳ của bob trên cương vị quyền Tổng thống" },
  { "t-elect", "first term of Ann Ash as President-elect", "nhiệm kỳ đầu tiên của Ann Ash trên cương vị Tổng thống đắc cử" },
  { "t-nobody", "t-nobody", "t-nobody" },
  { "acc", "accreditation of bob to Zenda", "nhiệm kỳ công tác của bob tại Zenda" },
  { "rt-zd", "relations of Ruritania and Zenda", "quan hệ giữa Ru-ri-ta-ni-a và Zenda" },
  { "stage", "Friendship (relations of Ruritania and Zenda)", "Friendship (quan hệ giữa Ru-ri-ta-ni-a và Zenda)" },
  { "again", "Friendship resumed (relations of Ruritania and Zenda)",
    "Friendship được nối lại (quan hệ giữa Ru-ri-ta-ni-a và Zenda)" },
  { "break", "break (relations of Ruritania and Zenda)", "cắt đứt quan hệ (quan hệ giữa Ru-ri-ta-ni-a và Zenda)" },
  { "t-dated", "tenure of Ann Ash as President, 2001–2003", "nhiệm kỳ của Ann Ash trên cương vị Tổng thống, 2001–2003" },
  { "v-whole", "visit of President Ann Ash to Zenda, 3 May 2001", "chuyến thăm Zenda của Tổng thống Ann Ash, 3/5/2001" },
  { "v-bare", "visit to Zenda", "chuyến thăm Zenda" },
  { "v-nowhere", "v-nowhere", "v-nowhere" },
  { "call", "telephone call of Ann Ash and Zenda", "cuộc điện đàm giữa Ann Ash và Zenda" },
  { "said", "statement of bob, 2002", "phát biểu của bob, 2002" },
  { "pact", "memorandum of intent of Ruritania and Zenda (pact)", "bản ghi nhớ ý định của Ru-ri-ta-ni-a và Zenda (pact)" },
  { "force", "entry into force of memorandum of intent of Ruritania and Zenda (pact)",
    "thời điểm có hiệu lực của bản ghi nhớ ý định của Ru-ri-ta-ni-a và Zenda (pact)" },
  { "joined", "accession to memorandum of intent of Ruritania and Zenda (pact) (Zenda)",
    "gia nhập bản ghi nhớ ý định của Ru-ri-ta-ni-a và Zenda (pact) (Zenda)" },
  { "trade-2001", "Trade, 2001", "Thương mại, 2001" },
  /* Records that name each other end somewhere. */
  { "j1", "judgement on judgement on judgement on j2 and bob and Ann Ash and bob",
    "đánh giá về đánh giá về đánh giá về j2 và bob và Ann Ash và bob" },
  { "nothing-like-it", "nothing-like-it", "nothing-like-it" },
};

static void
test_name (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (VnusChronicle) chronicle = read_records (records);
  g_autofree char *en = _vnus_record_name_of (chronicle, names[i].id, "en");
  g_autofree char *vi = _vnus_record_name_of (chronicle, names[i].id, "vi");

  g_assert_cmpstr (en, ==, names[i].en);
  g_assert_cmpstr (vi, ==, names[i].vi);
}

static void
test_column (void)
{
  g_autoptr (VnusChronicle) chronicle = read_records (records);
  g_autoptr (VnusQuery) query = vnus_query_parse ("id:t-second", NULL);
  g_autoptr (VnusMatches) matches = vnus_query_run (query, chronicle);
  g_auto (GStrv) labels = NULL;
  g_autofree char *unknown = _vnus_record_name_of (NULL, "t-second", "en");

  g_assert_cmpstr (unknown, ==, "t-second");

  /* A column of labels rests on what was found, not on what the chronicle is now. */
  g_clear_object (&chronicle);
  labels = vnus_matches_list_labels (matches, "en");
  g_assert_cmpstr (labels[0], ==, "second term of Ann Ash as President");
  g_assert_null (labels[1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/record-name/%s", names[i].id);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_name);
    }
  g_test_add_func ("/vnus/record-name/column", test_column);

  return g_test_run ();
}
