"""What all renderers draw, on 1600 x 1000 pixels. Scene.swift has the same in Swift."""

import numpy as np

WIDTH, HEIGHT = 1600, 1000
TAB10 = [
    (0x1F, 0x77, 0xB4), (0xFF, 0x7F, 0x0E), (0x2C, 0xA0, 0x2C), (0xD6, 0x27, 0x28), (0x94, 0x67, 0xBD),
    (0x8C, 0x56, 0x4B), (0xE3, 0x77, 0xC2), (0x7F, 0x7F, 0x7F), (0xBC, 0xBD, 0x22), (0x17, 0xBE, 0xCF),
]


def uniforms(seed, count):
    """The first numbers of SplitMix64, as parts of 1."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(11)).astype(np.float64) * 2.0**-53


def polyline(n=1_000_000):
    """A: a noisy sine."""
    x = WIDTH * np.arange(n) / (n - 1)
    y = 500 + 300 * np.sin(2 * np.pi * 5 * x / WIDTH) + 40 * (uniforms(1, n) - 0.5)
    return np.ascontiguousarray(np.stack([x, y], 1))


def centers(n=100_000):
    """B: the centres of circles of radius 3, in the ten colours in turn."""
    return uniforms(2, 2 * n).reshape(n, 2) * [WIDTH, HEIGHT]


def polygons(n=10_000):
    """C: polygons of three to six corners."""
    result = []
    for i, u in enumerate(uniforms(3, n * 16).reshape(n, 16)):
        k = 3 + i % 4
        j = np.arange(k)
        angle, radius = 2 * np.pi * (j + 0.8 * u[2 : 2 + k]) / k, 12 + 12 * u[9 : 9 + k]
        result.append(
            np.stack([WIDTH * u[0] + radius * np.cos(angle), HEIGHT * u[1] + radius * np.sin(angle)], 1))
    return result


def field():
    """D: the values of a smooth function."""
    x = np.linspace(-3, 3, WIDTH, dtype=np.float32)[None, :]
    y = np.linspace(-2, 2, HEIGHT, dtype=np.float32)[:, None]
    return np.sin(x * x + y) * np.cos(y * y - x) + np.float32(0.1) * x * y


def labels(n=2000):
    """E: labels and where their baselines start."""
    u = uniforms(5, 3 * n).reshape(n, 3)
    return ["w=%.3f" % (10 * v) for v in u[:, 2]], np.stack([1560 * u[:, 0], 16 + 980 * u[:, 1]], 1)
