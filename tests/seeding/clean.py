"""Clean procedures without end: each of another make, none with a fault.

They are made of a small stock of things that are done at counters, in three languages, put together at random: in turn,
with decisions, loops, groups, parallel tracks, forms, events and calls.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

ORGANISATION = """\
organisation: 1
name: Island Light Services
language: en
departments:
  - {id: shops, title: Shops}
  - {id: care, title: Customer care}
roles:
  - {id: cashier, title: Cashier, department: shops}
  - {id: barista, title: Barista, department: shops}
  - {id: agent, title: Service agent, department: care}
  - {id: shift-lead, title: Shift lead, department: shops}
  - {id: shop-manager, title: Shop manager, department: shops}
  - {id: quality-manager, title: Quality manager, department: care}
  - {id: customer, title: Customer, party: customer}
  - {id: carrier, title: Carrier, party: external}
tools:
  - {id: till, title: Till, also: [grey machine]}
  - {id: scanner, title: Scanner, also: [grey machine]}
  - id: scale
    title: Scale
    names: [{lang: zh-TW, title: 磅秤}, {lang: zh-CN, title: 秤}]
    also: [weighing plate]
  - {id: steam-wand, title: Steam wand, hazard: Steam burns the hands.}
materials:
  - {id: fresh-milk, title: Fresh milk}
  - {id: label, title: Label}
systems:
  - {id: crm, title: Customer records}
  - {id: stock, title: Stock list}
touchpoints:
  - {id: counter, title: Counter}
customer_groups:
  - {id: commuter, title: Commuters}
references:
  - {id: consumer-act, title: Consumer Protection Act}
classes:
  - id: severity
    title: Severity
    levels: [{id: minor, title: Minor}, {id: major, title: Major}]
policy:
  approvals: [{role: quality-manager, departments: [care]}]
  vocabulary:
    - {use: parcel, not: [packet], lang: en}
    - {use: 顧客, not: [奧客], lang: zh-TW}
    - {use: 顾客, not: [看官], lang: zh-CN}
retired_ids: [old-order-desk]
"""

LANGUAGES = ("en", "zh-TW", "zh-CN")


@dataclass(frozen=True)
class Words:
    """What one language says. Actions are a title, what is done, a standard, what may go wrong, and the answer."""

    actions: tuple[tuple[str, str, str, str, str], ...]
    questions: tuple[tuple[str, str, str], ...]
    titles: tuple[str, ...]
    summary: str
    minutes: str
    says: str
    caution: str
    until: str
    leaf: tuple[str, ...]
    form: tuple[str, str]
    event: str
    end: str
    body: str


ENGLISH = Words(
    actions=(
        ("Greet the customer", "Look up and say good morning.", "The first word comes within 30 seconds.",
         "The customer speaks another language", "Show the picture menu and point at the choices."),
        ("Scan the parcel", "Hold the scanner over the label until it beeps.", "The number on the screen is the one on the label.",
         "The label is torn", "Type the 12 digits of the parcel number by hand."),
        ("Take the payment", "Name the amount and turn the reader to the customer.", "The receipt shows the amount that was named.",
         "The card is refused", "Ask for another card or for cash."),
        ("Weigh the box", "Put the box in the middle of the scale and wait for the figure to stand still.", "The figure stands still for 3 seconds.",
         "The scale shows an error", "Take the second scale on the left shelf."),
        ("Print the label", "Print two labels and stick one on the box.", "The bar code can be read by the scanner.",
         "The printer is out of paper", "Fill in the tray with 50 sheets from the drawer."),
        ("Enter the order", "Type the items in the order in which the customer names them.", "The list on the screen has as many items as the customer named.",
         "An item is sold out", "Name two other items of the same price."),
        ("Call the customer back", "Dial the number on the slip and say who you are.", "The call is in the record with its time.",
         "Nobody answers the call", "Write the time of the call on the slip and dial again after 2 hours."),
        ("Sort the forms", "Put the forms into the tray by their date.", "The oldest form lies on top.",
         "A form has no date", "Write today's date at the top right and sign beside it."),
        ("Count the drawer", "Count the notes first, then the coins.", "The sum is the same in both counts.",
         "The sums differ by more than 10 coins", "Count the drawer a third time with the shift lead."),
        ("File the contract", "Put the signed contract into the red folder.", "The folder holds one contract for each line of the list.",
         "A signature is missing", "Send the last page back to the customer for a signature."),
    ),
    questions=(
        ("Is the seal whole?", "The seal is whole", "The seal is broken"),
        ("Is the customer on the list?", "The name is on the list", "The name is not on the list"),
        ("Is the item in stock?", "The shelf holds the item", "The shelf is empty"),
    ),
    titles=("Take in a parcel", "Close the till", "Answer a request", "Open the counter", "Book a repair"),
    summary="From the first word to the signed slip.",
    minutes="min",
    says="May I see the slip, please?",
    caution="Steam burns. Keep the hand off the pipe.",
    until="The customer confirms the number",
    leaf=("Counter", "Floor", "Window"),
    form=("Parcel log", "Weight"),
    event="The supplier calls a product back",
    end="The parcel is in the customer's hand",
    body="The slip is white until June and yellow after that.",
)  # fmt: skip

TRADITIONAL = Words(
    actions=(
        ("迎接顧客", "抬頭看顧客，說早安。", "30 秒內說出第一句話。", "顧客說外語", "拿出圖片菜單，請顧客用手指。"),
        (
            "掃描包裹",
            "掃描器對準標籤，直到發出嗶聲。",
            "螢幕上的號碼與標籤相同。",
            "標籤破損",
            "用鍵盤輸入 12 位數的包裹編號。",
        ),
        ("收款", "說出金額，把刷卡機轉向顧客。", "收據金額與說出的金額相同。", "刷卡失敗", "請顧客換一張卡或付現金。"),
        ("秤重", "箱子放在磅秤中央，等數字停住。", "數字停住 3 秒。", "磅秤顯示錯誤", "改用左邊架上的第二台磅秤。"),
        (
            "列印標籤",
            "列印兩張標籤，一張貼在箱子上。",
            "掃描器讀得到條碼。",
            "印表機沒紙",
            "從抽屜取 50 張紙裝進紙匣。",
        ),
        (
            "輸入訂單",
            "照顧客說的順序輸入品項。",
            "螢幕上的品項數與顧客說的相同。",
            "品項賣完",
            "推薦兩種同價位的品項。",
        ),
        (
            "回電",
            "撥打單據上的電話，報上姓名。",
            "通話時間記在紀錄裡。",
            "沒有人接電話",
            "在單據上寫下時間，2 小時後再撥一次。",
        ),
        (
            "整理表單",
            "表單依日期放進文件匣。",
            "最舊的表單在最上面。",
            "表單沒有日期",
            "在右上角寫上今天的日期並簽名。",
        ),
        (
            "點收銀機",
            "先點鈔票，再點硬幣。",
            "兩次點的總額相同。",
            "兩次總額相差超過 10 元",
            "與值班主管一起點第三次。",
        ),
        (
            "歸檔合約",
            "簽好的合約放進紅色資料夾。",
            "資料夾裡的合約數與清單行數相同。",
            "缺少簽名",
            "把最後一頁寄回給顧客簽名。",
        ),
    ),
    questions=(
        ("封條完整嗎？", "封條完整", "封條破損"),
        ("顧客在名單上嗎？", "姓名在名單上", "姓名不在名單上"),
        ("有庫存嗎？", "架上有貨", "架上沒貨"),
    ),
    titles=("收包裹", "關收銀機", "回覆申請", "開櫃台", "預約維修"),
    summary="從第一句話到簽好的單據。",
    minutes="分鐘",
    says="請讓我看一下單據。",
    caution="蒸氣很燙，手不要碰管子。",
    until="顧客確認號碼",
    leaf=("櫃台", "賣場", "窗口"),
    form=("包裹登記表", "重量"),
    event="供應商召回商品",
    end="包裹已交給顧客",
    body="單據六月以前是白色，之後是黃色。",
)

SIMPLIFIED = Words(
    actions=(
        ("迎接顾客", "抬头看顾客，说早安。", "30 秒内说出第一句话。", "顾客说外语", "拿出图片菜单，请顾客用手指。"),
        (
            "扫描包裹",
            "扫描枪对准标签，直到发出嘀声。",
            "屏幕上的号码与标签相同。",
            "标签破损",
            "用键盘输入 12 位数的包裹编号。",
        ),
        ("收款", "说出金额，把刷卡机转向顾客。", "收据金额与说出的金额相同。", "刷卡失败", "请顾客换一张卡或付现金。"),
        ("称重", "箱子放在秤中央，等数字停住。", "数字停住 3 秒。", "秤显示错误", "改用左边架上的第二台秤。"),
        (
            "打印标签",
            "打印两张标签，一张贴在箱子上。",
            "扫描枪读得到条码。",
            "打印机没纸",
            "从抽屉取 50 张纸装进纸盒。",
        ),
        (
            "录入订单",
            "照顾客说的顺序录入品项。",
            "屏幕上的品项数与顾客说的相同。",
            "品项卖完",
            "推荐两种同价位的品项。",
        ),
        (
            "回电",
            "拨打单据上的电话，报上姓名。",
            "通话时间记在记录里。",
            "没有人接电话",
            "在单据上写下时间，2 小时后再拨一次。",
        ),
        (
            "整理表单",
            "表单按日期放进文件盒。",
            "最旧的表单在最上面。",
            "表单没有日期",
            "在右上角写上今天的日期并签名。",
        ),
        (
            "点收银机",
            "先点纸币，再点硬币。",
            "两次点的总额相同。",
            "两次总额相差超过 10 元",
            "与值班主管一起点第三次。",
        ),
        (
            "归档合同",
            "签好的合同放进红色文件夹。",
            "文件夹里的合同数与清单行数相同。",
            "缺少签名",
            "把最后一页寄回给顾客签名。",
        ),
    ),
    questions=(
        ("封条完整吗？", "封条完整", "封条破损"),
        ("顾客在名单上吗？", "姓名在名单上", "姓名不在名单上"),
        ("有库存吗？", "架上有货", "架上没货"),
    ),
    titles=("收包裹", "关收银机", "回复申请", "开柜台", "预约维修"),
    summary="从第一句话到签好的单据。",
    minutes="分钟",
    says="请让我看一下单据。",
    caution="蒸汽很烫，手不要碰管子。",
    until="顾客确认号码",
    leaf=("柜台", "卖场", "窗口"),
    form=("包裹登记表", "重量"),
    event="供应商召回商品",
    end="包裹已交给顾客",
    body="单据六月以前是白色，之后是黄色。",
)

WORDS = {"en": ENGLISH, "zh-TW": TRADITIONAL, "zh-CN": SIMPLIFIED}

ANCHORS = 8
"""The first procedures of a library are plain ones, which others may call and refer to."""


def clean_sop(number: int, random: Random) -> str:
    """The text of procedure `number`, whose id is `sop-` and the number."""
    return _Maker(number, random).text()


class _Maker:
    """Writes one procedure."""

    def __init__(self, number: int, random: Random) -> None:
        self.number = number
        self.random = random
        self.language = random.choice(LANGUAGES)
        self.words = WORDS[self.language]
        self.count = 0
        self.has_form = random.random() < 0.4
        self.has_event = random.random() < 0.3
        self.is_anchor = number < ANCHORS

    def text(self) -> str:
        steps = list(self.steps())
        lines = ["---", *self.control(), "steps:", *steps, *self.rest(), "---"]
        if self.random.random() < 0.7:
            lines += ["", f"## {self.random.choice(self.words.leaf)} {{#step-1}}", "", self.words.body, ""]
        return "\n".join(lines) + "\n"

    def control(self) -> Iterator[str]:
        random, words = self.random, self.words
        yield "sop: 1"
        yield f"id: sop-{self.number}"
        yield f"title: {random.choice(words.titles)} {self.number}"
        yield f"version: {random.randint(1, 4)}.{random.randint(0, 12)}"
        yield "status: effective"
        yield f"effective: 2026-0{random.randint(4, 9)}-1{random.randint(0, 9)}"
        yield f"review_by: 2099-0{random.randint(1, 9)}-01"
        yield "owner: shop-manager"
        yield "approvals:"
        yield f"  - {{role: quality-manager, date: 2026-03-0{random.randint(1, 9)}}}"
        yield f"lang: {self.language}"
        yield f"summary: {words.summary}"
        if random.random() < 0.5:
            yield "channels: [in-person, phone]"
        if random.random() < 0.5:
            yield f"role: {random.choice(('cashier', 'agent'))}"

    def steps(self) -> Iterator[str]:
        yield from self.step("  ")
        for _ in range(self.random.randint(2, 5)):
            kind = (
                "plain"
                if self.is_anchor
                else self.random.choice(("plain", "plain", "plain", "decision", "loop", "group", "call"))
            )
            yield from getattr(self, kind)("  ")
        yield from self.step("  ")

    def new(self) -> str:
        self.count += 1
        return f"step-{self.count}"

    def step(self, indent: str) -> Iterator[str]:
        """A step with this and that."""
        random, words = self.random, self.words
        title, do, standard, when, then = random.choice(words.actions)
        inner = indent + "  "
        yield f"{indent}- id: {self.new()}"
        yield f"{inner}title: {title}"
        yield f"{inner}do: {do}"
        yield f"{inner}role: {random.choice(('cashier', 'barista', 'agent'))}"
        if random.random() < 0.5:
            yield f"{inner}tools: [{random.choice(('till', 'scanner', 'scale'))}]"
        if random.random() < 0.3:
            yield f"{inner}materials: [label]"
        if random.random() < 0.3:
            yield f"{inner}systems: [crm]"
        if random.random() < 0.6:
            yield f"{inner}time_limit: {random.randint(2, 9)} {words.minutes}"
        if random.random() < 0.7:
            yield f"{inner}quality:"
            yield f"{inner}  - {standard}"
        if random.random() < 0.4:
            yield f"{inner}script:"
            yield f"{inner}  - {words.says}"
        if random.random() < 0.3:
            yield f"{inner}touchpoint: counter"
        if random.random() < 0.6:
            yield f"{inner}exceptions:"
            yield f"{inner}  - id: trouble"
            yield f"{inner}    when: {when}"
            yield f"{inner}    then: {then}"
            if random.random() < 0.5:
                yield f"{inner}    escalate: shift-lead"
        if self.has_form and random.random() < 0.5:
            yield f"{inner}record: [parcel-log.weight]"

    plain = step

    def decision(self, indent: str) -> Iterator[str]:
        """A question with two answers, the second of which steps over the next step."""
        question, yes, _no = self.random.choice(self.words.questions)
        inner = indent + "  "
        after = f"step-{self.count + 3}"
        yield f"{indent}- id: {self.new()}"
        yield f"{inner}title: {question}"
        yield f"{inner}role: cashier"
        yield f"{inner}branches:"
        yield f"{inner}  - {{id: first, when: {yes}, go: next}}"
        yield f"{inner}  - {{id: other, when: otherwise, go: {after}}}"
        yield from self.step(indent)
        yield from self.step(indent)

    def loop(self, indent: str) -> Iterator[str]:
        yield from self.step(indent)
        yield f"{indent}  repeat: {{until: {self.words.until}, max: {self.random.randint(2, 5)}}}"

    def group(self, indent: str) -> Iterator[str]:
        order = self.random.choice(("in-turn", "any-order", "parallel"))
        yield f"{indent}- id: {self.new()}"
        yield f"{indent}  title: {self.random.choice(self.words.titles)}"
        yield f"{indent}  order: {order}"
        yield f"{indent}  steps:"
        for _ in range(self.random.randint(2, 3)):
            yield from self.step(indent + "    ")

    def call(self, indent: str) -> Iterator[str]:
        yield from self.step(indent)
        yield f"{indent}  call: sop-{self.random.randrange(ANCHORS)}"

    def rest(self) -> Iterator[str]:
        if self.has_form:
            title, field = self.words.form
            yield "forms:"
            yield "  - id: parcel-log"
            yield f"    title: {title}"
            yield "    fields:"
            yield f"      - {{id: weight, title: {field}, type: number, unit: kg, range: 0 to under 30}}"
        if self.has_event:
            _, do, standard, *_ = self.words.actions[0]
            yield "events:"
            yield f"  - {{id: recall, title: {self.words.event}, external: true}}"
            yield "triggered:"
            yield f"  - id: {self.new()}"
            yield f"    title: {self.words.actions[0][0]}"
            yield f"    do: {do}"
            yield "    role: shift-lead"
            yield "    event: recall"
            yield "    quality:"
            yield f"      - {standard}"
