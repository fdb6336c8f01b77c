#!/usr/bin/env python3
"""Draws the program's icon, a wax seal, into the PNG files beside this script. Needs nothing but Python.

    python3 src-tauri/icons/draw.py

The PNG files are committed; run this only to change the drawing.
"""

import math
import struct
import zlib
from pathlib import Path

WAX = (164, 22, 38)
WAX_DARK = (104, 10, 22)
WAX_LIGHT = (214, 70, 78)
SAMPLES = 4


def edge(angle):
    """Radius of the poured wax at an angle: a circle that ran a little, the same every time."""
    return 0.455 + 0.016 * math.sin(5 * angle + 0.6) + 0.011 * math.sin(9 * angle + 2.1) + 0.006 * math.sin(14 * angle)


def segment(x, y, x0, y0, x1, y1):
    """Distance from a point to a segment."""
    dx, dy = x1 - x0, y1 - y0
    t = max(0.0, min(1.0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)))
    return math.hypot(x - x0 - t * dx, y - y0 - t * dy)


def letter(x, y):
    """Distance to the strokes of the letter Z."""
    return min(
        segment(x, y, -0.135, -0.15, 0.135, -0.15),
        segment(x, y, 0.135, -0.15, -0.135, 0.15),
        segment(x, y, -0.135, 0.15, 0.135, 0.15),
    )


def height(x, y):
    """Relief of the seal: a raised rim, a pressed disc, a raised letter and ring."""
    r = math.hypot(x, y)
    rim = edge(math.atan2(y, x))
    body = min(1.0, max(0.0, (rim - r) / 0.055))
    body = math.sqrt(1.0 - (1.0 - body) ** 2)
    pressed = 1.0 / (1.0 + math.exp((r - 0.335) / 0.009))
    ring = math.exp(-(((r - 0.285) / 0.013) ** 2))
    strokes = 1.0 / (1.0 + math.exp((letter(x, y) - 0.034) / 0.008))
    return body - 0.34 * pressed + 0.16 * ring + 0.30 * strokes


def colour(x, y):
    """RGBA of one point, each in 0..1."""
    if math.hypot(x, y) > edge(math.atan2(y, x)):
        return 0.0, 0.0, 0.0, 0.0
    step = 0.004
    slope_x = (height(x + step, y) - height(x - step, y)) / (2 * step)
    slope_y = (height(x, y + step) - height(x, y - step)) / (2 * step)
    light = max(-1.0, min(1.0, -0.055 * (slope_x + slope_y) * -1.0))
    light = max(-1.0, min(1.0, light + 0.10 * (-x - y)))
    toward = WAX_LIGHT if light > 0 else WAX_DARK
    amount = abs(light)
    return tuple((a + (b - a) * amount) / 255 for a, b in zip(WAX, toward)) + (1.0,)


def picture(size):
    rows = bytearray()
    for row in range(size):
        rows.append(0)
        for column in range(size):
            red = green = blue = alpha = 0.0
            for i in range(SAMPLES):
                for j in range(SAMPLES):
                    x = (column + (i + 0.5) / SAMPLES) / size - 0.5
                    y = (row + (j + 0.5) / SAMPLES) / size - 0.5
                    r, g, b, a = colour(x, y)
                    red, green, blue, alpha = red + r * a, green + g * a, blue + b * a, alpha + a
            if alpha > 0:
                red, green, blue = red / alpha, green / alpha, blue / alpha
            rows += bytes(round(255 * v) for v in (red, green, blue, alpha / SAMPLES**2))
    return bytes(rows)


def png(size):
    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(picture(size), 9)) + chunk(b"IEND", b"")
    )


if __name__ == "__main__":
    here = Path(__file__).parent
    for name, size in (("32x32.png", 32), ("128x128.png", 128), ("icon.png", 256)):
        (here / name).write_bytes(png(size))
