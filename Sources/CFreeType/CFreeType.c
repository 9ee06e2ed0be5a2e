#include "CFreeType.h"

#include <freetype/freetype.h>
#include <freetype/ftoutln.h>
#include <stdlib.h>

struct cft_face {
  /// A library for each face, because a library is not to be used by two threads at once.
  FT_Library library;
  FT_Face face;
  /// The outline of the glyph loaded last.
  uint8_t *steps;
  int step_count;
  int step_capacity;
  int32_t *coordinates;
  int coordinate_count;
  int coordinate_capacity;
};

static FT_Error open_face(cft_face *self, const char *path, int index) {
  FT_Error error = FT_Init_FreeType(&self->library);
  if (error) return error;
  error = FT_New_Face(self->library, path, index, &self->face);
  if (error) return error;
  FT_Face face = self->face;
  // FreeType selects the Unicode character map by itself if there is one.
  int is_usable = FT_IS_SCALABLE(face) && face->units_per_EM > 0 && face->charmap;
  return is_usable ? 0 : FT_Err_Unknown_File_Format;
}

cft_face *cft_open(const char *path, int index, int *error) {
  *error = FT_Err_Out_Of_Memory;
  cft_face *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  *error = open_face(self, path, index);
  if (!*error) return self;
  cft_close(self);
  return NULL;
}

void cft_close(cft_face *self) {
  // Closes the face too.
  FT_Done_FreeType(self->library);
  free(self->steps);
  free(self->coordinates);
  free(self);
}

int cft_face_count(const cft_face *self) { return (int)self->face->num_faces; }
const char *cft_family(const cft_face *self) { return self->face->family_name; }
int cft_units_per_em(const cft_face *self) { return self->face->units_per_EM; }
int cft_ascender(const cft_face *self) { return self->face->ascender; }
int cft_descender(const cft_face *self) { return self->face->descender; }

uint32_t cft_glyph_index(cft_face *self, uint32_t scalar) {
  return FT_Get_Char_Index(self->face, scalar);
}

int cft_kerning(cft_face *self, uint32_t first, uint32_t second) {
  FT_Vector kerning = {0, 0};
  FT_Get_Kerning(self->face, first, second, FT_KERNING_UNSCALED, &kerning);
  return (int)kerning.x;
}

// MARK: Outlines

/// Appends a step with its points.
static FT_Error add(cft_face *self, uint8_t step, const FT_Vector *points[], int count) {
  if (self->step_count == self->step_capacity) {
    int capacity = 2 * self->step_capacity + 64;
    uint8_t *steps = realloc(self->steps, capacity * sizeof *steps);
    if (!steps) return FT_Err_Out_Of_Memory;
    self->steps = steps;
    self->step_capacity = capacity;
  }
  if (self->coordinate_count + 2 * count > self->coordinate_capacity) {
    int capacity = 2 * self->coordinate_capacity + 256;
    int32_t *coordinates = realloc(self->coordinates, capacity * sizeof *coordinates);
    if (!coordinates) return FT_Err_Out_Of_Memory;
    self->coordinates = coordinates;
    self->coordinate_capacity = capacity;
  }
  self->steps[self->step_count++] = step;
  for (int i = 0; i < count; i++) {
    self->coordinates[self->coordinate_count++] = (int32_t)points[i]->x;
    self->coordinates[self->coordinate_count++] = (int32_t)points[i]->y;
  }
  return 0;
}

static int add_move(const FT_Vector *to, void *self) {
  return add(self, cft_move, (const FT_Vector *[]){to}, 1);
}

static int add_line(const FT_Vector *to, void *self) {
  return add(self, cft_line, (const FT_Vector *[]){to}, 1);
}

static int add_conic(const FT_Vector *control, const FT_Vector *to, void *self) {
  return add(self, cft_conic, (const FT_Vector *[]){control, to}, 2);
}

static int add_cubic(
  const FT_Vector *control1, const FT_Vector *control2, const FT_Vector *to, void *self) {
  return add(self, cft_cubic, (const FT_Vector *[]){control1, control2, to}, 3);
}

int cft_load(cft_face *self, uint32_t glyph_index, cft_glyph *glyph) {
  // Neither scaled to a size nor fitted to pixels: the same font gives the same outlines everywhere.
  FT_Error error = FT_Load_Glyph(self->face, glyph_index, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP);
  if (error) return error;
  FT_GlyphSlot slot = self->face->glyph;
  if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return FT_Err_Invalid_Outline;

  self->step_count = 0;
  self->coordinate_count = 0;
  const FT_Outline_Funcs adders = {
    .move_to = add_move,
    .line_to = add_line,
    .conic_to = add_conic,
    .cubic_to = add_cubic,
    .shift = 1,  // half units
  };
  error = FT_Outline_Decompose(&slot->outline, &adders, self);
  if (error) return error;
  glyph->advance = (int)slot->metrics.horiAdvance;
  glyph->steps = self->steps;
  glyph->step_count = self->step_count;
  glyph->coordinates = self->coordinates;
  return 0;
}
