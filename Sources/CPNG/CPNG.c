#include "CPNG.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

// After a longjmp, local variables that were changed since setjmp are lost. So each function that calls setjmp needs
// nothing afterwards: its caller owns what has to be freed.

static void say(cpng_message *message, const char *text) {
  strncpy(message->text, text, sizeof message->text - 1);
  message->text[sizeof message->text - 1] = 0;
}

/// Keeps the message and gives up. Warnings too end here: a file that libpng has doubts about is not worth keeping,
/// and a picture that it had to guess at is not one to compare with.
static void fail(png_structp png, png_const_charp text) {
  say(png_get_error_ptr(png), text);
  png_longjmp(png, 1);
}

// MARK: Writing

typedef struct {
  cpng_sink write;
  void *context;
} destination;

static void write_bytes(png_structp png, png_bytep bytes, size_t count) {
  destination *to = png_get_io_ptr(png);
  to->write(to->context, bytes, count);
}

static void flush_nothing(png_structp png) { (void)png; }

static void set_palette(png_structp png, png_infop info, const cpng_image *image) {
  png_color colors[256];
  for (int i = 0; i < image->palette_count; i++) {
    const uint8_t *color = image->palette + 3 * i;
    colors[i] = (png_color){.red = color[0], .green = color[1], .blue = color[2]};
  }
  png_set_PLTE(png, info, colors, image->palette_count);
  if (image->palette_alpha_count > 0) {
    png_set_tRNS(png, info, image->palette_alphas, image->palette_alpha_count, NULL);
  }
}

static void set_texts(png_structp png, png_infop info, const cpng_image *image) {
  // libpng's struct wants pointers to what may change, but png_set_text copies the strings.
  char *next = (char *)image->texts;
  char *end = next + image->texts_size;
  while (next < end) {
    png_text chunk = {.key = next};
    next += strlen(next) + 1;
    chunk.compression = *next == 'U' ? PNG_ITXT_COMPRESSION_NONE : PNG_TEXT_COMPRESSION_NONE;
    chunk.text = next + 1;
    next += strlen(next) + 1;
    png_set_text(png, info, &chunk, 1);
  }
}

static bool write_all(png_structp png, png_infop info, const cpng_image *image) {
  if (setjmp(png_jmpbuf(png))) return false;

  png_set_IHDR(
    png, info, image->width, image->height, image->bit_depth, image->color_type, PNG_INTERLACE_NONE,
    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (image->palette_count > 0) set_palette(png, info, image);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (image->pixels_per_metre > 0) {
    png_set_pHYs(
      png, info, image->pixels_per_metre, image->pixels_per_metre, PNG_RESOLUTION_METER);
  }
  set_texts(png, info, image);
  png_write_info(png, info);

  // A chunk has 31 bits for its size.
  const size_t largest = 1 << 30;
  for (size_t start = 0; start < image->data_size; start += largest) {
    size_t size = image->data_size - start;
    png_write_chunk(
      png, (png_const_bytep)"IDAT", image->data + start, size < largest ? size : largest);
  }
  // png_write_end would miss rows of its own.
  png_write_chunk(png, (png_const_bytep)"IEND", NULL, 0);
  return true;
}

bool cpng_write(const cpng_image *image, cpng_sink sink, void *context, cpng_message *message) {
  say(message, "out of memory");
  destination to = {.write = sink, .context = context};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, message, fail, fail);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  bool done = false;
  if (info) {
    png_set_write_fn(png, &to, write_bytes, flush_nothing);
    done = write_all(png, info, image);
  }
  png_destroy_write_struct(&png, &info);
  return done;
}

// MARK: Reading

struct cpng_reader {
  png_structp png;
  png_infop info;
  const uint8_t *next;
  size_t remaining;
  uint32_t width;
  uint32_t height;
  /// Where libpng writes its messages: they may come at any call.
  cpng_message message;
};

static void read_bytes(png_structp png, png_bytep bytes, size_t count) {
  cpng_reader *reader = png_get_io_ptr(png);
  if (count > reader->remaining) png_error(png, "the file ends too early");
  memcpy(bytes, reader->next, count);
  reader->next += count;
  reader->remaining -= count;
}

static bool read_header(cpng_reader *reader) {
  png_structp png = reader->png;
  if (setjmp(png_jmpbuf(png))) return false;
  size_t count = reader->remaining;
  png_read_info(png, reader->info);
  reader->width = png_get_image_width(png, reader->info);
  reader->height = png_get_image_height(png, reader->info);

  // A byte of deflated data stands for at most 1032 bytes (two bits for each 258), so whoever claims more is wrong,
  // and is found out before memory is taken for it.
  size_t pixel_bytes = png_get_rowbytes(png, reader->info) * reader->height;
  if (pixel_bytes / 1032 > count) png_error(png, "the file is too short for a picture of its size");

  // Any kind of picture becomes red, green, blue, alpha with eight bits each.
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
  return true;
}

cpng_reader *cpng_open(const uint8_t *bytes, size_t count, cpng_message *message) {
  say(message, "out of memory");
  cpng_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  say(&reader->message, message->text);
  reader->next = bytes;
  reader->remaining = count;
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader->message, fail, fail);
  reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
  if (reader->info) {
    png_set_read_fn(reader->png, reader, read_bytes);
    if (read_header(reader)) return reader;
  }
  *message = reader->message;
  cpng_close(reader);
  return NULL;
}

void cpng_close(cpng_reader *reader) {
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader);
}

uint32_t cpng_width(const cpng_reader *reader) { return reader->width; }
uint32_t cpng_height(const cpng_reader *reader) { return reader->height; }

static bool read_pixels(cpng_reader *reader, uint8_t *pixels) {
  png_structp png = reader->png;
  if (setjmp(png_jmpbuf(png))) return false;
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, reader->info);
  size_t bytes_per_row = 4 * (size_t)reader->width;
  if (png_get_rowbytes(png, reader->info) != bytes_per_row) png_error(png, "unknown pixel format");
  for (int pass = 0; pass < passes; pass++) {
    for (uint32_t y = 0; y < reader->height; y++) {
      png_read_row(png, pixels + y * bytes_per_row, NULL);
    }
  }
  png_read_end(png, NULL);
  return true;
}

bool cpng_read(cpng_reader *reader, uint8_t *pixels, cpng_message *message) {
  bool done = read_pixels(reader, pixels);
  if (!done) *message = reader->message;
  return done;
}
