/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Relations year by year: ranges, and emptiness outside coverage. */
#include "chronicle-text.h"

#include <string.h>

static const char records[] =
  "{'kind':'source','id':'s','published':'2010-01-01'},"
  "{'kind':'state','id':'us','same-as':['cow:2'],'citations':[{'source':'s'}]},"
  "{'kind':'state','id':'vn','citations':[{'source':'s'}]},"
  "{'kind':'relation','id':'us-vn','parties':['us','vn'],'citations':[{'source':'s'}]},"
  "{'kind':'person','id':'p','of':'us','citations':[{'source':'s'}]},"
  "{'kind':'level','id':'low','ladder':'partnership','rank':1},"
  "{'kind':'level','id':'high','ladder':'partnership','rank':2},"
  "{'kind':'stage','id':'st1','relation':'us-vn','level':'low','during':'2001/2003-06-01','citations':[{'source':'s'}]},"
  "{'kind':'stage','id':'st2','relation':'us-vn','level':'high','during':'2003-06-02/2003','citations':[{'source':'s'}]},"
  "{'kind':'visit','id':'v1','when':'2001-05','host':'vn','visit-type':'official','status':'held',"
  " 'participants':[{'actor':'p','role':'guest','side':'us'}],'citations':[{'source':'s'}]},"
  "{'kind':'visit','id':'v2','when':'[2001-12..2002-02]','host':'vn','visit-type':'official','status':'held',"
  " 'participants':[{'actor':'p','role':'guest','side':'us'}],'citations':[{'source':'s'}]},"
  "{'kind':'visit','id':'v3','when':'2004-05','host':'vn','visit-type':'official','status':'held',"
  " 'participants':[{'actor':'p','role':'guest','side':'us'}],'citations':[{'source':'s'}]},"
  "{'kind':'agreement','id':'a1','form':'treaty','binding':'treaty','parties':['us','vn'],'validity':'2001-03-01/2002-05-01',"
  " 'citations':[{'source':'s'}]},"
  "{'kind':'coverage','id':'c1','scope':'kind:visit host:vn','during':'2001-01-01/2003-12-31','sources':['s'],'basis':'source','citations':[{'source':'s'}]},"
  "{'kind':'coverage','id':'c2','scope':'kind:agreement relation:us-vn','during':'2001-01-01/2002-12-31','sources':['s'],'basis':'source','citations':[{'source':'s'}]}";

static char *
make_table (int         first,
            int         last,
            const char *query)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (records);
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vnus_inquiry_to_dyad_years (inquiry, first, last, query, &error);

  g_assert_no_error (error);
  g_assert_null (vnus_inquiry_get_relation (inquiry));
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_rows (void)
{
  g_autofree char *table = make_table (2000, 2004, NULL);

  g_assert_cmpstr (table, ==,
                   "relation,guest,host,guest_iso3,host_iso3,guest_cow,host_cow,year,visits_min,visits_max,visits_coverage,"
                   "level_partnership,level_partnership_possible,agreements_min,agreements_max\r\n"
                   /* outside coverage: empty, not 0 */
                   "us-vn,us,vn,USA,VNM,2,,2000,,,,,,,\r\n"
                   "us-vn,vn,us,VNM,USA,,2,2000,,,,,,,\r\n"
                   /* v1 for certain, v2 perhaps */
                   "us-vn,us,vn,USA,VNM,2,,2001,1,2,c1,low,low,1,1\r\n"
                   "us-vn,vn,us,VNM,USA,,2,2001,,,,low,low,1,1\r\n"
                   "us-vn,us,vn,USA,VNM,2,,2002,0,1,c1,low,low,0,0\r\n"
                   "us-vn,vn,us,VNM,USA,,2,2002,,,,low,low,0,0\r\n"
                   /* covered, and nothing: a zero that is one; the end of the stage is some day of 2003 */
                   "us-vn,us,vn,USA,VNM,2,,2003,0,0,c1,,high,,\r\n"
                   "us-vn,vn,us,VNM,USA,,2,2003,,,,,high,,\r\n"
                   /* recorded, but not covered */
                   "us-vn,us,vn,USA,VNM,2,,2004,,,,,,,\r\n"
                   "us-vn,vn,us,VNM,USA,,2,2004,,,,,,,\r\n");
}

static void
test_query (void)
{
  g_autofree char *table = make_table (2001, 2001, "visit-type:private");

  g_assert_nonnull (strstr (table, ",2001,0,0,c1,"));
}

static void
test_bad_query (void)
{
  g_autoptr (VnusChronicle) chronicle = chronicle_from_records (records);
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (chronicle);
  g_autoptr (GError) error = NULL;

  vnus_inquiry_set_relation (inquiry, "us-vn");
  g_assert_null (vnus_inquiry_to_dyad_years (inquiry, 2001, 2002, "hots:vn", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "hots"));
  g_assert_cmpstr (vnus_inquiry_get_relation (inquiry), ==, "us-vn");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/dyad-years/rows", test_rows);
  g_test_add_func ("/vnus/dyad-years/query", test_query);
  g_test_add_func ("/vnus/dyad-years/bad-query", test_bad_query);

  return g_test_run ();
}
