"""Makes app/globals/plain-zero.woff2: the zero of Atkinson Hyperlegible Next without its slash.

The typeface has no plain zero, and a slashed one makes a price read as code. Its two half counters
become one, drawn by mirroring what can be seen of each; the weights (200 to 800) follow. Run when the
typeface changes, with fontTools and brotli installed:

    python3 scripts/support/plain-zero.py TYPEFACE.woff2 app/globals/plain-zero.woff2
"""

import array
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from fontTools.varLib.iup import iup_delta

OUTLINE = range(16)
LEFT, RIGHT = (60, 335), (588, 335)
LOWER_LEFT = [(151, 335), (151, 248), (188, 126), (265, 62), (324, 62)]
UPPER_RIGHT = [(497, 335), (497, 401), (476, 502), (433, 572), (368, 608), (324, 608)]

source, target = sys.argv[1:3]
font = TTFont(source)
glyf, gvar = font["glyf"], font["gvar"]
zero = glyf["zero"]
points, ends, flags = zero.getCoordinates(glyf)
points = list(points)
lower_left = [points.index(p) for p in LOWER_LEFT]
upper_right = [points.index(p) for p in UPPER_RIGHT]

# (point, mirrored?), in the direction of the counters that it replaces: bottom, right, top, left.
counter = (
    [(lower_left[4], False)]
    + [(i, True) for i in reversed(lower_left[1:4])]
    + [(i, False) for i in upper_right]
    + [(i, True) for i in reversed(upper_right[1:5])]
    + [(i, False) for i in lower_left[:4]]
)


def redrawn(values):
    """Coordinates, or what a weight adds to them: mirrored ones about the middle of the outline."""
    both_sides = values[points.index(LEFT)][0] + values[points.index(RIGHT)][0]
    inner = [(both_sides - values[i][0] if mirrored else values[i][0], values[i][1]) for i, mirrored in counter]
    return [values[i] for i in OUTLINE] + inner


for variation in gvar.variations["zero"]:
    deltas = variation.coordinates
    if None in deltas:
        phantom = [(0, 0), (font["hmtx"]["zero"][0], 0), (0, 0), (0, 0)]
        deltas = iup_delta(deltas, points + phantom, list(ends))
    variation.coordinates = [(round(x), round(y)) for x, y in redrawn(deltas)] + list(deltas[len(points) :])

zero.coordinates = GlyphCoordinates(redrawn(points))
zero.flags = array.array("B", [flags[i] for i in OUTLINE] + [flags[i] for i, _ in counter])
zero.endPtsOfContours = [len(OUTLINE) - 1, len(zero.coordinates) - 1]
zero.numberOfContours = 2
zero.recalcBounds(glyf)

options = subset.Options(layout_features=["tnum", "pnum"], flavor="woff2", name_IDs=["*"], notdef_outline=False)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=[ord("0")])
subsetter.subset(font)
font.flavor = "woff2"
font.save(target)
