#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1

#include "CCurses.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

/// Cells handed to ncurses at a time.
#define CHUNK 256

static SCREEN *screen;
static FILE *input_file;
static FILE *output_file;
static bool default_colours;
static int cursor_shown = -1;

void screen_set_locale(void) {
  setlocale(LC_CTYPE, "");
  // A locale that says nothing (C) is no reason to show no accents: terminals speak UTF-8.
  if (strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0) {
    setlocale(LC_CTYPE, "C.UTF-8");
  }
}

static FILE *open_file(int descriptor, const char *mode) {
  int own = dup(descriptor);
  if (own < 0) {
    return NULL;
  }
  FILE *file = fdopen(own, mode);
  if (!file) {
    close(own);
  }
  return file;
}

static void close_files(void) {
  if (input_file) {
    fclose(input_file);
  }
  if (output_file) {
    fclose(output_file);
  }
  input_file = NULL;
  output_file = NULL;
}

bool screen_open(const char *type, int input, int output) {
  if (screen) {
    return false;
  }
  input_file = open_file(input, "r");
  output_file = open_file(output, "w");
  if (input_file && output_file) {
    set_escdelay(25);
    screen = newterm(type, output_file, input_file);
  }
  if (!screen) {
    close_files();
    return false;
  }
  raw();
  noecho();
  nonl();
  typeahead(-1);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  default_colours = false;
  if (has_colors() && start_color() == OK) {
    default_colours = use_default_colors() == OK;
  }
  cursor_shown = -1;
  return true;
}

void screen_close(void) {
  if (!screen) {
    return;
  }
  endwin();
  delscreen(screen);
  screen = NULL;
  close_files();
}

void screen_suspend(void) {
  if (screen) {
    endwin();
  }
}

void screen_resume(void) {
  if (screen) {
    reset_prog_mode();
    screen_forget();
    cursor_shown = -1;
  }
}

void screen_resize(int width, int height) {
  if (screen) {
    resizeterm(height > 0 ? height : 1, width > 0 ? width : 1);
    screen_forget();
  }
}

void screen_forget(void) {
  if (screen) {
    werase(stdscr);
    clearok(curscr, TRUE);
  }
}

int screen_width(void) { return screen ? getmaxx(stdscr) : 0; }

int screen_height(void) { return screen ? getmaxy(stdscr) : 0; }

int screen_colours(void) { return screen && has_colors() ? COLORS : 0; }

int screen_pairs(void) { return screen && has_colors() ? COLOR_PAIRS : 0; }

bool screen_has_default_colours(void) { return default_colours; }

bool screen_has_direct_colours(void) {
  return screen && (tigetflag("RGB") > 0 || tigetnum("RGB") > 0) && COLORS >= 1 << 24;
}

void screen_set_pair(int pair, int foreground, int background) {
  init_extended_pair(pair, foreground, background);
}

static attr_t attributes_of(const screen_cell *cell) {
  attr_t attributes = A_NORMAL;
  if (cell->attributes & SCREEN_BOLD) attributes |= A_BOLD;
  if (cell->attributes & SCREEN_DIM) attributes |= A_DIM;
  if (cell->attributes & SCREEN_UNDERLINE) attributes |= A_UNDERLINE;
  if (cell->attributes & SCREEN_REVERSE) attributes |= A_REVERSE;
  if (cell->attributes & SCREEN_ITALIC) attributes |= A_ITALIC;
  return attributes;
}

/// Fills one or two ncurses cells. A character whose width the C library sees otherwise would shift
/// the rest of the row, so a question mark stands for it.
static int fill(cchar_t *out, const screen_cell *cell) {
  wchar_t text[SCREEN_CELL_CHARACTERS + 1] = {0};
  int count = cell->count < SCREEN_CELL_CHARACTERS ? cell->count : SCREEN_CELL_CHARACTERS;
  int kept = 0;
  for (int i = 0; i < count; i++) {
    wchar_t character = (wchar_t)cell->characters[i];
    if (i == 0 || wcwidth(character) == 0) {
      text[kept++] = character;
    }
  }
  attr_t attributes = attributes_of(cell);
  int pair = cell->pair;
  if (kept > 0 && wcwidth(text[0]) == cell->width &&
      setcchar(out, text, attributes, 0, &pair) == OK) {
    return 1;
  }
  for (int i = 0; i < cell->width; i++) {
    setcchar(&out[i], i == 0 ? L"?" : L" ", attributes, 0, &pair);
  }
  return cell->width;
}

void screen_write(int y, int x, const screen_cell *cells, int count) {
  cchar_t chunk[CHUNK + 2];
  if (!screen || y < 0 || y >= getmaxy(stdscr)) {
    return;
  }
  int next = 0;
  while (next < count && x < getmaxx(stdscr)) {
    int used = 0;
    int start = x;
    while (next < count && used < CHUNK && x < getmaxx(stdscr)) {
      used += fill(&chunk[used], &cells[next]);
      x += cells[next].width;
      next++;
    }
    mvwadd_wchnstr(stdscr, y, start, chunk, used);
  }
}

void screen_set_cursor(int y, int x) {
  if (!screen) {
    return;
  }
  int shown = y >= 0 ? 1 : 0;
  if (shown != cursor_shown) {
    curs_set(shown);
    cursor_shown = shown;
  }
  if (shown) {
    wmove(stdscr, y, x);
  }
}

void screen_update(void) {
  if (screen) {
    wnoutrefresh(stdscr);
    doupdate();
  }
}

const char *screen_capability(const char *name) {
  if (!screen) {
    return NULL;
  }
  char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

bool terminal_size(int descriptor, int *width, int *height) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
    return false;
  }
  *width = size.ws_col;
  *height = size.ws_row;
  return true;
}
