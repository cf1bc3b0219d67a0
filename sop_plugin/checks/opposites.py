"""Whether two conditions in plain words are one thing and its opposite, so that together they take every case."""

from __future__ import annotations

import re
from collections.abc import Sequence

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

_DENIAL = re.compile(
    r"\b(?:(?:is|are|was|were|do|does|did|has|have|can|will)\s+not|cannot|not|no)\b|(?<=[a-z])n['’]t\b"
    r"|\b(?:un|in|im|dis|non-)(?=[a-z]{4})|不|沒有|没有|沒|没|無|无|未|非",
)
_AUXILIARY = re.compile(
    r"\b(?:a|an|the|is|are|was|were|do|does|did|has|have|can|will|s(?=\b))\b|\W+|有|已|(?<=[a-z])s\b"
)
_OTHERS = re.compile(
    r"\b(?:others?|another|else|the rest|everything|anything|anybody|anyone|everybody|everyone)\b"
    r"|其他|其它|其餘|其余|別的|别的|另外|剩下"
)


def leave_nothing(conditions: Sequence[str]) -> bool:
    """Whether one of three or more conditions is another one denied ("符合", "不符合"), or takes the others."""
    said = [each.lower() for each in conditions]
    plain = {_AUXILIARY.sub("", each) for each in said if not _DENIAL.search(each)}
    denied = (_AUXILIARY.sub("", _DENIAL.sub("", each)) for each in said if _DENIAL.search(each))
    return any(each in plain for each in denied) or any(map(_OTHERS.search, said))


def are_opposites(one: str, other: str) -> bool:
    """Whether one of the texts denies the other, or a pair of opposite words stands in them. A guess by their words."""
    one, other = one.lower(), other.lower()
    if bool(_NEGATIONS.search(one)) != bool(_NEGATIONS.search(other)):
        return True
    return any((a in one and b in other) or (b in one and a in other) for a, b in _PAIRS)
