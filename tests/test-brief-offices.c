/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How persons and dates are told in briefs of a made-up chronicle, word for word:
 * who acts in an office, who held one before, envoys who reside elsewhere. */
#include <string.h>

#include "brief-helpers.h"
#include "chronicle-text.h"

#define CITED "'citations':[{'source':'gazette'}]"

static const char records[] =
  "{'kind':'state','id':'us','label':{'en':'the United States','vi':'Hoa Kỳ'}," CITED "},"
  "{'kind':'state','id':'vn','label':{'en':'Vietnam','vi':'Việt Nam'}," CITED "},"
  "{'kind':'organization','id':'vn-embassy','label':{'en':'Embassy of Vietnam','vi':'Đại sứ quán Việt Nam'},"
  " 'organization-type':'embassy','of':'vn'," CITED "},"
  "{'kind':'person','id':'an','label':{'en':'Le An','vi':'Lê An'},'of':'vn'," CITED "},"
  "{'kind':'person','id':'binh','label':{'en':'Tran Binh','vi':'Trần Bình'},'of':'vn'," CITED "},"
  "{'kind':'person','id':'chi','label':{'en':'Pham Chi','vi':'Phạm Chi'},'of':'vn'," CITED "},"
  "{'kind':'person','id':'doe','label':{'en':'Jane Doe','vi':'Jane Doe'},'of':'us'," CITED "},"
  "{'kind':'person','id':'roe','label':{'en':'Richard Roe','vi':'Richard Roe'},'of':'us'," CITED "},"
  "{'kind':'person','id':'moe','label':{'en':'Mary Moe','vi':'Mary Moe'},'of':'us'," CITED "},"
  "{'kind':'office','id':'vn-general-secretary','label':{'en':'General Secretary','vi':'Tổng Bí thư'},'of':'vn','rank':'head-of-party'," CITED "},"
  "{'kind':'office','id':'vn-foreign-minister','label':{'en':'Foreign Minister','vi':'Bộ trưởng Ngoại giao'},'of':'vn','rank':'foreign-minister'," CITED "},"
  "{'kind':'office','id':'us-president','label':{'en':'US President','vi':'Tổng thống Hoa Kỳ'},'of':'us','rank':'head-of-state'," CITED "},"
  "{'kind':'office','id':'us-secretary-of-state','label':{'en':'Secretary of State','vi':'Ngoại trưởng Hoa Kỳ'},'of':'us','rank':'foreign-minister'," CITED "},"
  "{'kind':'office','id':'vn-ambassador','label':{'en':'Vietnamese Ambassador to the United States','vi':'Đại sứ Việt Nam tại Hoa Kỳ'},"
  " 'of':'vn-embassy','rank':'ambassador'," CITED "},"
  "{'kind':'tenure','id':'doe-acting','person':'doe','office':'us-secretary-of-state','during':'2001-01-01/2001-06-30','how':'acting'," CITED "},"
  "{'kind':'tenure','id':'doe-full','person':'doe','office':'us-secretary-of-state','during':'2001-07-01/2003-12-31','how':'appointed'," CITED "},"
  "{'kind':'tenure','id':'roe-president','person':'roe','office':'us-president','during':'1990-01-20/1994-01-20','how':'elected'," CITED "},"
  "{'kind':'tenure','id':'roe-secretary','person':'roe','office':'us-secretary-of-state','during':'1980/1984','how':'appointed'," CITED "},"
  "{'kind':'tenure','id':'moe-president','person':'moe','office':'us-president','during':'1998-01-20/..','how':'elected'," CITED "},"
  "{'kind':'place','id':'hanoi','label':{'en':'Hanoi','vi':'Hà Nội'},'place-type':'city','within':'vn'},"
  "{'kind':'place','id':'ottawa','label':{'en':'Ottawa','vi':'Ottawa'},'place-type':'city'},"
  "{'kind':'source','id':'gazette','label':{'en':'Gazette','vi':'Công báo'},'published':'2004-01-01'},"
  "{'kind':'source','id':'letter','label':{'en':'Letter','vi':'Thư'},'published':'2004-01-02'},"
  "{'kind':'accreditation','id':'chi-us','person':'chi','office':'vn-ambassador','to':'us','resident-at':'ottawa','class':'ambassador',"
  " 'credentials':'2001-03-05','left':'2003-05-01'," CITED "},"
  "{'kind':'relation','id':'us-vn','label':{'en':'Vietnam–United States relations','vi':'Quan hệ Việt Nam – Hoa Kỳ'},'parties':['us','vn']," CITED "},"
  "{'kind':'visit','id':'acting','label':{'en':'V'},'when':'2001-02-03','host':'vn','status':'held',"
  " 'participants':[{'actor':'doe','role':'guest','capacity':'us-secretary-of-state'}]," CITED "},"
  "{'kind':'visit','id':'appointed','label':{'en':'V'},'when':'2002-02-03','host':'vn','status':'held',"
  " 'participants':[{'actor':'doe','role':'guest','capacity':'us-secretary-of-state'}]," CITED "},"
  "{'kind':'visit','id':'former','label':{'en':'V'},'when':'2001-09-10','host':'vn','status':'held',"
  " 'participants':[{'actor':'roe','role':'guest'}]," CITED "},"
  "{'kind':'visit','id':'still','label':{'en':'V'},'when':'2001-10-10','host':'vn','status':'held',"
  " 'participants':[{'actor':'moe','role':'guest'}]," CITED "},"
  /* of two of the same rank, the earlier one met the higher host */
  "{'kind':'visit','id':'later','label':{'en':'V'},'when':'2003-05-01','host':'vn','status':'held',"
  " 'participants':[{'actor':'moe','role':'guest','capacity':'us-president'}]," CITED "},"
  "{'kind':'visit','id':'earlier','label':{'en':'V'},'when':'2003-03-01','host':'vn','status':'held',"
  " 'participants':[{'actor':'moe','role':'guest','capacity':'us-president'}]," CITED "},"
  "{'kind':'meeting','id':'met','label':{'en':'M'},'when':'2003-03-01','mode':'in-person','status':'held','part-of':['earlier'],"
  " 'participants':[{'actor':'moe','role':'participant','capacity':'us-president'},"
  " {'actor':'an','role':'participant','capacity':'vn-general-secretary'}]," CITED "},"
  /* two sources, two days, of which one is uncertain */
  "{'kind':'meeting','id':'disputed','label':{'en':'The call','vi':'Cuộc điện đàm'},'when':'2003-06-07','mode':'telephone','status':'held',"
  " 'participants':[{'actor':'moe','role':'participant','capacity':'us-president'},"
  " {'actor':'an','role':'participant','capacity':'vn-general-secretary'}],"
  " 'citations':[{'source':'gazette'},{'source':'letter','field':'when','value':'2003-06-09?'}]}";

typedef struct
{
  const char *name;
  const char *subject;
  const char *on;
  const char *language;
  const char *expected;
} Phrase;

static const Phrase phrases[] = {
  { "acting", "acting", "2001-03-01", "en", "Acting Secretary of State Jane Doe visited Vietnam" },
  { "acting", "acting", "2001-03-01", "vi", "Quyền Ngoại trưởng Hoa Kỳ Jane Doe đã thăm Việt Nam" },
  { "appointed", "appointed", "2002-03-01", "en", "\nSecretary of State Jane Doe visited Vietnam" },
  { "appointed", "appointed", "2002-03-01", "vi", "\nNgoại trưởng Hoa Kỳ Jane Doe đã thăm Việt Nam" },
  { "former", "former", "2002-01-01", "en", "Former US President Richard Roe visited Vietnam" },
  { "former", "former", "2002-01-01", "vi", "Nguyên Tổng thống Hoa Kỳ Richard Roe đã thăm Việt Nam" },
  { "former-not-over", "still", "2002-01-01", "en", "\nMary Moe visited Vietnam" },
  { "former-not-over", "still", "2002-01-01", "vi", "\nMary Moe đã thăm Việt Nam" },
  { "credentials", "us-vn", "2002-01-01", "vi",
    "\nĐại sứ Việt Nam tại Hoa Kỳ là Phạm Chi, trình Quốc thư ngày 5/3/2001; kiêm nhiệm, thường trú tại Ottawa.\n" },
  { "credentials", "us-vn", "2002-01-01", "en", "Pham Chi, who presented credentials on 5 March 2001" },
  { "uncertain", "us-vn", "2003-09-01", "vi", " về ngày gặp: có thể là ngày 9/6/2003 [letter]; 7/6/2003 [gazette].\n" },
  { "uncertain", "us-vn", "2003-09-01", "en", " differ on the date: possibly 9 June 2003 [letter]; and 7 June 2003 [gazette].\n" },
};

static void
test_phrase (gconstpointer data)
{
  const Phrase *phrase = data;
  g_autoptr (VnusBrief) brief = make_brief (phrase->subject, phrase->on, NULL, NULL);
  g_autofree char *words = all_words (brief, phrase->language);

  if (strstr (words, phrase->expected) == NULL)
    g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, phrase->expected));
}

/* A visit stands by the highest of those who met. */
static void
test_order_by_met (void)
{
  g_autoptr (VnusBrief) brief = make_brief ("us-vn", "2003-09-01", NULL, NULL);
  g_autofree char *words = all_words (brief, "en");
  const char *earlier = strstr (words, "1 March 2003"), *later = strstr (words, "1 May 2003");

  g_assert_nonnull (earlier);
  g_assert_nonnull (later);
  g_assert_true (earlier < later);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  chronicle = chronicle_from_records (records);

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vnus/brief/office-%s-%s", phrases[i].name, phrases[i].language);

      g_test_add_data_func (path, &phrases[i], test_phrase);
    }
  g_test_add_func ("/vnus/brief/order-by-met", test_order_by_met);

  return run_all ();
}
