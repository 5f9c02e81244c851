/// What is said when a file of figures has been read; the Chinese line for the clerk first.
public enum ReceiptSentence {
  /// That only the first faults are listed.
  public static func moreFaults(_ count: Int) -> Phrase {
    Phrase(zh: "另有 \(count) 处问题", en: "\(count) more faults; intake.fault holds all of them")
  }

  /// That a file was refused.
  public static func refused(faults: Int, batch: Int) -> Phrase {
    Phrase(
      zh: "未接收，共 \(faults) 处问题，改好后请整份重报",
      en: "refused, \(counted(faults)); nothing of it was stored, the file is on record (batch \(batch))")
  }

  /// That a file that is only checked has faults.
  public static func failsCheck(faults: Int) -> Phrase {
    Phrase(zh: "共 \(faults) 处问题", en: "\(counted(faults)); nothing was stored")
  }

  private static func counted(_ faults: Int) -> String { faults == 1 ? "1 fault" : "\(faults) faults" }
}
