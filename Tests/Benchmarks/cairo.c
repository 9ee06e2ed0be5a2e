/* Draws the scene of this benchmark with Cairo, for peers.py: prints a line for each workload, its name and the median of
   the processor's time in milliseconds.

       cc -O2 cairo.c -o cairo $(pkg-config --cflags --libs cairo) -lm && ./cairo FOLDER

   FOLDER has what scene.py describes: A, B, C and E as doubles, x and y in turn, E.txt with the labels. */
#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const unsigned colors[10] = {
  0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0xbcbd22, 0x17becf,
};
static cairo_surface_t *surface;
static cairo_t *context;
static char **labels;

typedef struct { double x, y; } point;
typedef struct { point *points; size_t count; } points;

static char *read_file(const char *folder, const char *name, size_t *size) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*size + 1);
  if (fread(bytes, 1, *size, file) != *size) exit(1);
  bytes[*size] = 0;
  fclose(file);
  return bytes;
}

static void set_color(size_t i, double alpha) {
  unsigned color = colors[i % 10];
  cairo_set_source_rgba(
    context, (color >> 16) / 255.0, (color >> 8 & 255) / 255.0, (color & 255) / 255.0, alpha);
}

static void draw_line(points line) {
  set_color(0, 1);
  cairo_set_line_width(context, 1.5);
  cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
  /* As one path it takes minutes. */
  for (size_t i = 0; i + 1 < line.count; i += 100) {
    for (size_t j = i; j <= i + 100 && j < line.count; j++) cairo_line_to(context, line.points[j].x, line.points[j].y);
    cairo_stroke(context);
  }
}

static void draw_circles(points centers) {
  for (size_t i = 0; i < centers.count; i++) {
    set_color(i, 1);
    cairo_arc(context, centers.points[i].x, centers.points[i].y, 3, 0, 2 * M_PI);
    cairo_fill(context);
  }
}

static void draw_polygons(points corners) {
  const point *corner = corners.points;
  for (size_t i = 0; corner < corners.points + corners.count; i++) {
    set_color(i, 0.6);
    for (size_t j = 0; j < 3 + i % 4; j++, corner++) cairo_line_to(context, corner->x, corner->y);
    cairo_fill(context);
  }
}

static void draw_labels(points starts) {
  cairo_select_font_face(context, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(context, 12);
  cairo_set_source_rgb(context, 0, 0, 0);
  for (size_t i = 0; i < starts.count; i++) {
    cairo_move_to(context, starts.points[i].x, starts.points[i].y);
    cairo_show_text(context, labels[i]);
  }
}

static int compare(const void *a, const void *b) {
  return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b);
}

static void report(const char *folder, const char *work, void (*draw)(points)) {
  size_t size;
  points scene = {.points = (point *)read_file(folder, work, &size)};
  scene.count = size / sizeof(point);
  double times[9];
  for (int run = -1; run < 9; run++) {
    cairo_set_source_rgb(context, 1, 1, 1);
    cairo_paint(context);
    clock_t start = clock();
    draw(scene);
    cairo_surface_flush(surface);
    if (run >= 0) times[run] = 1000.0 * (double)(clock() - start) / CLOCKS_PER_SEC;
  }
  qsort(times, 9, sizeof *times, compare);
  printf("%s %.3f\n", work, times[4]);
  free(scene.points);
}

int main(int count, char **arguments) {
  if (count != 2) return 1;
  const char *folder = arguments[1];
  size_t size;
  char *text = read_file(folder, "E.txt", &size);
  labels = calloc(size, sizeof *labels);
  size_t label = 0;
  for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) labels[label++] = line;
  surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1600, 1000);
  context = cairo_create(surface);
  cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST);
  report(folder, "A", draw_line);
  report(folder, "B", draw_circles);
  report(folder, "C", draw_polygons);
  report(folder, "E", draw_labels);
  return 0;
}
