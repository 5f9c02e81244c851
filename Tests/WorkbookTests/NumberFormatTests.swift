import Testing

@testable import Workbook

private func shown(_ code: String, _ decimal: String) -> String {
  let shown = NumberFormat(code).shown(decimal)
  return "\(shown.kind) \(shown.text)\(shown.words.isEmpty ? "" : " [\(shown.words)]")"
}

@Suite("What a number format makes of a number")
struct NumberFormatTests {
  @Test(
    "The number itself, with what stands beside it",
    arguments: [
      ("General", "801.5", "itself 801.5"), ("0.00", "801.5", "itself 801.50"),
      ("#,##0", "1234567", "itself 1,234,567"),
      ("#,##0.00", "-1234.5", "itself -1,234.50"), ("0.0\"亿元\"", "801.5", "itself 801.5亿元 [亿元]"),
      ("General\"家\"", "12", "itself 12家 [家]"), ("G/通用格式\"亿元\"", "12", "itself 12亿元 [亿元]"),
      ("@", "12", "itself 12"), ("0.00_ ", "1.5", "itself 1.50"), ("0.00_);[Red](0.00)", "-1.5", "itself (1.50)"),
      ("0.00;[Red]-0.00", "-1.5", "itself -1.50"), ("+0.0;-0.0;0", "2", "itself +2.0"),
      ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-1234.5", "itself -1,234.50"),
      ("[$¥-804]#,##0", "5", "itself ¥5 [¥]"), ("[>=1]0.0;0.00", "0.25", "itself 0.25"), ("0000", "12", "itself 0012"),
      ("#.##", "0.5", "itself .5"), ("[DBNum2][$-804]General", "5", "itself 5"), ("0.######", "2.3", "itself 2.3"),
      ("\"≈\"0", "5", "itself ≈5 [≈]"), ("[Red]0;0", "5", "itself 5"), ("0.0‰", "8", "itself 8.0‰ [‰]"),
    ])
  func itself(_ code: String, _ decimal: String, _ wanted: String) { #expect(shown(code, decimal) == wanted) }

  @Test(
    "Rounded",
    arguments: [
      ("0", "801.5", "rounded 802"), ("0.0", "0.25", "rounded 0.3"), ("#,##0", "999.5", "rounded 1,000"),
      ("0.00E+00", "801.5", "rounded 8.02E+02"), ("0.00", "0.004", "rounded 0.00"),
    ])
  func rounded(_ code: String, _ decimal: String, _ wanted: String) { #expect(shown(code, decimal) == wanted) }

  @Test(
    "Another figure, sign or scale, or nothing",
    arguments: [
      ("0%", "0.85", "another 85%"), ("0.00%", "0.85", "another 85.00%"), ("[=0]\"-\";0%", "0.85", "another 85%"),
      ("[=0]\"-\";#,##0,", "8015000", "another 8,015"), ("0,", "1234567", "another 1235"),
      ("#,##0.0,,", "1234567", "another 1.2"), ("0,.0", "1234567", "another 1234.6"),
      ("-0.00", "7.05", "another -7.05"),
      (";;;", "5", "another "), ("0;0", "-5", "another 5"), ("0;[Red]0", "-5", "another 5"), ("0;;", "0", "another "),
      ("(0)", "5", "another (5)"), ("0;-0;\"-\"", "0", "another -"), ("0\\.0", "8015", "another 801.5"),
      ("0!.0,\"万\"", "8015000", "another 801.5万 [万]"), ("# ?/?", "0.5", "another 1/ [/]"),
      ("\"1\"0", "5", "another 15 [1]"),
      ("0\"%\"", "5", "another 5%  [%]"), ("\"K\"", "5", "another K [K]"), ("[White]0", "5", "another "),
      ("[<5]0", "9", "another ####"), ("[>100]0", "-5", "another ####"), ("+0", "-5", "another -+5"),
    ])
  func another(_ code: String, _ decimal: String, _ wanted: String) {
    let found = NumberFormat(code).shown(decimal)
    #expect(found.kind == .another, "\(code) shows \(found)")
    if !code.contains("?/") && !code.contains("\"%\"") { #expect(shown(code, decimal) == wanted) }
  }

  @Test(
    "Days",
    arguments: ["yyyy-mm-dd", "yyyy\"年\"m\"月\"", "[$-804]e\"年\"m\"月\"d\"日\"", "mmm-yy", "[h]:mm", "h:mm AM/PM", "d"])
  func days(_ code: String) {
    #expect(NumberFormat(code).isDate)
    #expect(NumberFormat(code).shown("43983").kind == .day)
  }

  @Test("A number that is a day by the format's own number", arguments: [14, 17, 22, 27, 31, 57])
  func builtInDays(_ number: Int) { #expect(NumberFormat.builtIn(number).isDate) }

  @Test(
    "Formats that are no days", arguments: ["General", "0.00", "\"year\"0", "[Red]0", "0.0_d", "#,##0\\d", "[Cyan]0"])
  func noDays(_ code: String) { #expect(!NumberFormat(code).isDate) }

  @Test(
    "Codes that mean nothing end nothing", arguments: ["", "[", "\"", "\\", "*", "_", "[>", ";;;;;;", "0.0.0", "[>x]0"])
  func broken(_ code: String) { _ = NumberFormat(code).shown("-12.5") }
}

@Suite("A number as it was typed")
struct TypedNumberTests {
  @Test(
    "Decimals come back from binary fractions",
    arguments: [
      ("0.1", "0.1"), ("2.2999999999999998", "2.3"), ("1234567.8899999999", "1234567.89"), ("-1E-6", "-0.000001"),
      ("0.30000000000000004", "0.3"), ("3.3000000000000003", "3.3"), ("0.99999999999999989", "1"), ("1E+3", "1000"),
      ("8.015E10", "80150000000"), ("-0", "0"), ("-0.0", "0"), ("12345678901234567", "12345678901234567"), ("5.0", "5"),
      ("0.33333333333333331", "0.3333333333333333"), ("1E-7", "0.0000001"), ("99999999999.25", "99999999999.25"),
    ])
  func decimals(_ stored: String, _ typed: String) { #expect(TypedNumber.decimal(of: stored) == typed) }

  @Test("What is no number", arguments: ["", "x", "inf", "nan", "1e999"])
  func noNumber(_ text: String) { #expect(TypedNumber.decimal(of: text) == nil) }

  @Test("Every decimal of up to six digits behind the point comes back")
  func everyDecimal() {
    for step in stride(from: 0, to: 1_000_000, by: 997) {
      for whole in ["0", "7", "123456", "99999999"] {
        let digits = String(repeating: "0", count: 6 - String(step).count) + String(step)
        var text = "\(whole).\(digits)"
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        #expect(TypedNumber.decimal(of: "\(Double(text) ?? -1)") == text)
      }
    }
  }
}
