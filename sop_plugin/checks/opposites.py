"""Whether two conditions in plain words are one thing and its opposite, so that together they take every case."""

from __future__ import annotations

import re

_NEGATIONS = re.compile(
    r"\b(?:no|not|none|nobody|nothing|never|neither|without|cannot|otherwise|else)\b|n['’]t\b"
    r"|\b(?:un|in|im|dis)(?=[a-z]{4})|[不沒没無无未非否免]|缺",
    re.IGNORECASE,
)

_PAIRS = (
    ("yes", "no"),
    *(("pass", "fail"), ("succeed", "fail"), ("success", "fail"), ("works", "fail"), ("accept", "refus")),
    *(("accept", "declin"), ("accept", "reject"), ("approv", "reject"), ("approv", "refus"), ("agree", "refus")),
    *(("open", "closed"), ("full", "empty"), ("whole", "broken"), ("intact", "damaged"), ("present", "missing")),
    *(
        ("in stock", "sold out"),
        ("in stock", "out of stock"),
        ("on ", "off"),
        ("new", "existing"),
        ("new", "returning"),
    ),
    *(("match", "differ"), ("same", "differ"), ("right", "wrong"), ("correct", "wrong"), ("first", "second")),
    *(("holds", "empty"), ("within", "outside"), ("before", "after"), ("below", "above"), ("enough", "too ")),
    *(
        ("是", "否"),
        ("有", "缺"),
        ("成功", "失敗"),
        ("成功", "失败"),
        ("同意", "拒絕"),
        ("同意", "拒绝"),
        ("接受", "拒絕"),
    ),
    *(
        ("接受", "拒绝"),
        ("完整", "破"),
        ("完好", "破"),
        ("正常", "異常"),
        ("正常", "异常"),
        ("通過", "退回"),
        ("通过", "退回"),
    ),
    *(
        ("滿", "空"),
        ("满", "空"),
        ("開", "關"),
        ("开", "关"),
        ("新", "舊"),
        ("新", "旧"),
        ("初診", "複診"),
        ("初诊", "复诊"),
    ),
    *(("核准", "駁回"), ("批准", "驳回"), ("一致", "不符"), ("以內", "超過"), ("以内", "超过"), ("以上", "以下")),
    *(("第一次", "第二次"), ("內用", "外帶"), ("内用", "外带"), ("男", "女"), ("大人", "小孩"), ("公司", "個人")),
)
"""Words of which one says what the other denies, or which share out everything there is."""


def are_opposites(one: str, other: str) -> bool:
    """Whether one of the texts denies the other, or a pair of opposite words stands in them. A guess by their words."""
    one, other = one.lower(), other.lower()
    if bool(_NEGATIONS.search(one)) != bool(_NEGATIONS.search(other)):
        return True
    return any((a in one and b in other) or (b in one and a in other) for a, b in _PAIRS)
