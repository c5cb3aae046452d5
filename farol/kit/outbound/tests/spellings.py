"""Ways to write the loopback address, and other places nobody outside may lead us to, such that some reader understands them."""

from itertools import product


def of_four(a: int, b: int, c: int, d: int) -> list[str]:
    """An IPv4 address in every base, with every number of parts, padded or not."""
    forms = [str, hex, lambda n: f"0{n:o}", lambda n: f"0x{n:08x}", lambda n: f"0X{n:X}", lambda n: f"{n:03d}", lambda n: f"000{n:o}"]
    parts = [(a, b, c, d), (a, b, (c << 8) | d), (a, (b << 16) | (c << 8) | d), ((a << 24) | (b << 16) | (c << 8) | d,)]
    found: list[str] = []
    for numbers in parts:
        if len(numbers) == 4:
            found += [".".join(form(n) for form, n in zip(mix, numbers, strict=True)) for mix in product(forms[:4], repeat=4)]
        found += [".".join(form(n) for n in numbers) for form in forms]
        found += [".".join(form(n) for form, n in zip(mix, numbers, strict=True)) for mix in product(forms, repeat=min(len(numbers), 2)) if len(mix) == len(numbers)]
    return found


def of_six(four: str, high: str, low: str) -> list[str]:
    """Addresses of IPv6 that hold an IPv4 one, or are the loopback themselves."""
    return [
        "[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::0001]", "[0::1]", "[::0:1]", "[0:0::0:1]", "[::]", "[::0]",
        f"[::ffff:{four}]", f"[::FFFF:{four}]", f"[0:0:0:0:0:ffff:{four}]", f"[::ffff:{high}:{low}]", f"[::ffff:0:{four}]", f"[::{four}]",
        f"[64:ff9b::{four}]", f"[64:ff9b::{high}:{low}]", f"[64:ff9b:1::{four}]", f"[2002:{high}:{low}::]", f"[2002:{high}:{low}::1]",
        f"[2001:0:{high}:{low}::]", f"[2001::{high}:{low}]", f"[fe80::5efe:{four}]", f"[2a00:1450::5efe:{four}]", f"[2a00:1450::200:5efe:{four}]",
        "[fe80::1%25lo]", "[fe80::1%lo]", "[::1%25lo]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[100::1]", "[5f00::1]", "[3fff::1]",
    ]


WIDE = str.maketrans("0123456789.abcdefx", "０１２３４５６７８９．ａｂｃｄｅｆｘ")
ROUND = str.maketrans("123456789", "①②③④⑤⑥⑦⑧⑨")
SUPER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BOLD = str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
NAMES = [
    "localhost", "LOCALHOST", "LocalHost", "localhost.", "ｌｏｃａｌｈｏｓｔ", "𝐥𝐨𝐜𝐚𝐥𝐡𝐨𝐬𝐭", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "local\u00adhost", "loc\u200balhost", "localh\u2060ost",
    "ℓocalhost", "localhoſt", "lo\ufe0fcalhost", "%6c%6f%63%61%6c%68%6f%73%74", "loca%6chost",
]


def hosts() -> list[str]:
    """All of them, each once."""
    found: list[str] = []
    for a, b, c, d in ((127, 0, 0, 1), (127, 0, 0, 2), (127, 1, 2, 3), (127, 255, 255, 254)):
        found += of_four(a, b, c, d)
        four = f"{a}.{b}.{c}.{d}"
        found += of_six(four, f"{a:02x}{b:02x}", f"{c:02x}{d:02x}")
        found += [four.translate(table) for table in (WIDE, ROUND, SUPER, BOLD)]
        found += [four.replace(".", dot) for dot in ("。", "．", "｡", "%2e", "%2E")]
        found += [four + tail for tail in (".", "..", "%00", "%20", "%09", "/", "\u200b", "%2e", ":80.", " ")]
        found += ["".join(f"%{ord(each):02x}" for each in four), "".join(f"%{ord(each):02X}" for each in four)]
    found += [f"{hex((127 << 24) + 1)}.", "0x7f.1", "0x7f.0x1", "0177.1", "127.1", "127.0.1", "0", "0.0.0.0", "00", "0x0", "0x", "0.", "127.", "2130706433.",
              "4294967296", "6425673729", "127.0.0.1.0x7f", "0x100000000", "1.2.3.4.5", "256.256.256.256", "127.0.0.0x1", "127.0.0.01", "0127.0.0.1"]
    return list(dict.fromkeys([*found, *NAMES]))


def urls(port: int) -> list[str]:
    """Every spelling as a whole address, and the tricks with what stands around a host."""
    found = [f"http://{host}:{port}/" for host in hosts()]
    for host in ("127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]"):
        found += [text.format(host=host, port=port) for text in (
            "http://example.com@{host}:{port}/", "http://example.com:443@{host}:{port}/", "http://example.com%40{host}:{port}/", "http://{host}:{port}@example.com:{port}/",
            "http://{host}:{port}#@example.com/", "http://{host}:{port}?@example.com/", "http://{host}:{port}\\@example.com/", "http://example.com\\@{host}:{port}/",
            "http:/{host}:{port}/", "http:\\\\{host}:{port}/", "http:{host}:{port}/", "http:///{host}:{port}/", "http:////{host}:{port}/", "//{host}:{port}/", "\\\\{host}:{port}/",
            "http://{host}:\t{port}/", "http://\t{host}:{port}/", "ht\ntp://{host}:{port}/", " http://{host}:{port}/", "http://{host}:{port} ", "http://{host}:{port}\r\nHost: x/",
            "http://{host}:0{port}/", "http://{host}:00000{port}/", "http://{host}:+{port}/", "http://{host}:{port}.0/", "http://{host}:６{port}/", "http://@{host}:{port}/", "http://:@{host}:{port}/",
            "HTTP://{host}:{port}/", "hTTp://{host}:{port}/", "ftp://{host}:{port}/", "gopher://{host}:{port}/_GET", "file://{host}:{port}/etc/passwd", "dict://{host}:{port}/x",
            "ws://{host}:{port}/", "jar:http://{host}:{port}!/", "url:http://{host}:{port}/", "http://{host}:{port}/%0d%0aX:1", "https://{host}:{port}/",
            "http://0@{host}:{port}", "http://example.com,{host}:{port}/", "http://example.com;{host}:{port}/", "http://example.com&@{host}:{port}#@example.org/", "http://[{host}]:{port}/",
        )]
    return list(dict.fromkeys(found))
