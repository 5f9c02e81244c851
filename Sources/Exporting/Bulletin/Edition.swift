import Attainment
import Wording

/// The page in one language, as the values that the templates take.
///
/// A value that is not given is printed as a dash, so that no template has to ask; names of values differ between the
/// levels, since a template looks for a name outwards.
struct Edition {
  let report: MonthReport
  let language: Language

  /// The fixed words by the names that the templates use.
  private var words: [String: String] {
    Dictionary(uniqueKeysWithValues: BulletinTerm.allCases.map { ($0.rawValue, say($0.phrase)) })
  }

  /// A phrase in the edition's language.
  func say(_ phrase: Phrase) -> String { phrase[language] }

  /// Everything the templates need.
  var values: [String: Any] {
    let publication = report.publication
    return [
      "anchor": language.anchor,
      "lang": language.tag,
      "other_anchor": language.other.anchor,
      "other_lang": language.other.tag,
      "other_name": language.other.ownName,
      "t": words,
      "heading": say(BulletinSentence.heading(district: publication.district, month: publication.month)),
      "plan_title": say(publication.planTitle),
      "plan_source": publication.planSource,
      "source_lang": Language.zh.tag,
      "as_of": publication.asOf,
      "as_of_local": publication.asOfLocal,
      "time_zone": publication.timeZone,
      "submission_count": publication.submissions,
      "submissions_sha256": publication.submissionsSHA256,
      "program_version": publication.programVersion,
      "is_synthetic": publication.isSynthetic,
      "overview": overview,
      "headlines": headlines,
      "behind": behind,
      "section_rows": sectionRows,
      "livelihood": livelihood,
      "departments": departments,
      "trend": trend,
      "changes": changes,
      "findings": findings,
      "revised": revised,
      "all_sections": allSections,
    ]
  }

  /// The name of a unit, or its code where it has none.
  func unitName(_ unit: String) -> String { say(unitPhrase(unit)) }

  /// The same in both languages.
  func unitPhrase(_ unit: String) -> Phrase { report.unitNames[unit] ?? Phrase(zh: unit, en: unit) }

  /// A figure as it is printed.
  func cell(_ figure: String?) -> String { figure ?? "–" }

  /// The values of a verdict's mark: a shape as well as a colour.
  func values(of verdict: Verdict) -> [String: Any] {
    ["light": verdict.light.rawValue, "mark": verdict.light.mark, "verdict_word": say(verdict.name)]
  }

  /// The values of a row about an indicator.
  func values(of target: MonthReport.Target) -> [String: Any] {
    values(of: target.verdict).merging([
      "indicator": target.indicator,
      "name": say(target.name),
      "lead_unit": unitName(target.leadUnit),
      "is_livelihood": target.isLivelihood,
      "unit_of_measure": target.unitOfMeasure,
      "unit_lang": target.unitOfMeasure.unicodeScalars.allSatisfy(\.isASCII)
        ? language.tag : Language.zh.tag,
      "target": cell(target.target),
      "actual": cell(target.actual),
      "has_target": target.target != nil,
      "attainment": cell(target.attainment),
      "expected": cell(target.expected),
      "pace": cell(target.pace),
      "figure_period": cell(target.figurePeriod),
      "is_provisional": target.isProvisional && target.figurePeriod != nil,
      "progress_in_words": say(
        BulletinSentence.progress(attainment: cell(target.attainment), expected: cell(target.expected))),
      "bar": ProgressBar(target).values,
    ]) { $1 }
  }

  /// The values of a row of counts by light.
  func values(of lights: MonthReport.LightCount) -> [String: Any] {
    [
      "total": lights.total,
      "green": lights.green,
      "yellow": lights.yellow,
      "red": lights.red,
      "grey": lights.grey,
      "segments": LightsBar(lights).segments,
      "lights_in_words": say(lights.sentence),
    ]
  }
}

extension MonthReport.LightCount {
  /// The counts in words.
  var sentence: Phrase { BulletinSentence.lights(green: green, yellow: yellow, red: red, grey: grey) }
}

extension Light {
  /// A shape of its own for each light, so that none is told by its colour alone.
  var mark: String {
    switch self {
    case .green: "●"
    case .yellow: "▲"
    case .red: "■"
    case .grey: "○"
    }
  }

  /// From the best to the worst, as the page lists them.
  static let inOrder: [Light] = [.green, .yellow, .red, .grey]
}
