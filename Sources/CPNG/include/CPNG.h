/// What Stepwise needs of libpng and libdeflate.
///
/// libpng reports errors by longjmp, which must not cross Swift code, and its headers bring setjmp along, which Swift
/// refuses to import. So libpng's headers stay in CPNG.c: here an error is a return value and a message.

#ifndef CPNG_H
#define CPNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// libpng's words about what went wrong.
typedef struct {
  char text[128];
} cpng_message;

/// The numbers of the colour types in the PNG specification, table 11.1.
enum {
  cpng_grey = 0,
  cpng_rgb = 2,
  cpng_palette = 3,
  cpng_grey_alpha = 4,
  cpng_rgba = 6,
};

/// A picture in the form in which the file stores it.
typedef struct {
  uint32_t width;
  uint32_t height;
  int color_type;
  int bit_depth;
  /// The rows, filtered and compressed, in the zlib format.
  const uint8_t *data;
  size_t data_size;
  /// Red, green and blue of each colour of a palette, and the alphas of the first of them.
  const uint8_t *palette;
  int palette_count;
  const uint8_t *palette_alphas;
  int palette_alpha_count;
  /// Zero where unknown.
  uint32_t pixels_per_metre;
  /// For each text its keyword in Latin-1, a zero byte, `L` or `U`, the text in Latin-1 for a tEXt chunk or in UTF-8 for
  /// an iTXt chunk, and a zero byte.
  const uint8_t *texts;
  size_t texts_size;
} cpng_image;

/// The most bytes that so many bytes can take once they are compressed.
size_t cpng_compressed_bound(size_t count);

/// Compresses the bytes into the zlib format, at a level from 0 to 12, with libdeflate, which is two to four times as
/// fast as zlib. Returns how many bytes that takes, or zero where there is no memory for that level or not enough room.
size_t cpng_compress(
  int level, const uint8_t *bytes, size_t count, uint8_t *compressed, size_t room);

/// Takes the next bytes of a file.
typedef void (*cpng_sink)(void *context, const uint8_t *bytes, size_t count);

/// Writes a file piece by piece to the sink. Returns false, with a message, after an error or a warning.
bool cpng_write(const cpng_image *image, cpng_sink sink, void *context, cpng_message *message);

/// A file that is being read. The bytes must stay until it is closed.
typedef struct cpng_reader cpng_reader;

/// Reads all that comes before the pixels. Returns NULL, with a message, after an error or a warning.
cpng_reader *cpng_open(const uint8_t *bytes, size_t count, cpng_message *message);
void cpng_close(cpng_reader *reader);

uint32_t cpng_width(const cpng_reader *reader);
uint32_t cpng_height(const cpng_reader *reader);

/// Reads the pixels as width · height times four bytes: red, green, blue and alpha, which is not multiplied in.
/// Returns false, with a message, after an error or a warning.
bool cpng_read(cpng_reader *reader, uint8_t *pixels, cpng_message *message);

#endif
