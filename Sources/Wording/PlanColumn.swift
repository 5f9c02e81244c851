/// The files of a work plan and their columns as people call them: headers of CSV files and names of sheets, beside the codes
/// of the format.
public enum PlanColumn {
  /// Name of a file, and of its sheet, by the file's name without its ending.
  public static func file(_ file: String) -> Phrase {
    Phrase(zh: files[file]?.name ?? file, en: file)
  }

  /// What a file holds, for those who fill it in.
  public static func about(file: String) -> String { files[file]?.about ?? "" }

  /// What people call a column of a file; the English name is the one of the format.
  public static func name(_ column: String, of file: String) -> Phrase {
    Phrase(zh: entry(column, file)?.name ?? column, en: column)
  }

  /// What a column holds, for those who fill it in.
  public static func about(_ column: String, of file: String) -> String { entry(column, file)?.about ?? "" }

  private static func entry(_ column: String, _ file: String) -> Entry? {
    columns["\(file).\(column)"] ?? columns[column]
  }

  private struct Entry: Sendable {
    var name: String
    var about: String

    init(_ name: String, _ about: String) {
      self.name = name
      self.about = about
    }
  }

  private static let files: [String: Entry] = [
    "plan": Entry("计划", "整个计划的设定，只有一行"),
    "units": Entry("单位", "牵头和报送的单位，一行一个"),
    "sections": Entry("领域", "文件的各部分，一行一个"),
    "indicators": Entry("指标", "一行一个指标"),
    "targets": Entry("目标", "一行一个目标；调整目标时加一行，原来的行保留"),
    "allocations": Entry("分解目标", "分解到报送单位的目标，可以没有"),
    "profiles": Entry("序时进度", "到各月末应达到多少，可以没有"),
    "floors": Entry("滞后下限", "各种计量方式的滞后下限，可以没有"),
    "appraisal": Entry("评估规则", "年度评估的加减分，可以没有"),
    "grades": Entry("评估等次", "年度评估的等次，可以没有"),
    "responsibilities": Entry("责任", "分管领导、牵头单位、配合单位，可以没有"),
    "post_holders": Entry("任职", "岗位由谁担任，可以没有"),
    "doubts": Entry("疑问", "从文件起草时拿不准的地方，逐条核对后可删去此表"),
    "left_out": Entry("未采用", "文件里不是目标的数字及理由，核对后可删去此表"),
  ]

  private static let columns: [String: Entry] = [
    "district": Entry("区代码", "小写字母、数字，如 jingan"),
    "district_zh": Entry("区名", "如 静安区"),
    "district_en": Entry("区英文名", "可不填"),
    "year": Entry("年度", "如 2021"),
    "title_zh": Entry("名称", "中文名称"),
    "title_en": Entry("英文名称", "可不填"),
    "plan.source": Entry("来源", "文件的来源，以及哪些内容是自行设定的"),
    "time_zone": Entry("时区", "如 Asia/Shanghai"),
    "plan.due_day": Entry("报送日", "次月几日前报送，1–31"),
    "review": Entry("审核方式", "报送后自动生效，还是审核后生效"),
    "stop_on_error": Entry("有错误时停止发布", "是或否，空为否"),
    "republish": Entry("重新发布", "数据更正后是否重新发布，空为不重新发布"),
    "early_days": Entry("提前天数", "数据取到期末前几天，空为 0"),
    "sample": Entry("样本数据", "是：数据是虚构的，各处都会标明；空为否"),
    "remind_days": Entry("提醒日", "距报送日的天数，负数为之前，空格分隔，如 -3 0 5"),
    "change_note": Entry("变更说明", "本版与上一版有何不同"),
    "units.unit": Entry("单位代码", "小写字母、数字、_，不可重复"),
    "unit": Entry("单位", "单位的代码、全称或简称"),
    "kind": Entry("单位类别", "从列表选"),
    "units.name_zh": Entry("单位名称", "全称"),
    "units.name_en": Entry("单位英文名", "可不填"),
    "short_zh": Entry("简称", "不可与其他单位重名，可不填"),
    "section": Entry("领域编号", "1、2、3"),
    "indicator": Entry("指标编号", "领域.条.序号，如 2.2.1；该列请保持“文本”格式"),
    "livelihood": Entry("实事项目", "标★的填 是"),
    "headline": Entry("主要指标", "首页要显示的填 是"),
    "name_zh": Entry("指标名称", "简短，如 社会消费品零售总额"),
    "name_en": Entry("指标英文名", "可不填"),
    "measure": Entry("计量方式", "从列表选"),
    "direction": Entry("方向", "从列表选；节点和进度不填"),
    "unit_of_measure": Entry("计量单位", "目标的单位，如 亿元、%"),
    "value_unit": Entry("数值单位", "报送数值的单位，与计量单位不同时填，如增速报送 亿元"),
    "denominator_unit": Entry("分母单位", "占比、比值、强度的分母单位"),
    "scale": Entry("换算系数", "只用于比值：每万人填 10000，空为 1"),
    "accumulation": Entry("累计方式", "从列表选；存量、公布增速、节点和进度只能取时点数"),
    "frequency": Entry("报送频率", "从列表选"),
    "lead_unit": Entry("牵头单位", "单位的代码、全称或简称"),
    "reporters": Entry("报送单位", "空格或顿号分隔；空为牵头单位"),
    "part_of": Entry("所属总项", "“其中”的总项编号"),
    "continues": Entry("上年指标", "上年计划里对应的指标编号，用来取同期基数"),
    "due_month": Entry("完成月份", "1–12，空为 12"),
    "pacing": Entry("序时方式", "从列表选；空为按月均衡，节点为到完成月份一次计"),
    "whole": Entry("整数计数", "家、个、台等不可分的填 是"),
    "due_day": Entry("报送日", "与计划不同时填，1–62，31 以上为再次月"),
    "required_stage": Entry("要求阶段", "只用于节点：已启动或已完成"),
    "behind_floor": Entry("滞后下限", "进度比低于它为严重滞后，%"),
    "weight": Entry("权重", "空为 1"),
    "plausible_min": Entry("合理下限", "低于它会提示数值存疑"),
    "plausible_max": Entry("合理上限", "高于它会提示数值存疑"),
    "reference": Entry("参考指标", "是：没有目标，只供比较"),
    "wording": Entry("文件用语", "文件里的原话"),
    "note": Entry("说明", "要让读者知道的"),
    "revision": Entry("调整次序", "1 为最初目标，以后为 2、3"),
    "value": Entry("目标值", "下降 2% 填 -2"),
    "tolerance": Entry("容差", "“左右”：差多少以内仍算达标"),
    "relative_to": Entry("参照指标", "“与……同步”：以该指标的实绩为目标，目标值为差"),
    "decided_on": Entry("决定日期", "如 2021-01-20"),
    "source": Entry("依据", "决定目标的文件"),
    "allocations.value": Entry("分解值", "该单位的目标"),
    "month": Entry("月份", "1–12"),
    "cumulative_pct": Entry("累计百分比", "到该月末应完成目标的百分之几"),
    "cumulative_value": Entry("累计数", "到该月末应达到多少，与累计百分比二选一"),
    "rule": Entry("规则", "从列表选"),
    "points": Entry("分值", "每次加减的分，减分填负数"),
    "limit": Entry("上限", "该规则合计最多几分，可不填"),
    "grade": Entry("等次", "如 优秀"),
    "grades.from": Entry("起始分", "总分不低于它"),
    "role": Entry("角色", "从列表选"),
    "post": Entry("岗位", "岗位名称"),
    "name": Entry("姓名", "担任者"),
    "from": Entry("到任日期", "如 2021-01-01"),
    "to": Entry("离任日期", "在任的不填"),
    "doubt": Entry("疑问", "要核对什么"),
    "line": Entry("行号", "文件的第几行"),
    "item": Entry("条", "领域.条"),
    "number": Entry("数字", "原文"),
    "context": Entry("上下文", "原文"),
    "reason": Entry("理由", "为什么不是目标"),
  ]
}
