/// The terminal, as far as C is needed for it: macros, globals, variable arguments, signal handlers.
///
/// `screen_…` wraps ncursesw; one screen at a time, used by one thread.
/// `guard_…` gives the terminal back when the process ends in a way that runs no Swift.
#ifndef CCURSES_H
#define CCURSES_H

#include <stdbool.h>
#include <stdint.h>

/// The most characters one cell holds: a base and what is drawn over it.
#define SCREEN_CELL_CHARACTERS 5

enum {
  SCREEN_BOLD = 1,
  SCREEN_DIM = 2,
  SCREEN_UNDERLINE = 4,
  SCREEN_REVERSE = 8,
  SCREEN_ITALIC = 16,
};

/// One cell to be written. A wide character is one cell with `width` 2.
typedef struct {
  uint32_t characters[SCREEN_CELL_CHARACTERS];
  int32_t pair;
  uint8_t count;
  uint8_t width;
  uint8_t attributes;
} screen_cell;

/// Sets the character type of the locale, and only that: numbers are read and written as in C.
void screen_set_locale(void);

/// Takes the terminal behind two descriptors; false when it cannot be used. `type` may be null for
/// the value of TERM.
bool screen_open(const char *type, int input, int output);

/// Gives the terminal back and frees what `screen_open` took.
void screen_close(void);

/// Gives the terminal back for a while.
void screen_suspend(void);

/// Takes the terminal again; everything must be written anew.
void screen_resume(void);

/// Tells ncurses the size of the terminal and forgets what is on it.
void screen_resize(int width, int height);

/// Forgets what is on the terminal: the next update writes everything.
void screen_forget(void);

/// Columns.
int screen_width(void);

/// Rows.
int screen_height(void);

/// How many colours the terminal has; 0 when it has none.
int screen_colours(void);

/// How many pairs of colours can be made, the first, 0, included.
int screen_pairs(void);

/// Whether -1 stands for the terminal's own colours.
bool screen_has_default_colours(void);

/// Whether a colour's number is its 24 bits.
bool screen_has_direct_colours(void);

/// Defines a pair of colours.
void screen_set_pair(int pair, int foreground, int background);

/// Writes cells on a row, cut at its end.
void screen_write(int y, int x, const screen_cell *cells, int count);

/// Shows the cursor at a place, or hides it when `y` is negative.
void screen_set_cursor(int y, int x);

/// Sends what has changed to the terminal.
void screen_update(void);

/// The value of a string capability, or null.
const char *screen_capability(const char *name);

/// The size of the terminal behind a descriptor; false when it has none.
bool terminal_size(int descriptor, int *width, int *height);

/// The signals that have come, as bits of `GUARD_…`.
enum {
  GUARD_RESIZED = 1,
  GUARD_STOPPED = 2,
  GUARD_CONTINUED = 4,
  GUARD_TERMINATED = 8,
};

/// Keeps the settings of a terminal and takes care of signals: traps and aborts give it back before
/// the process dies of them; TERM, HUP, INT and QUIT are noted, wake the reader through `wake`, and
/// end the process after `patience` seconds or at the second of them if nobody has acted. Comes
/// before `screen_open`, so that the settings are the shell's and ncurses leaves signals alone.
void guard_install(int terminal, int wake, int patience);

/// Says what must be written to give the terminal back: at most `GUARD_MAXIMUM_BYTES`.
void guard_set_restoring(const char *bytes, int length);

/// The most bytes that can be written to give the terminal back.
#define GUARD_MAXIMUM_BYTES 512

/// Whether the guard gives the terminal back; off while the terminal is given back anyway.
void guard_arm(bool armed);

/// Puts the former handlers back and forgets the terminal.
void guard_remove(void);

/// Takes note of the signals that came since the last call.
unsigned guard_take(void);

/// The number of the signal that asked the process to end; 0 when none did.
int guard_termination(void);

/// Stops the process as the terminal's suspend key does, until it is continued.
void guard_stop(void);

/// Makes a descriptor by which one thread wakes another; -1 when it cannot.
int waker_open(void);

/// Wakes whoever polls the descriptor.
void waker_wake(int descriptor);

/// Takes note of a wake; false when there was none.
bool waker_take(int descriptor);

/// Reads single keys without echo from a terminal; false when it is none. The settings it had are
/// restored by `terminal_restore`.
bool terminal_make_raw(int descriptor);

/// Puts the settings back that `terminal_make_raw` found.
void terminal_restore(int descriptor);

#endif
