import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.reading.picture_size import picture_size, size_in

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII5B", 13, b"IHDR", 640, 360, 8, 2, 0, 0, 0)
PNG += struct.pack(">I", zlib.crc32(PNG[12:]))
GIF = b"GIF89a" + struct.pack("<HH", 120, 80)
FRAME = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", 480, 640)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(10) + FRAME
WEBP_LOSSY = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 300 | 0x4000, 200)
WEBP_LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 299 | 199 << 14)
WEBP_EXTENDED = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0" + (299).to_bytes(3, "little") + (199).to_bytes(3, "little")


def photograph(orientation: int, order: str) -> bytes:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    exif = mark + struct.pack(f"{order}IHHHIHH", 8, 1, 0x0112, 3, 1, orientation, 0)
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 8) + b"Exif\0\0" + exif + b"\xff" + FRAME


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PNG, (640, 360)),
        (GIF, (120, 80)),
        (JPEG, (640, 480)),
        (photograph(1, "<"), (640, 480)),
        (photograph(6, "<"), (480, 640)),
        (photograph(8, ">"), (480, 640)),
        (WEBP_LOSSY, (300, 200)),
        (WEBP_LOSSLESS, (300, 200)),
        (WEBP_EXTENDED, (300, 200)),
    ],
)
def test_a_header_tells_the_size(data: bytes, size: tuple[int, int]) -> None:
    assert size_in(data) == size


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg viewBox="0 0 720 400"/>', (720, 400)),
        ('<svg viewBox="0,0,720.4,400">', (720, 400)),
        ('<svg width="300px" height="150" viewBox="0 0 2 1">', (300, 150)),
        ('<svg width="100%" height="100%" viewBox="-5 -5 30 20">', (30, 20)),
        ('<?xml version="1.0"?><!-- <svg viewBox="0 0 1 1"> --><svg viewBox="0 0 30 20"/>', (30, 20)),
        ('<!DOCTYPE svg [<!ENTITY w "9">]><svg width="&w;" height="9" viewBox="0 0 30 20"/>', (30, 20)),
        ('<svg width="10mm" height="5mm">', None),
        ("<svg>", None),
        ('<html><svg viewBox="0 0 30 20"/></html>', None),
        ('<svg viewBox="0 0 0 20"/>', None),
        ('<![what[<svg viewBox="0 0 9 9"/>', None),
    ],
)
def test_the_root_of_an_svg_tells_the_size(svg: str, size: tuple[int, int] | None) -> None:
    assert size_in(svg.encode()) == size


@pytest.mark.parametrize("data", [b"", b"words", PNG[:20], JPEG[:-1], photograph(6, "<")[:30], WEBP_LOSSY[:27]])
def test_what_does_not_tell_has_no_size(data: bytes) -> None:
    assert size_in(data) is None


@given(
    st.sampled_from([PNG, GIF, JPEG, photograph(6, ">"), WEBP_LOSSY, WEBP_EXTENDED, b"<svg "]), st.binary(max_size=64)
)
def test_no_file_breaks_the_reader(begin: bytes, rest: bytes) -> None:
    for cut in (4, 12, len(begin)):
        size_in(begin[:cut] + rest)


def test_a_file_is_read_and_a_missing_one_has_no_size(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    assert picture_size(tmp_path / "a.png") == (640, 360)
    assert picture_size(tmp_path / "b.png") is None
