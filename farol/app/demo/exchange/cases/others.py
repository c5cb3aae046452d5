"""Customers whose account says nothing: their words alone tell what they want."""

from .case import case

_QUIET = ("账户平静，没有异常。", "The account is quiet.")

CASES = (
    case(45, "leg.law_enforcement", ("关山", "Owen Blake"), _QUIET,
         ("我是公安需要调取信息，协查函发到哪里", "I am a police officer need account info, law enforcement data request"), by_state=False),
    case(46, "leg.complaint", ("左宗", "Clara Hobbs"), _QUIET,
         ("我要投诉你们，请给我书面答复", "I want to file a formal complaint, give me a final response letter"), by_state=False),
    case(47, "fb.feature", ("戴维", "Theo Lamb"), _QUIET,
         ("希望增加网格策略，夜间模式有bug", "please add dark mode, suggestion for the order page"), by_state=False),
    case(48, "gen.howto", ("万里", "Mina Cole"), _QUIET,
         ("怎么买币，新手怎么开始", "how do I buy bitcoin"), by_state=False),
    case(49, "biz.other", ("詹宁", "Hal Porter"), _QUIET,
         ("上币怎么联系，商务合作", "how to list my token, partnership proposal"), by_state=False),
)  # fmt: skip
