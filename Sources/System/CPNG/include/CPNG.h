/// Reading and writing PNG through libpng, as far as C is needed for it: libpng reports errors by
/// `longjmp`, which must never cross Swift code, so that every jump begins and ends in this target.
///
/// Nothing here decides anything: limits are given by the caller, messages are copied out.
#ifndef CPNG_H
#define CPNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The bytes of an error message, its end included.
#define PICTURE_MESSAGE_BYTES 160

/// What a file may ask for at most.
typedef struct {
  uint32_t side;          ///< Pixels on one side.
  uint64_t pixels;        ///< Pixels in all.
  uint64_t whole_pixels;  ///< Pixels of an interlaced file, which has to be held whole.
  size_t chunk_bytes;     ///< Memory for one chunk.
} picture_bounds;

/// What the file says of itself.
typedef struct {
  uint32_t width;
  uint32_t height;
  uint8_t bit_depth;
  uint8_t colour_type;
  bool is_interlaced;
} picture_header;

/// A picture being read, row by row.
typedef struct picture_reader picture_reader;

/// Opens a file and reads up to its first row; null with a message when it is no such picture.
picture_reader *picture_open_file(const char *path, picture_bounds bounds, picture_header *header,
                                  char message[PICTURE_MESSAGE_BYTES]);

/// The same from memory, which must outlive the reader.
picture_reader *picture_open_bytes(const uint8_t *bytes, size_t count, picture_bounds bounds,
                                   picture_header *header, char message[PICTURE_MESSAGE_BYTES]);

/// Reads the next row as red, green, blue, alpha; false with a message when the file is damaged.
/// After the last row, the end of the file is checked too.
bool picture_next_row(picture_reader *reader, uint8_t *row, char message[PICTURE_MESSAGE_BYTES]);

/// Frees a reader.
void picture_close(picture_reader *reader);

/// Writes 8-bit rows of 1 (grey), 3 or 4 channels; the caller frees the result with
/// `picture_free`. Null when memory does not suffice.
uint8_t *picture_encode(uint32_t width, uint32_t height, int channels, const uint8_t *pixels,
                        int level, size_t *count);

/// Frees what `picture_encode` gave.
void picture_free(uint8_t *bytes);

#endif
