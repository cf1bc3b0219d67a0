"""Chinese characters that belong to one script only, and what stands for them in the other.

Characters that both scripts use are left out, such as 后, 里, 面, 台, 只, 干 or 着: whether one is right depends on the
word. So are the rarer ones, which stand in names.
"""

from __future__ import annotations

import re

# A simplified character and its traditional form, pair by pair.
_PAIRS = """
万萬与與专專业業丛叢东東丝絲丢丟两兩严嚴丧喪个個丰豐临臨为為丽麗举舉义義乌烏乐樂乔喬习習乡鄉书書买買乱亂争爭亏虧亚亞产產亩畝亲親
亿億仅僅从從仑侖仓倉仪儀们們价價众眾优優会會伛傴伞傘伟偉传傳伤傷伦倫伪偽体體余餘佣傭侠俠侣侶侥僥侦偵侧側侨僑侩儈俩倆俭儉债債
倾傾偻僂偿償傥儻储儲儿兒兑兌党黨兰蘭关關兴興养養兽獸冁囅内內冈岡册冊写寫军軍农農冯馮决決况況冻凍净淨凉涼减減凑湊凤鳳凭憑凯凱击擊
凿鑿刍芻刘劉则則刚剛创創删刪别別刭剄刹剎剂劑剐剮剑劍剥剝剧劇劝勸办辦务務动動励勵劲勁劳勞势勢勋勳匀勻区區医醫华華协協单單卖賣卢盧
卫衛却卻厂廠厅廳厉厲压壓厌厭厕廁厢廂厦廈县縣参參双雙变變叙敘叶葉号號叹嘆吓嚇吕呂吗嗎听聽启啟吴吳呐吶呕嘔呗唄员員呛嗆呜嗚咏詠响響
哑啞哗嘩哟喲唤喚唠嘮唢嗩啧嘖啬嗇啭囀啸嘯喷噴嘱囑噜嚕团團园園围圍国國图圖圆圓圣聖场場坏壞块塊坚堅坛壇坝壩坞塢坟墳坠墜垄壟垒壘
垦墾垫墊埘塒堑塹堕墮墙牆壮壯声聲壳殼壶壺处處备備够夠头頭夸誇夹夾夺奪奋奮奖獎妆妝妇婦妈媽妩嫵娄婁娅婭娇嬌娱娛娲媧婴嬰婵嬋婶嬸孙孫
学學孪孿宁寧宝寶实實宠寵审審宪憲宫宮宽寬宾賓寝寢对對寻尋导導寿壽将將尔爾尘塵尝嘗层層屉屜届屆属屬屡屢屿嶼岁歲岂豈岖嶇岗崗岛島岭嶺
峡峽峦巒崭嶄巅巔巩鞏币幣帅帥师師帐帳帘簾帜幟带帶帧幀帮幫庄莊庆慶庐廬库庫应應庙廟庞龐废廢开開异異弃棄张張弥彌弯彎弹彈强強归歸录錄
彦彥彻徹径徑忆憶忧憂怀懷态態怂慫怜憐总總恋戀恳懇恶惡恼惱悬懸惊驚惧懼惨慘惩懲惫憊惭慚惯慣愤憤愿願慑懾懒懶戏戲战戰户戶扑撲执執扩擴
扫掃扬揚扰擾抚撫抛拋抢搶护護报報担擔拟擬拢攏拣揀拥擁拦攔拧擰拨撥择擇挂掛挚摯挛攣挝撾挞撻挟挾挠撓挡擋挣掙挤擠挥揮挨捱捞撈损損捡撿
换換捣搗据據掳擄掷擲掸撣掺摻揽攬搀攙搁擱搂摟搅攪携攜摄攝摆擺摇搖摈擯摊攤撑撐撵攆敌敵敛斂数數斋齋斩斬断斷无無旧舊时時旷曠昙曇昼晝
显顯晋晉晒曬晓曉晕暈暂暫术術机機杀殺杂雜权權条條来來杨楊杰傑极極构構枢樞枣棗枪槍枫楓柜櫃柠檸栅柵标標栈棧栋棟栏欄树樹样樣档檔桥橋
桨槳桩樁梦夢检檢楼樓榄欖槛檻横橫樱櫻橱櫥欢歡欧歐歼殲残殘殴毆毁毀毕畢毙斃毡氈气氣氢氫汇匯汉漢汤湯沟溝没沒沥瀝沦淪沧滄沪滬泞濘泪淚
泼潑泽澤洁潔洒灑浅淺浆漿浇澆浊濁测測济濟浏瀏浑渾浓濃涂塗涛濤涝澇涡渦润潤涧澗涨漲涩澀淀澱渊淵渍漬渐漸渔漁渗滲温溫湾灣湿濕溃潰溅濺
滚滾滞滯满滿滤濾滥濫滨濱滩灘潇瀟潜潛澜瀾濒瀕灭滅灯燈灵靈灾災灿燦炉爐炖燉炜煒点點炼煉炽熾烁爍烂爛烃烴烛燭烟煙烦煩烧燒烩燴烫燙热熱
焕煥爱愛爷爺牍牘牵牽牺犧犊犢状狀犹猶狈狽狞獰独獨狭狹狮獅狱獄猎獵猫貓献獻玛瑪环環现現玺璽琐瑣琼瓊电電画畫畅暢疗療疟瘧疡瘍疮瘡疯瘋
痈癰痉痙痒癢痪瘓痨癆瘪癟瘫癱瘾癮癣癬皱皺盏盞盐鹽监監盖蓋盗盜盘盤眯瞇睁睜瞒瞞矫矯矿礦码碼砖磚砚硯砾礫础礎硕碩确確碍礙礼禮祷禱祸禍
禀稟禄祿禅禪离離秃禿种種积積称稱秽穢稳穩穷窮窃竊窍竅窑窯窜竄窝窩窥窺竖豎竞競笔筆笋筍笼籠筑築筛篩筝箏筹籌简簡箩籮篓簍篮籃类類粮糧
紧緊纠糾红紅约約级級纪紀纬緯纯純纱紗纲綱纳納纵縱纷紛纸紙纹紋纺紡纽紐线線练練组組绅紳细細织織终終绊絆绍紹绎繹经經绑綁绒絨结結绕繞
绘繪给給络絡绝絕绞絞统統绢絹绣繡继繼绩績绪緒续續绳繩维維绵綿绷繃综綜绿綠缀綴缅緬缆纜缇緹缉緝缎緞缓緩缔締缕縷编編缘緣缚縛缝縫缠纏
缩縮缴繳网網罗羅罚罰罢罷羁羈耸聳耻恥聂聶聋聾职職联聯聪聰肃肅肠腸肤膚肾腎肿腫胀脹胁脅胆膽胜勝胶膠脉脈脍膾脏髒脏臟脑腦脓膿脚腳脱脫
脸臉腊臘腻膩舆輿舰艦舱艙艰艱艳艷艺藝节節芜蕪芦蘆苇葦苍蒼苹蘋范範茎莖荐薦荡蕩荣榮荤葷荧熒药藥莱萊莲蓮获獲获穫莹瑩莺鶯萝蘿萤螢营營
萧蕭萨薩葱蔥蒋蔣蓝藍蔷薔蕴蘊虏虜虑慮虚虛虽雖虾蝦蚀蝕蚁蟻蚂螞蚕蠶蛮蠻蜡蠟蝇蠅蝉蟬蝎蠍衅釁衔銜补補衬襯袄襖袜襪袭襲装裝裤褲见見观觀规規
觅覓视視览覽觉覺触觸誉譽计計订訂认認讥譏讨討让讓训訓议議讯訊记記讲講许許论論讼訟设設访訪证證评評识識诈詐诉訴诊診词詞译譯试試诗詩
诚誠话話诞誕询詢该該详詳诧詫诫誡诬誣语語误誤诱誘说說请請诸諸诺諾读讀课課谁誰调調谅諒谈談谊誼谋謀谎謊谓謂谢謝谣謠谦謙谨謹谬謬谱譜
谴譴谷穀贝貝贞貞负負贡貢财財责責贤賢败敗货貨质質贩販贪貪贫貧购購贮貯贯貫贰貳贴貼贵貴贷貸贸貿费費贺賀贼賊贿賄资資赋賦赌賭赎贖
赏賞赐賜赔賠赖賴赚賺赛賽赞贊赠贈赢贏赶趕趋趨跃躍践踐踊踴踪蹤车車轧軋轨軌轩軒转轉轮輪软軟轰轟轴軸轻輕载載轿轎较較辅輔辆輛辈輩
辉輝辊輥输輸辑輯辖轄辗輾辘轆辙轍辞辭辩辯辫辮边邊辽遼达達迁遷过過迈邁运運还還这這进進远遠违違连連迟遲适適选選递遞逻邏遗遺邮郵邻鄰
郁鬱郑鄭酝醞酱醬酿釀释釋针針钉釘钓釣钙鈣钝鈍钞鈔钟鐘钟鍾钠鈉钢鋼钥鑰钦欽钩鉤钮鈕钱錢钳鉗钻鑽铁鐵铃鈴铅鉛铆鉚铜銅铝鋁铬鉻铭銘银銀
铸鑄铺鋪链鏈销銷锁鎖锅鍋锈鏽锋鋒锌鋅锐銳错錯锡錫锤錘锥錐锦錦键鍵锯鋸锰錳镀鍍镁鎂镇鎮镍鎳镐鎬镜鏡镑鎊长長门門闪閃闭閉问問闯闖闰閏
闲閒间間闷悶闸閘闹鬧闻聞阀閥阁閣阅閱队隊阳陽阴陰阵陣阶階际際陆陸陈陳险險随隨隐隱隶隸难難雏雛雾霧霁霽静靜韧韌韩韓页頁顶頂项項顺順
须須顽頑顾顧顿頓预預领領颇頗颈頸频頻颗顆题題颜顏额額颤顫风風飘飄飞飛饥飢饭飯饮飲饰飾饱飽饲飼饵餌饶饒饺餃饼餅饿餓馅餡馆館馈饋馒饅
马馬驭馭驮馱驰馳驱驅驳駁驴驢驶駛驻駐驾駕驿驛骂罵骄驕骆駱骇駭验驗骑騎骗騙骚騷骤驟髅髏鱼魚鲁魯鲍鮑鲜鮮鲤鯉鲨鯊鲫鯽鲸鯨鳄鱷鸟鳥鸡雞鸣鳴
鸭鴨鸽鴿鸿鴻鹅鵝鹤鶴鹰鷹麦麥黄黃齐齊齿齒龄齡龙龍龟龜发發发髮历歷历曆复復复複签簽签籤尽盡尽儘当當当噹纤纖苏蘇卤滷卤鹵汇彙
换換栗慄冲衝准準扎紮肮骯炮砲苔薹账帳丑醜台臺云雲
广廣卧臥税稅迹跡闽閩颂頌颠顛并並伫佇并併系係雇僱划劃几幾舍捨卷捲采採台檯冲沖泄洩涌湧湿溼叠疊致緻系繫搜蒐里裡里裏制製讫訖托託注註诵誦咨諮誊謄回迴周週游遊锭錠表錶鉴鑑只隻松鬆麸麩么麼念唸咙嚨
恒恆面麵胡鬍斗鬥姜薑咸鹹烟菸欲慾御禦家傢板闆卜蔔干幹喂餵占佔岩巖吁籲唇脣群羣床牀峰峯启啓凶兇布佈志誌症癥郁鬱绦縧
""".replace("\n", "")

# What each script's old character set holds belongs to the script; but this is a form of the other one all the same.
_TRADITIONAL_IN_GB2312 = "後於"
_SIMPLIFIED_IN_BIG5 = "与万体价网优听坏异怀惊愿扰机极洁确离种触构儿"


def _by_character(pairs: list[tuple[str, str]], charset: str, all_the_same: str) -> dict[str, str]:
    """What the other script writes for each character that is in none of this script's texts: "" where it depends."""
    found: dict[str, str] = {}
    for strange, own in pairs:
        if strange == own or (strange.encode(charset, "ignore") and strange not in all_the_same):
            continue
        found[strange] = own if found.get(strange, own) == own else ""
    return found


_pairs = list(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))

TRADITIONAL_FOR = _by_character(_pairs, "big5", _SIMPLIFIED_IN_BIG5)
"""Characters that no traditional text has, with what it has instead: "" where that depends on the word."""

SIMPLIFIED_FOR = {
    **_by_character([(own, strange) for strange, own in _pairs], "gb2312", ""),
    **dict(zip(_TRADITIONAL_IN_GB2312, "后于", strict=True)),
}
"""Characters that no simplified text has, with what it has instead."""

_TRADITIONAL_TAG = re.compile(r"zh-(?:Hant\b|(?:TW|HK|MO)$)")
_SIMPLIFIED_TAG = re.compile(r"zh-(?:Hans\b|(?:CN|SG|MY)$)")


def foreign_to(language: str) -> dict[str, str] | None:
    """The characters that no text in `language` has; None where the tag does not tell the script."""
    if _TRADITIONAL_TAG.match(language):
        return TRADITIONAL_FOR
    if _SIMPLIFIED_TAG.match(language):
        return SIMPLIFIED_FOR
    return None
