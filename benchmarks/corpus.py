"""Generated SOPs for measuring: about 100 lines of front matter and 80 of body each, every other one Chinese."""

from __future__ import annotations

import random
from pathlib import Path

ORGANISATION = """organisation: 1
name: Benchmark
language: en
roles:
  - {id: agent, title: Agent}
  - {id: lead, title: Lead}
  - {id: manager, title: Manager}
  - {id: customer, title: Customer, party: customer}
tools:
  - {id: scanner, title: Scanner}
  - {id: printer, title: Printer}
systems:
  - {id: crm, title: CRM}
"""

_ENGLISH = {
    "titles": ["Greet the customer", "Check the papers", "Enter the request", "Read it back", "Close the case"],
    "verbs": ["Check", "Enter", "Compare", "Confirm", "Print", "Hand over", "Explain", "File"],
    "things": ["the order number", "the name on the card", "the delivery note", "the amount due", "the signed form"],
    "reasons": ["so that nobody asks twice", "before the customer leaves", "as the price list says", "in the log"],
    "standards": ["The number read back is the one on the slip.", "The form is signed and dated."],
    "whens": ["The system does not answer", "The customer has no papers", "The amount does not match"],
    "thens": ["Use the paper form and enter it later.", "Call the lead and stay with the customer."],
    "notes": "Note",
}
_CHINESE = {
    "titles": ["向顧客問好", "核對證件", "輸入申請內容", "複誦確認", "結案並通知"],
    "verbs": ["核對", "輸入", "比對", "確認", "列印", "交付", "說明", "歸檔"],
    "things": ["訂單編號", "證件上的姓名", "出貨單", "應付金額", "已簽名的表單"],
    "reasons": ["以免重複詢問", "在顧客離開之前完成", "以價目表為準", "並記入工作日誌"],
    "standards": ["複誦的號碼與單據一致。", "表單已簽名並註明日期。"],
    "whens": ["系統沒有回應", "顧客未帶證件", "金額不符"],
    "thens": ["改用紙本表單，事後補登。", "請主管到場，並留在顧客身邊。"],
    "notes": "注意",
}


def sop_text(number: int) -> str:
    """The text of SOP `number`; the same number gives the same text."""
    pick = random.Random(number)
    words = _CHINESE if number % 2 else _ENGLISH

    def sentence() -> str:
        parts = pick.choice(words["verbs"]), pick.choice(words["things"]), pick.choice(words["reasons"])
        return f"{parts[0]}{parts[1]}，{parts[2]}。" if number % 2 else f"{parts[0]} {parts[1]} {parts[2]}."

    header = [
        "---",
        "sop: 1",
        f"id: sop-{number}",
        f"title: {pick.choice(words['titles'])} {number}",
        f"version: {pick.randint(1, 4)}.{pick.randint(0, 9)}",
        "status: effective",
        f"effective: 2026-0{pick.randint(1, 9)}-1{pick.randint(0, 9)}",
        "owner: manager",
        "role: agent",
        "channels: [in-person, phone]",
        f"summary: {sentence()}",
        "steps:",
    ]
    body: list[str] = []
    for index in range(9):
        header += [
            f"  - id: step-{index}",
            f"    title: {pick.choice(words['titles'])}",
            "    do: |",
            f"      {sentence()}",
            f"      {sentence()}",
            f"    time_limit: {pick.randint(1, 9)} min",
            "    tools: [scanner, printer]",
        ]
        if index % 2:
            header += ["    quality:", f"      - {pick.choice(words['standards'])}"]
        if index % 3 == 0:
            header += [
                "    exceptions:",
                f"      - id: trouble-{index}",
                f"        when: {pick.choice(words['whens'])}",
                f"        then: {pick.choice(words['thens'])}",
                "        escalate: {to: lead, after: 5 min}",
            ]
        body += [
            f"### {pick.choice(words['titles'])} {{#step-{index}}}",
            "",
            f"{sentence()} **{sentence()}** {sentence()}",
            "",
        ]
        body += [f"- {sentence()}" for _ in range(2)]
        body += ["", f"[{pick.choice(words['titles'])}](sop-{(number * 7 + index) % 100}.md)", ""]
    body += [f'!!! note "{words["notes"]}"', "", f"    {sentence()}", "", "| A | B |", "|---|---|"]
    body += [f"| {pick.choice(words['things'])} | {pick.randint(1, 99)} |" for _ in range(2)]
    header.append("---")
    return "\n".join([*header, "", *body]) + "\n"


def write_corpus(folder: Path, count: int) -> None:
    """Writes `count` SOPs, 100 a folder, and an organisation file."""
    folder.mkdir(parents=True)
    (folder / "organisation.yml").write_text(ORGANISATION, encoding="utf-8")
    (folder / "index.md").write_text("# Benchmark\n", encoding="utf-8")
    for number in range(count):
        place = folder / f"part-{number // 100:03}"
        place.mkdir(exist_ok=True)
        # Links lead to the first hundred; elsewhere they would be dead, and reporting them is not what is measured.
        text = sop_text(number).replace("](sop-", "](../part-000/sop-")
        (place / f"sop-{number}.md").write_text(text, encoding="utf-8")
