"""Other words that writers use for the fields of the language."""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from sop_plugin.model.fields import Shape, fields_of, records_below
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.sop import Sop
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from sop_plugin.words.keys import record_key

# Each line: fields, the likeliest first, and the words that are written for them.
_WORDS = """
do summary text rule notes: 描述 description details instruction instructions what action
do: 步驟說明 步骤说明 說明 说明 作法 做法 操作
title: name heading label 標題 标题 名稱 名称
takes time: duration 作業時間 作业时间 時長 时长 工時 工时
time_limit takes time limit: time
time_limit limit: deadline limit sla 時間限制 时间限制 時限 时限 期限
owner role: 負責人 负责人
role owner: responsible responsibility responsible_role who assignee performer 角色 權責 权责 職責 职责
cautions: warning warnings danger hazard safety 警告 注意 注意事項 注意事项
media file: picture pictures image images photo photos video videos 圖片 图片 照片
when only_if: if condition conditions 條件 条件
then: response reaction 處理 处理 處置 处置
do: then
steps: procedure tasks activities 步驟 步骤
exceptions: problems errors troubleshooting 異常處理 异常处理 應急處理 应急处理 異常 异常
quality standards: criteria standard 品質標準 质量标准 品質 质量
tools: equipment utensils 工具 設備 设备
materials: ingredients supplies 材料 原料
script: dialogue phrases 話術 话术
go: goto next jump 前往
repeat: loop 重複 重复
record: log form 紀錄 记录
purpose: goal objective aim 目的
scope: 範圍 范围 適用範圍 适用范围
summary: abstract 摘要
version: revision 版本
effective: effective_date valid_from 生效日期
status: state 狀態 状态
review_every: review_interval
changes: history changelog revision_history 修訂紀錄 修订记录
approvals: approved approval approver 核准 批准
references: sources documents 參考文件 参考文件
terms: glossary definitions 用語 用语 術語 术语
owner: author 擁有者 拥有者
department: 部門 部门
tags: keywords categories category 標籤 标签
requires: prerequisites preconditions 前置條件 前置条件
escalate: escalation 呈報 上报
kpis: metrics
""".strip()

_TOO_PLAIN = {"text", "form", "time"}
"""Names of kinds of records that say little about the field they are written in."""


@cache
def _fields_by_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in _WORDS.splitlines():
        fields, words = line.split(": ")
        for word in words.split():
            found.setdefault(word, []).extend(fields.split())
    # A field that holds records of one kind is also known by that kind's name, in every language.
    for record in {**dict.fromkeys(records_below(Sop)), **dict.fromkeys(records_below(Organisation))}:
        for spec in fields_of(record):
            for option in spec.options:
                if option.shape is Shape.RECORD:
                    for language in LANGUAGES:
                        word = catalogue(language).text(record_key(option.type)).lower().replace(" ", "_")
                        if word not in _TOO_PLAIN:
                            found.setdefault(word, []).append(spec.key)
    return found


def field_called(word: str, fields: Container[str]) -> str | None:
    """The field among `fields` that `word` is another word for, or None."""
    names = _fields_by_word().get(word.strip().lower().replace("-", "_").replace(" ", "_"), ())
    return next((name for name in names if name in fields), None)
