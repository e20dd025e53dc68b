/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: the words of a message while it is being said. */
#pragma once

#include <cstring>

#include <glib.h>

namespace
{

/* Most messages fit in, and take no memory until they are done. */
class Words
{
public:
  Words () : start (few), n (0), room (sizeof few) {}
  Words (const Words &) = delete;
  Words &operator= (const Words &) = delete;
  ~Words ()
  {
    if (start != few)
      g_free (start);
  }

  void
  append (const char *text, size_t length)
  {
    if (n + length > room)
      grow (n + length);
    memcpy (start + n, text, length);
    n += length;
  }

  char *
  copy () const
  {
    char *text = static_cast<char *> (g_malloc (n + 1));

    memcpy (text, start, n);
    text[n] = '\0';
    return text;
  }

private:
  void
  grow (size_t least)
  {
    char *larger;

    room = 2 * least;
    larger = static_cast<char *> (g_malloc (room));
    memcpy (larger, start, n);
    if (start != few)
      g_free (start);
    start = larger;
  }

  char few[512];
  char *start;
  size_t n, room;
};

} // namespace
