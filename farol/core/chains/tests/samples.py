"""Addresses from published test vectors and well-known contracts, and one transaction id form per network."""

HEX64 = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"
BASE58_32 = "9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM"
BASE58_64 = "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW"

CHECKED = {
    "BTC": [
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    ],
    "LIGHTNING": [
        "lnbc2500u1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpuaztrn"
        "wngzn3kdzw5hydlzf03qdgm2hdq27cqv3agm2awhz5se903vruatfhq77w3ls4evs3ch9zw97j25emudupq63nyw24cg27h2rspfj9srp"
    ],
    "ETH": ["0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xdAC17F958D2ee523a2206206994597C13D831ec7"],
    "TRON": ["TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"],
    "XRP": ["rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", "XVLhHMPHU98es4dbozjVtdWzVrDjtV18pX8yuPT7y4xaEHi"],
    "XLM": [
        "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ",
        "MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ",
        "CA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUWDA",
    ],
    "TON": [
        "EQCD39VS5jcptHL8vMjEXrzGaRcCVYto7HUn4bpAOg8xqB2N",
        "UQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_p0p",
    ],
    "ADA": [
        "addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8",
        "addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgse35a3x",
        "Ae2tdPwUPEZFRbyhz3cpfC2CumGzNkFBN2L42rcUc2yjQpEkxDbkPodpMAi",
        "DdzFFzCqrhsrcTVhLygT24QwTnNqQqQ8mZrq5jykUzMveU26sxaH529kMpo7VhPrt5pwW3dXeB2k3EEvKcNBRmzCfcQ7dTkyGzTs658C",
    ],
    "DOGE": ["DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L"],
    "LTC": [
        "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1",
        "MQMcJhpWHYVeQArcZR3sBgyPZxxRtnH441",
        "ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9",
        "ltcmweb1qq20e2arnhvxw97katjkmsd35agw3capxjkrkh7dk8d30rczm8ypxuq329nwh2twmchhqn3jqh7ua4ps539f6aazh79jy76ur"
        "qht4qa59ts3at6gf",
    ],
    "BCH": [
        "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
        "ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq",
    ],
    "DOT": ["15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5"],
    "ATOM": ["cosmos10d07y265gmmuvt4z0w9aw880jnsr700j6zn9kn"],
    "HBAR": ["0.0.123-vfmkw"],
    "ALGO": ["VCMJKWOY5P5P7SKMZFFOCEROPJCZOTIJMNIYNUCKH7LRO45JMJP6UYBIJA"],
    "STX": ["SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7", "SP000000000000000000002Q6VF78"],
    "XMR": [
        "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H",
        "4LL9oSLmtpccfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2bYXZKKQePHES9khPK",
    ],
}
"""Forms with a checksum that must be there."""

UNCHECKED = {
    "ETH": ["0xdac17f958d2ee523a2206206994597c13d831ec7"],
    "TRON": ["41a614f803b6fd780986a42c78ec9c7f77e6ded13c"],
    "TON": ["0:b113a994b5024a16719f69139328eb759596c38a25f59028b146fecdc3621dfe"],
    "SOL": ["EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v", "So11111111111111111111111111111111111111112"],
    "NEAR": ["alice.near", "98793cd91a3f870fb126f66285808c7e094afcfc4eda8a970f6648cdf0dbd6de"],
    "APT": ["0x1", "0x84b1675891d370d5de8f169031f9c3116d7add256ecf50a4bc71e3135ddba6e0"],
    "SUI": ["0x02a212de6a9dfa3a69e22387acfbafbb1a9e591bd9d636e7895dcfc8de05f331"],
    "EOS": ["eosio.token"],
    "HBAR": ["0.0.98"],
}
"""Forms where only the shape can be judged."""

_EVM = ("ETH", "ARBITRUM", "OPTIMISM", "BASE", "POLYGON", "BSC", "AVAXC", "STX", "APT", "DOT")
_PLAIN = ("BTC", "LIGHTNING", "TRON", "XLM", "TON", "ADA", "DOGE", "LTC", "BCH", "EOS", "XMR")
TXIDS = {
    **dict.fromkeys(_EVM, "0x" + HEX64),
    **dict.fromkeys(_PLAIN, HEX64),
    **dict.fromkeys(("XRP", "ATOM"), HEX64.upper()),
    "SOL": BASE58_64,
    "NEAR": BASE58_32,
    "SUI": BASE58_32,
    "HBAR": "0.0.98@1718000000.123456789",
    "ALGO": "QOOBRVQMX4HW5QZ2EGLQDQCQTKRF3UP3JKDGKYPCXMI6AVV35KQA",
}
