import Attainment

/// What a receipt says of a file of figures.
public enum ReceiptSentence {
  /// The file was taken.
  public static func accepted(batch: Int, figures: Int) -> Phrase {
    Phrase(zh: "已接收（批号 \(batch)）：\(figures) 项数据", en: "accepted (batch \(batch)): \(counted(figures, "figure"))")
  }

  /// The file would be taken.
  public static func passesCheck(figures: Int) -> Phrase {
    Phrase(
      zh: "检查通过：\(figures) 项数据，未入库", en: "no fault in \(counted(figures, "figure")); nothing was stored")
  }

  /// The file was refused.
  public static func refused(faults: Int, batch: Int) -> Phrase {
    Phrase(
      zh: "未接收（批号 \(batch)）：共 \(faults) 处问题，改好后请整份重报",
      en: "refused, \(counted(faults, "fault")); nothing of it was stored, the file is on record (batch \(batch))")
  }

  /// The file would be refused.
  public static func failsCheck(faults: Int) -> Phrase {
    Phrase(zh: "检查未通过：共 \(faults) 处问题，未入库", en: "\(counted(faults, "fault")); nothing was stored")
  }

  /// More faults than a receipt lists.
  public static func moreFaults(_ count: Int) -> Phrase {
    Phrase(zh: "另有 \(count) 处问题", en: "\(count) more faults; intake.fault holds all of them")
  }

  /// Figures of which nothing stood on record.
  public static func new(_ count: Int) -> Phrase { Phrase(zh: "新报 \(count) 项", en: "\(count) new") }
  /// Figures that are corrected.
  public static func corrected(_ count: Int) -> Phrase { Phrase(zh: "更正 \(count) 项", en: "\(count) corrected") }
  /// Figures that answer a return.
  public static func answered(_ count: Int) -> Phrase {
    Phrase(zh: "退回后重报 \(count) 项", en: "\(count) sent again after a return")
  }
  /// Figures that stand on record already.
  public static func unchanged(_ count: Int) -> Phrase { Phrase(zh: "与已报相同 \(count) 项", en: "\(count) unchanged") }
  /// Prepared lines without a figure.
  public static func unfilled(_ count: Int) -> Phrase { Phrase(zh: "未填 \(count) 项", en: "\(count) not filled in") }
  /// Figures that wait for the office.
  public static func awaitsReview(_ count: Int) -> Phrase {
    Phrase(zh: "\(count) 项待审核，审核通过后生效", en: "\(count) await review, and count once they are accepted")
  }

  /// The same bytes were taken before.
  public static func sameFile(batch: Int) -> Phrase {
    Phrase(zh: "与批号 \(batch) 的文件完全相同", en: "the same bytes as batch \(batch)")
  }

  /// A figure corrected from something to something.
  public static func correction(_ figure: String, from old: Phrase, to new: Phrase) -> Phrase {
    Phrase(zh: "更正 \(figure)：由 \(old.zh) 改为 \(new.zh)", en: "corrected \(figure): from \(old.en) to \(new.en)")
  }

  /// A returned figure that was sent again.
  public static func answer(_ figure: String, _ content: Phrase) -> Phrase {
    Phrase(zh: "重报 \(figure)：\(content.zh)", en: "sent again \(figure): \(content.en)")
  }

  /// A prepared line without a figure.
  public static func notFilledIn(_ figure: String) -> Phrase {
    Phrase(zh: "未填 \(figure)", en: "not filled in: \(figure)")
  }

  /// Something to look at.
  public static func warning(_ figure: String, _ text: Phrase) -> Phrase {
    Phrase(zh: "请留意 \(figure)：\(text.zh)", en: "warning, \(figure): \(text.en)")
  }

  /// A sheet that was not read.
  public static func sheetPassedOver(_ name: String) -> Phrase {
    Phrase(
      zh: "未读取工作表“\(PlainText.of(name))”（没有数据）", en: "sheet \"\(PlainText.of(name))\" holds no figures and was not read"
    )
  }
  /// Lines that were passed over: titles, footers, headings.
  public static func linesPassedOver(_ lines: [Int]) -> Phrase {
    let numbers = lines.map(String.init)
    return Phrase(
      zh: "第 \(numbers.joined(separator: "、")) 行是标题或表尾，未作为数据",
      en: "lines passed over as titles or footers: \(numbers.joined(separator: ", "))")
  }
  /// Columns that are known and not stored.
  public static func columnsPassedOver(_ names: [String]) -> Phrase {
    let names = names.map { PlainText.of($0, limit: 20) }
    return Phrase(
      zh: "未入库的列：\(names.joined(separator: "、"))", en: "columns not stored: \(names.joined(separator: ", "))")
  }
  /// A number that its cell shows rounded.
  public static func rounded(_ cell: String, stored: String, shown: String) -> Phrase {
    Phrase(
      zh: "\(cell) 显示为 \(PlainText.of(shown))，按实际数值 \(stored) 接收",
      en: "\(cell) shows \(PlainText.of(shown)); its value \(stored) was taken")
  }

  /// Who filled the file in, as it says itself.
  public static func contacts(filledBy: String?, checkedBy: String?, phone: String?) -> Phrase {
    let parts: [(Phrase, String?)] = [
      (Phrase(zh: "填报人", en: "filled in by"), filledBy), (Phrase(zh: "审核人", en: "checked by"), checkedBy),
      (Phrase(zh: "电话", en: "phone"), phone),
    ]
    let said = parts.compactMap { label, text in text.map { (label, PlainText.of($0, limit: 30)) } }
    return Phrase(
      zh: said.map { "\($0.0.zh) \($0.1)" }.joined(separator: "，"),
      en: said.map { "\($0.0.en) \($0.1)" }.joined(separator: ", "))
  }

  /// Several things one after another.
  public static func listed(_ phrases: [Phrase]) -> Phrase {
    Phrase(zh: phrases.map(\.zh).joined(separator: "，"), en: phrases.map(\.en).joined(separator: ", "))
  }

  /// What a column says.
  public static func said(_ column: SubmissionColumn, _ content: Phrase) -> Phrase {
    Phrase(zh: "\(column.name.zh) \(content.zh)", en: "\(column.name.en) \(content.en)")
  }

  /// The beginning of a free text.
  public static func quoted(_ text: String) -> Phrase {
    Phrase(zh: "“\(PlainText.of(text, limit: 30))”", en: "\"\(PlainText.of(text, limit: 30))\"")
  }

  /// A refused workbook in which faults are marked.
  public static let markedCopy = Phrase(zh: "报送问题标注", en: "marked copy")
  /// Name of the file that holds a receipt.
  public static func fileName(of name: String) -> String { "回执-\(name).txt" }
  /// Name of the copy of a refused workbook.
  public static func markedCopyName(of name: String) -> String {
    "标注-\(name.hasSuffix(".xlsx") ? name : name + ".xlsx")"
  }

  /// A file that could not be dealt with at all, or was dealt with and could not be answered.
  public static func failed(_ message: String, isOnRecord: Bool) -> Phrase {
    let reason = PlainText.of(message, limit: 200)
    return isOnRecord
      ? Phrase(zh: "已处理，但回执未能写出：\(reason)", en: "dealt with, but its receipt was not written: \(reason)")
      : Phrase(zh: "未能处理：\(reason)", en: "not dealt with: \(reason)")
  }

  private static func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}
