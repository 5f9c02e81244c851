/// The words by which the clauses of a document are understood, in half-width characters as ``DocumentText`` has them.
///
/// Each list says one thing; of several words the longest that fits counts.
enum Lexicon {
  // MARK: Marks

  static let star: Character = "★"
  static let listComma: Character = "、"
  static let sentenceEnds: Set<Character> = ["。", "!", "?"]
  static let opening: [Character: Character] = ["(": ")", "“": "”", "《": "》", "‘": "’", "「": "」"]
  static let bullets: Set<Character> = ["•", "·", "●", "○", "■", "□", "◆", "▪", "▶", "➢", "-", "*"]
  static let digits: [Character: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "百": 100, "零": 0, "〇": 0,
    "两": 2,
  ]
  static let circled: [Character] = Array("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
  static let rangeMarks: Set<String> = ["-", "--", "~", "至", "到", "-到"]
  static let andMore: Set<Character> = ["余", "多", "来"]
  static let ordinal: Character = "第"
  static let chapterEnds = ["部分", "章", "篇"]
  static let each: Character = "各"
  static let notes = ["注:", "备注:", "说明:", "附件:", "附:", "附件1", "注1", "注释:"]
  static let responsible = [
    "牵头单位", "责任单位", "牵头部门", "责任部门", "主责单位", "实施单位", "承办单位", "主办单位", "负责单位", "责任主体", "牵头",
  ]

  static let places = ["区", "县", "市", "旗", "州"]
  static let subdistricts = ["街道", "街道办事处"]
  static let towns = ["镇", "乡", "镇政府", "乡政府"]
  static let titleBeginnings = ["关于印发", "关于下达", "关于"]

  // MARK: Tables

  static let numberHeads: Set<String> = ["序号", "编号", "No", "No."]
  static let nameHeads: Set<String> = [
    "指标", "指标名称", "项目", "项目名称", "目标任务", "工作任务", "主要指标", "名称", "任务", "工作目标", "目标内容",
  ]
  static let unitHeads: Set<String> = ["单位", "计量单位"]
  static let leadHeads: Set<String> = ["责任单位", "牵头单位", "责任部门", "牵头部门", "主责单位"]
  static let remarkHeads: Set<String> = ["备注", "属性", "类别", "指标属性"]
  static let targetHeadWords = ["目标", "计划", "指标值", "预期"]
  static let valueOf = "值"

  // MARK: What stands around a number

  static let year = "年"
  static let monthWord: Character = "月"
  static let dayWords: Set<Character> = ["日", "号"]
  /// Words that make a number the name of a place or of a thing.
  static let nameSuffixes = [
    "号", "弄", "街坊", "地块", "单元", "楼宇", "项目", "路", "线", "级", "期", "版", "型", "类", "大道", "室", "幢楼", "#",
  ]
  static let about = ["左右", "上下"]
  static let aboutBefore = ["约", "大约", "约为"]
  static let atMost = [
    "控制在", "不超过", "不高于", "不突破", "不多于", "低于", "不大于", "压缩至", "压缩到", "压减至", "压减到", "缩短至", "缩短到", "以下",
    "以内", "之内", "下降到", "下降至", "降至", "降到", "降低到", "降低至", "不得超过", "小于", "≤", "<",
  ]
  static let atLeast = [
    "不低于", "不少于", "不小于", "至少", "以上", "超过", "达到", "达", "高于", "突破", "力争", "提高到", "提升到", "提高至", "提升至",
    "≥", ">",
  ]
  /// Words before a number that say a level is reached, whatever verb of change stands before them.
  static let levels = ["到", "至", "达", "为", "在", "于", "保持", "过", "破", "≥", "≤", ">", "<", "是", "突破", "不少", "不超"]
  static let growths = ["增长", "增速", "增幅", "提高", "提升", "上升", "增加", "扩大", "快于"]
  static let rates = ["增长率", "增速", "增幅", "变化率", "下降率", "降幅", "增长"]
  static let falls = ["下降", "降低", "减少", "压减", "削减", "下调", "降幅", "负增长"]
  static let stretches = ["力争达到", "力争完成", "力争实现", "力争增长", "争取", "力争", "确保"]
  static let stretch = ["力争", "争取"]
  static let inStep = "同步"
  static let withOther = ["与", "和", "同"]
  static let economicGrowth = ["经济增长", "经济发展", "经济", "地区生产总值", "生产总值", "GDP"]
  static let economicOutput = ["地区生产总值", "生产总值", "GDP"]
  static let above = ["高于", "快于", "好于", "优于", "不低于", "低于"]
  static let averages = ["平均", "全市", "全省", "全国", "全区", "上年", "去年"]
  static let whichIncludes = ["其中", "含", "包括"]
  static let partly = "其中"
  static let eachOf = [
    "每月", "每年", "每季", "每周", "每日", "每天", "每个", "每家", "每台", "每户", "每人", "每名", "每所", "每处", "每次", "每件", "每车",
  ]
  static let perMany: [(word: String, scale: Int)] = [
    ("每万", 10_000), ("每千", 1_000), ("每百", 100), ("人均", 1), ("户均", 1),
  ]
  static let sizes = [
    "全长", "全线", "全程", "全河段", "总长", "总长度", "总投资", "总建筑面积", "总面积", "占地", "占地面积", "建筑面积", "全段", "投资额", "规模",
    "面积", "总规模", "用地",
  ]
  static let daily = ["日均", "每日", "每天"]

  // MARK: What is done

  /// Of a group that is served as a whole.
  static let served = ["为", "给", "向", "对"]
  static let provided = ["提供", "发放", "配备", "购买", "投保", "落实"]
  static let handled = ["进行", "开展", "实施", "实行"]
  static let kept = ["巩固", "保持", "稳定", "维持", "覆盖"]
  static let asLastYear = ["与上年持平", "与去年持平", "不低于上年", "不低于去年", "持平"]
  static let keptUp = ["保持稳定", "总量稳定", "基本稳定", "只增不减", "稳中有升", "保持不变", "不减少", "稳中有增", "保持平稳"]
  static let equipped = ["配备", "落实", "明确", "拥有", "配置"]
  static let complete = "全覆盖"
  static let cleared = ["销项任务", "全部销号", "销号率", "全部整改", "整改到位", "动态清零", "全部清零"]
  static let none = [
    "零事故", "零死亡", "零发生", "零增长", "为零", "零新增", "不发生", "零增量", "零容忍率",
  ]
  static let additions = [
    "新增", "净增", "新建", "扩建", "改建", "翻建", "增设", "新设", "引进", "培育", "培养", "帮助", "帮扶", "完成", "建设", "建成", "改造", "组织",
    "举办", "开展", "开设", "开工", "竣工", "受理", "交付", "供应", "实施", "创建", "认定", "招引", "新开", "打造", "配备", "设立", "新改", "发放",
    "提供", "整治", "修缮", "推进", "签约", "落地", "处置", "回收", "种植", "新植",
  ]
  static let net = "净增"
  static let accumulated = [
    "累计", "总数", "总量达", "保有量", "拥有量", "存量", "总户数", "总人数", "数量达", "数达", "规模达", "里程达", "达到总", "总里程", "余额",
  ]
  static let stocks = [
    "浓度", "PM2.5", "PM10", "常住人口", "户籍人口", "人口规模", "在册", "失业人数", "保有", "拥有", "存量", "优良天数余", "时限", "平均办理", "办理时间",
    "工作日内", "余额", "可支配收入", "拥有量", "床位数", "总数", "覆盖率数",
  ]
  static let shares = ["率", "比重", "占比", "比例", "比率", "程度", "满意度", "覆盖面", "度", "比"]
  static let rateWords = ["率"]
  static let intensities = ["能耗", "电耗", "水耗", "用水量", "碳排放", "二氧化碳排放", "排放强度", "能源消耗", "取水量", "排放量"]
  static let perUnit = ["单位", "万元", "每万元", "强度"]
  static let publishedRates = [
    "地区生产总值", "生产总值", "GDP", "增加值", "可支配收入", "居民收入", "固定资产投资", "固投", "经济增长", "民间投资", "工业总产值",
  ]
  static let population = ["人口"]

  /// Words that a phrase after a number may begin with.
  static let boundsBehind = ["以上", "以下", "以内", "之内", "左右", "上下", "及以上"]
  static let notBelow = ["不低于", "不小于", "不少于", "不得低于"]
  static let conjunctions: [Character] = ["、", "和", "及", "与", ","]
  static let leastWords = ["至少"]
  static let upTo = ["到", "至"]
  static let towards = ["对"]
  static let money = "元"
  static let from = ["由", "从"]
  static let changes = ["到", "至", "提高", "提升", "下降", "降", "增"]
  static let halves: [(word: String, month: Int)] = [
    ("上半年", 6), ("一季度", 3), ("前三季度", 9), ("三季度", 9), ("二季度", 6),
  ]
  static let standards = ["标准", "要求"]
  static let reach = "达到"
  static let and = "和"
  static let asWhole: Character = "的"
  static let andOthers = "等"

  static let piece = "个"
  static let yearEnds = ["年底前", "年底", "年内", "年末"]
  static let deadlines = ["底", "末", "前", "份"]
  static let quotes: Set<Character> = ["“", "”"]
  static let openQuote: Character = "“"
  static let closeQuote: Character = "”"
  /// What a clause of work begins with beside its verb.
  static let intentions = ["实现", "确保", "力争", "争取", "年内", "顺利", "全面", "继续", "如期", "积极", "加快", "并", "共同"]
  static let done = "完成"
  static let passed = ["通过", "验收", "复审", "复评", "创建成功"]
  static let stageEnds = ["项目", "工程", "工作", "建设", "并", "等"]

  // MARK: Stages

  static let starts = ["开工建设", "开工", "启动", "动工"]
  static let firstSteps = ["试点", "启动", "开工"]
  static let completions = [
    "竣工", "完工", "建成", "通车", "投入使用", "投入运营", "交付使用", "启用", "投用", "收尾", "开园", "开业", "投产", "挂牌",
    "贯通", "封顶", "摘牌", "转隶", "举办", "印发", "出台",
  ]
  /// Deeds: work that is done or not, when these begin the clause.
  static let deeds = [
    "举办好", "继续举办好", "继续举办", "举办", "承办", "办好", "组队参加", "参加", "完成", "全面完成", "基本完成", "修订", "编制完成", "出台", "制定", "制订",
    "印发", "发布", "扩建", "改建", "新建", "翻建", "建成", "构建", "确保通过", "顺利通过", "通过", "实施", "成立", "挂牌",
  ]
  /// Deeds that are events, when the clause ends as these do.
  static let held = ["组织开展", "开展"]
  static let events = ["评估", "普查", "评审", "测试", "考试", "活动", "赛", "节", "展", "典礼", "演练", "论坛", "大会"]
  /// What nobody sees the end of, although it is to be built.
  static let endless = ["体系", "机制", "格局", "环境", "氛围", "制度"]
  /// What makes a deed of the work that 开展 or 实施 begins.
  static let deedEnds = [
    "评估", "普查", "评审", "测试", "考试", "改造", "工程", "选房工作", "复审", "复评", "验收", "复核", "审通过", "评通过", "整治工程", "提升工程", "赛", "节",
    "活动", "图谱", "展", "文件", "名录", "办法", "方案", "典礼",
  ]
  /// Work whose end nobody names, although it begins as deeds do.
  static let ongoing = [
    "项目", "专项行动", "专项治理", "机制", "体系", "管理", "监管", "工作机制", "服务", "建设工作", "制度",
  ]
  static let strictDeeds = [
    "举办", "办好", "承办", "参加", "完成", "修订", "出台", "制定", "制订", "印发", "发布", "扩建", "改建", "新建", "翻建", "建成",
  ]
  static let adding = ["增设", "新设", "设置", "增配"]

  // MARK: Names

  static let leadingWords = [
    "实现", "确保", "力争", "争取", "全年", "年度", "本年度", "继续", "进一步", "其中", "免费", "为", "在", "将", "使", "把", "全区", "全市",
    "全县", "并", "以及", "力争实现", "努力", "年内", "组织申报", "完成", "且", "约", "总计", "实施", "开展", "至少", "控制在",
  ]
  static let trailingWords = [
    "达到", "达", "超过", "控制在", "不低于", "不少于", "不超过", "不高于", "同比增长", "同比", "比上年", "较上年", "约", "各", "增长", "力争", "保持在", "稳定在",
    "提高到", "提升到", "提高至", "为", "至", "到", "在", "力争控制在", "下降", "累计", "突破", "保持", "共", "≥", "≤", "<", ">", "以上", "以下", "以内",
    "左右",
    "的", "、", "和", "及", "以及", "与", "力争达到", "并", "等", "降至", "下降到", "人民币", "之内", "上下", "分别", "完成", "指标", "控制在市下达的", "年均",
    "不得超过",
  ]
}
