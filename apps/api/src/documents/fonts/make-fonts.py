"""Makes the fonts in this folder once. Typst takes static TrueType and OpenType files only, the packages carry variable WOFF2.

    pip install fonttools brotli
    python3 make-fonts.py NODE_MODULES NOTO_FOLDER NOTO_CJK_TTC NOTO_EMOJI_TTF

Sources: the @fontsource-variable packages of package.json (Bricolage Grotesque, Hanken Grotesk, Martian Mono); Debian's fonts-noto-core and
fonts-noto-extra 20201225 (Noto Sans of many scripts), fonts-noto-cjk 20220127 (Noto Sans CJK); @expo-google-fonts/noto-emoji 0.4.7.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

modules, noto, cjk, emoji = (Path(argument) for argument in sys.argv[1:5])
here = Path(__file__).parent

# file, package, file name pattern in it, parts to merge, axes, weight, width class (OpenType OS/2: 3 = 75 %, 4 = 87.5 %, 5 = 100 %)
BRAND = [
    ("bricolage-grotesque-poster", "bricolage-grotesque", "bricolage-grotesque-{}-standard-normal", ["latin", "latin-ext", "vietnamese"], {"opsz": 96, "wdth": 75, "wght": 740}, 700, 3),
    ("bricolage-grotesque-heading", "bricolage-grotesque", "bricolage-grotesque-{}-standard-normal", ["latin", "latin-ext", "vietnamese"], {"opsz": 24, "wdth": 84, "wght": 700}, 700, 4),
    ("hanken-grotesk-regular", "hanken-grotesk", "hanken-grotesk-{}-wght-normal", ["latin", "latin-ext", "cyrillic-ext", "vietnamese"], {"wght": 400}, 400, 5),
    ("hanken-grotesk-semibold", "hanken-grotesk", "hanken-grotesk-{}-wght-normal", ["latin", "latin-ext", "cyrillic-ext", "vietnamese"], {"wght": 600}, 600, 5),
    ("martian-mono-regular", "martian-mono", "martian-mono-{}-standard-normal", ["latin", "latin-ext", "cyrillic", "cyrillic-ext"], {"wdth": 80, "wght": 400}, 400, 5),
    ("martian-mono-bold", "martian-mono", "martian-mono-{}-standard-normal", ["latin", "latin-ext", "cyrillic", "cyrillic-ext"], {"wdth": 80, "wght": 700}, 700, 5),
]

EUROPE = [*range(0x20, 0x250), *range(0x300, 0x530), *range(0x1E00, 0x2070), *range(0x20A0, 0x2150), *range(0x2190, 0x2200)]
SCRIPTS = ["", "Arabic", "Armenian", "Devanagari", "Georgian", "Hebrew", "Thai"]
EAST_ASIA = [*range(0x3000, 0x3200), *range(0x4E00, 0xA000), *range(0xAC00, 0xD7A4), *range(0xFF00, 0xFFF0)]


def name(font, family, weight, width):
    """Says the family and style in all the places where font readers look, and drops what described the variable font."""
    style = {400: "Regular", 600: "SemiBold", 700: "Bold"}[weight] + {3: " Condensed", 4: " SemiCondensed", 5: ""}[width]
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    for identifier, text in {1: f"{family} {style}", 2: "Regular", 4: f"{family} {style}", 6: f"{family} {style}".replace(" ", ""), 16: family, 17: style}.items():
        table.setName(text, identifier, 3, 1, 0x409)
    font["OS/2"].usWeightClass, font["OS/2"].usWidthClass = weight, width


def brand(file, package, pattern, parts, axes, weight, width):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for part in parts:
            font = TTFont(modules / "@fontsource-variable" / package / "files" / f"{pattern.format(part)}.woff2")
            font.flavor = None
            instantiateVariableFont(font, axes, inplace=True)
            path = f"{folder}/{part}.ttf"
            font.save(path)
            paths.append(path)
        merged = Merger().merge(paths)
        merged["name"] = TTFont(paths[0])["name"]
        family = package.replace("-", " ").title()
        name(merged, family, weight, width)
        merged.save(here / f"{file}.ttf")


def subset(font, file, unicodes, features):
    options = Options()
    options.layout_features = features
    options.name_IDs = ["*"]
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    font.save(here / file)


for settings in BRAND:
    brand(*settings)

for script in SCRIPTS:
    for style, weight, width in [("Regular", 400, 5), ("CondensedBold", 700, 3)]:
        font = TTFont(noto / f"NotoSans{script}-{style}.ttf")
        name(font, f"Noto Sans {script}".strip(), weight, width)
        unicodes = EUROPE if script == "" else list(font.getBestCmap())
        subset(font, f"noto-sans{'-' if script else ''}{script.lower()}-{'regular' if weight == 400 else 'bold'}.ttf", unicodes, ["*"])

# Face 2 of the collection draws shared characters as in mainland China. One weight must do: it is most of this folder.
font = TTFont(cjk, fontNumber=2)
name(font, "Noto Sans CJK SC", 700, 5)
subset(font, "noto-sans-cjk-bold.otf", EAST_ASIA, [])

font = TTFont(emoji)
name(font, "Noto Emoji", 700, 5)
font.save(here / "noto-emoji-bold.ttf")
