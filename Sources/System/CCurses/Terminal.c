#include "CCurses.h"

#include <stddef.h>
#include <termios.h>

static struct termios found;
static int found_on = -1;

bool terminal_make_raw(int descriptor) {
  if (tcgetattr(descriptor, &found) != 0) {
    return false;
  }
  struct termios settings = found;
  settings.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
  settings.c_iflag &= ~(tcflag_t)(IXON | ICRNL);
  settings.c_cc[VMIN] = 1;
  settings.c_cc[VTIME] = 0;
  if (tcsetattr(descriptor, TCSANOW, &settings) != 0) {
    return false;
  }
  found_on = descriptor;
  return true;
}

void terminal_restore(int descriptor) {
  if (found_on == descriptor) {
    tcsetattr(descriptor, TCSANOW, &found);
    found_on = -1;
  }
}
