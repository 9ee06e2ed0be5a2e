"""Times other renderers on the scene of this benchmark and prints the ratios to ours.

    pip install numpy matplotlib skia-python
    apt-get install libcairo2-dev
    swift build -c release --product lesson-adam
    swift build -c release --package-path Tests/Benchmarks && python3 Tests/Benchmarks/peers.py

A to E: all draw anti-aliased on 1600 x 1000 pixels that were cleared before; what is timed is the drawing alone, warm:
the time for which it keeps a processor busy. No call from Python is timed but one a workload: Cairo is called from C,
Skia plays what it recorded before, matplotlib draws collections. Of each renderer the fastest way is given. F: a picture
becomes a PNG file. G: a whole process computes 100 steps of Adam, draws figures of them and writes a PNG file; its time
is that of the clock. Where a package is missing, its rows are.
"""

import io
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

import matplotlib
import numpy as np

import scene

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.join(HERE, "../..")
FONT = matplotlib.get_data_path() + "/fonts/ttf/DejaVuSans.ttf"
results = {}


def report(work, peer, prepare, draw, runs=9, clock=time.process_time):
    """Keeps the median time of a workload in milliseconds; the first run is not counted."""
    times = []
    for _ in range(runs + 1):
        prepare()
        start = clock()
        draw()
        times.append(1000 * (clock() - start))
        if sum(times) > 15_000:
            break
    keep(work, peer, statistics.median(times[1:] or times))


def keep(work, peer, median):
    best = results.setdefault(work, {})
    best[peer] = min(median, best.get(peer, np.inf))


def run_matplotlib():
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.cm import ScalarMappable
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path
    from matplotlib.transforms import Affine2D, IdentityTransform

    renderer = RendererAgg(scene.WIDTH, scene.HEIGHT, 72)
    flip = Affine2D().scale(1, -1).translate(0, scene.HEIGHT)
    none = IdentityTransform()
    colors = np.array([[c / 255 for c in color] + [1] for color in scene.TAB10])

    def clear():
        renderer.clear()
        np.asarray(renderer.buffer_rgba())[...] = 255

    def pen(width):
        gc = renderer.new_gc()
        gc.set_linewidth(width)
        gc.set_antialiased(True)
        gc.set_foreground(tuple(colors[0]) if width > 1 else (0, 0, 0, 1), isRGBA=True)
        gc.set_joinstyle("round")
        return gc

    line = Path(scene.polyline())
    line.should_simplify = True
    for chunk in (0, 20_000):
        matplotlib.rcParams["agg.path.chunksize"] = chunk
        report("A", "matplotlib", clear, lambda: renderer.draw_path(pen(1.5), line, flip, None))

    def collection(paths, sizes, offsets, faces):
        renderer.draw_path_collection(
            pen(0), none, paths, sizes, offsets, none, faces, np.zeros((0, 4)), [0.0], [(0, None)], [True],
            [None], "screen", hatchcolors=np.zeros((0, 4)))

    centers = scene.centers() * [1, -1] + [0, scene.HEIGHT]
    size = np.array([[[3.0, 0, 0], [0, 3.0, 0], [0, 0, 1]]])
    report("B", "matplotlib", clear, lambda: collection([Path.unit_circle()], size, centers, colors))

    def close(points):
        return Path(np.vstack([points, points[:1]]) * [1, -1] + [0, scene.HEIGHT], closed=True)

    polygons = [close(points) for points in scene.polygons()]
    faces = colors * [1, 1, 1, 0.6]
    report(
        "C", "matplotlib", clear,
        lambda: collection(polygons, np.empty((0, 3, 3)), np.zeros((1, 2)), faces))

    values = scene.field()
    mappable = ScalarMappable(cmap="viridis")
    report("D", "matplotlib", lambda: None, lambda: mappable.to_rgba(values, bytes=True))

    texts, starts = scene.labels()
    font, black = FontProperties(fname=FONT, size=12), pen(1)

    def draw_texts():
        for text, (x, y) in zip(texts, starts):
            renderer.draw_text(black, x, y, text, font, 0)

    report("E", "matplotlib", clear, draw_texts)


def run_numpy():
    values = scene.field()
    table = np.ascontiguousarray(matplotlib.colormaps["viridis"](np.arange(256), bytes=True))
    table = table.view(np.uint32).ravel()

    def draw():
        low, high = values.min(), values.max()
        return table.take(((values - low) * np.float32(255.999 / (high - low))).astype(np.uint8))

    report("D", "numpy", lambda: None, draw)


def run_cairo():
    texts, starts = scene.labels()
    with tempfile.TemporaryDirectory() as folder:
        program = folder + "/cairo"
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "cairo"], check=True, capture_output=True, text=True).stdout.split()
        subprocess.run(["cc", "-O2", HERE + "/cairo.c", "-o", program, *flags, "-lm"], check=True)
        for name, points in (
            ("A", scene.polyline()), ("B", scene.centers()), ("C", np.concatenate(scene.polygons())), ("E", starts),
        ):
            points.astype(np.float64).tofile(f"{folder}/{name}")
        with open(folder + "/E.txt", "w") as file:
            file.write("\n".join(texts))
        output = subprocess.run([program, folder], check=True, capture_output=True, text=True).stdout
    for row in output.splitlines():
        work, median = row.split()
        keep(work, "cairo", float(median))


def run_skia():
    import skia

    pixels = np.zeros((scene.HEIGHT, scene.WIDTH, 4), np.uint8)
    canvas = skia.Surface(pixels).getCanvas()

    def paint(i, alpha=255, **style):
        return skia.Paint(AntiAlias=True, Color=skia.Color(*scene.TAB10[i % 10], alpha), **style)

    def play(work, draw):
        """Draws into a recording, which is then timed."""
        recorder = skia.PictureRecorder()
        draw(recorder.beginRecording(scene.WIDTH, scene.HEIGHT))
        picture = recorder.finishRecordingAsPicture()
        report(work, "skia", lambda: canvas.clear(skia.ColorWHITE), lambda: canvas.drawPicture(picture))

    def polygon(points, closed):
        path = skia.Path()
        path.addPoly([skia.Point(*p) for p in points.tolist()], closed)
        return path

    line, pen = scene.polyline(), paint(
        0, Style=skia.Paint.kStroke_Style, StrokeWidth=1.5, StrokeJoin=skia.Paint.kRound_Join)

    def draw_line(canvas):
        for i in range(0, len(line) - 1, 100):
            canvas.drawPath(polygon(line[i : i + 101], False), pen)

    play("A", draw_line)
    centers = scene.centers().tolist()

    def draw_circles(canvas):
        for i, (x, y) in enumerate(centers):
            canvas.drawCircle(x, y, 3, paint(i))

    def draw_dots(canvas):
        for i in range(10):
            group = [skia.Point(*p) for p in centers[i::10]]
            dot = paint(i, StrokeWidth=6, StrokeCap=skia.Paint.kRound_Cap)
            canvas.drawPoints(skia.Canvas.kPoints_PointMode, group, dot)

    play("B", draw_circles)
    play("B", draw_dots)

    def draw_polygons(canvas):
        for i, points in enumerate(scene.polygons()):
            canvas.drawPath(polygon(points, True), paint(i, 153))

    play("C", draw_polygons)
    font, black = skia.Font(skia.Typeface.MakeFromFile(FONT), 12), skia.Paint(AntiAlias=True)
    font.setEdging(skia.Font.Edging.kAntiAlias)
    texts, starts = scene.labels()

    def draw_texts(canvas):
        for text, (x, y) in zip(texts, starts.tolist()):
            canvas.drawString(text, x, y, font, black)

    play("E", draw_texts)


ADAM = """
import sys
import matplotlib
matplotlib.use("agg")
import matplotlib.pyplot as plt
import numpy as np
w, m, s, path = 1.0, 0.0, 0.0, [1.0]
for t in range(1, 101):
    m, s = 0.9 * m + 0.1 * w, 0.99 * s + 0.01 * w * w
    w -= 0.01 * m / (1 - 0.9**t) / (np.sqrt(s / (1 - 0.99**t)) + 1e-8)
    path.append(w)
figure, (left, right) = plt.subplots(1, 2, figsize=(16, 10), dpi=100)
left.plot(path, label="w")
right.plot(np.square(path) / 2, label="L(w)")
for axes in (left, right):
    axes.grid()
    axes.legend()
figure.savefig(sys.argv[1] + "/adam.png")
"""


def run_files_and_processes():
    from PIL import Image

    # This is how matplotlib writes its files.
    figure = Image.open(os.path.join(PROJECT, "output/adam.png")).convert("RGB")
    report("F", "matplotlib", lambda: None, lambda: figure.save(io.BytesIO(), "png"))
    with tempfile.TemporaryDirectory() as folder:
        for peer, command in (
            ("ours", [os.path.join(PROJECT, ".build/release/lesson-adam"), "--output", folder]),
            ("matplotlib", [sys.executable, "-c", ADAM, folder]),
        ):
            report(
                "G", peer, lambda: None, lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL),
                clock=time.perf_counter)


def run_ours():
    """Reads the table of the Swift program."""
    program = os.path.join(HERE, ".build/release/benchmarks")
    output = subprocess.run([program], check=True, capture_output=True, text=True).stdout
    for row in output.splitlines()[1:]:
        work, median = row.split()[0], float(row.split()[-2])
        results.setdefault(work, {})["ours"] = median


def main():
    print(platform.platform(), os.cpu_count(), "cores; milliseconds, medians")
    for run in (run_ours, run_numpy, run_cairo, run_skia, run_matplotlib, run_files_and_processes):
        try:
            run()
        except (ImportError, OSError, subprocess.CalledProcessError) as error:
            print("left out:", error)
    peers = ["ours", "matplotlib", "cairo", "skia", "numpy"]
    print("  ".join(f"{name:>10}" for name in ["", *peers, "ours/best"]))
    for work, times in sorted(results.items()):
        others = results[work[0]]
        best = min((ms for peer, ms in others.items() if peer != "ours"), default=np.nan)
        cells = [f"{times[p]:.2f}" if p in times else "" for p in peers]
        cells.append(f"{times['ours'] / best:.2f}" if "ours" in times else "")
        print("  ".join(f"{cell:>10}" for cell in [work, *cells]))


if __name__ == "__main__":
    main()
