import Attainment
import Wording

extension Edition {
  /// How many of the targets whose light changed are listed a kind.
  private static let changeCount = 40

  /// The trend points of the month before, by indicator; empty in January.
  var lastMonth: [String: MonthReport.TrendPoint] {
    let month = report.publication.month
    return Dictionary(
      uniqueKeysWithValues: report.trend.filter { $0.month.year == month.year && $0.month.month == month.month - 1 }
        .map { ($0.indicator, $0) })
  }

  /// The headline's lines, and the lights of every month.
  var trend: [String: Any] {
    let byIndicator = Dictionary(grouping: report.trend, by: \.indicator)
    let byMonth = Dictionary(grouping: report.trend, by: \.month)
    let charts = report.targets.filter(\.isHeadline).map { target -> [String: Any] in
      let points = byIndicator[target.indicator] ?? []
      let name = say(target.name)
      return [
        "chart_id": "\(language.anchor)-chart-\(target.indicator)",
        "chart_name": name,
        "chart_unit": target.unitOfMeasure,
        "chart_unit_lang": target.unitOfMeasure.unicodeScalars.allSatisfy(\.isASCII)
          ? language.tag : Language.zh.tag,
        "chart_in_words": say(sentence(of: points, about: name)),
        "chart": LineChart(points, language: language).values,
        "points": points.map { point in
          values(of: point.verdict).merging([
            "indicator": point.indicator, "month": point.month.description,
            "month_name": say(point.month.nameInYear), "target": cell(point.target), "actual": cell(point.actual),
            "pace": cell(point.pace),
          ]) { $1 }
        },
      ]
    }
    let months = byMonth.keys.sorted().map { month in
      values(of: MonthReport.LightCount((byMonth[month] ?? []).map(\.verdict))).merging([
        "month": month.description, "month_name": say(month.nameInYear),
      ]) { $1 }
    }
    return ["charts": charts, "month_lights": months]
  }

  /// What a chart shows, in words.
  private func sentence(of points: [MonthReport.TrendPoint], about name: String) -> Phrase {
    BulletinSentence.chart(
      name, target: cell(points.last?.target),
      actuals: points.compactMap { point in point.actual.map { (month: point.month.month, actual: $0) } })
  }

  /// A way in which a target's standing can differ from last month's.
  enum Move: CaseIterable {
    case worse
    case better
    case attained

    /// What the page calls it.
    var term: BulletinTerm {
      switch self {
      case .worse: .worse
      case .better: .better
      case .attained: .attained
      }
    }

    /// Whether two verdicts make this move. Grey says nothing of better or worse.
    func isMade(from before: Verdict, to now: Verdict) -> Bool {
      func rank(_ light: Light) -> Int? {
        switch light {
        case .green: 3
        case .yellow: 2
        case .red: 1
        case .grey: nil
        }
      }
      if self == .attained { return before != .attained && now == .attained }
      guard let before = rank(before.light), let now = rank(now.light) else { return false }
      return self == .worse ? now < before : now > before
    }
  }

  /// Each target with its trend point of the month before.
  private var monthPairs: [(target: MonthReport.Target, before: MonthReport.TrendPoint)] {
    let before = lastMonth
    return report.targets.compactMap { target in before[target.indicator].map { (target, $0) } }
  }

  /// The targets that made a move since last month, in plan order.
  func moved(_ move: Move) -> [(target: MonthReport.Target, before: MonthReport.TrendPoint)] {
    monthPairs.filter { move.isMade(from: $0.before.verdict, to: $0.target.verdict) }
  }

  /// Which targets changed their light since last month, taken at the same as-of instant.
  var changes: [String: Any] {
    guard !lastMonth.isEmpty else { return ["is_first": true] }
    var counts: [Light: MonthReport.LightCount] = [:]
    for pair in monthPairs { counts[pair.before.verdict.light, default: .init()][pair.target.verdict.light] += 1 }
    let matrix = Light.inOrder.map { light -> [String: Any] in
      let row = counts[light] ?? .init()
      return [
        "from_light": light.rawValue, "from_mark": light.mark, "from_word": say(light.name),
        "cells": Light.inOrder.map { ["count": row[$0], "is_same": $0 == light, "to_light": $0.rawValue] },
      ]
    }
    func list(_ move: Move) -> [String: Any] {
      let meant = moved(move)
      return [
        "list_name": say(move.term.phrase),
        "list_count": say(BulletinSentence.indicators(meant.count)),
        "has_rows": !meant.isEmpty,
        "is_printed": move == .worse,
        "rest_count": say(BulletinSentence.indicators(max(0, meant.count - Self.changeCount))),
        "has_rest": meant.count > Self.changeCount,
        "rows": meant.prefix(Self.changeCount).map { pair in
          [
            "indicator": pair.target.indicator, "name": say(pair.target.name),
            "from": values(of: pair.before.verdict), "to": values(of: pair.target.verdict),
            "pace_before": cell(pair.before.pace), "pace": cell(pair.target.pace),
          ]
        },
      ]
    }
    return [
      "is_first": false,
      "matrix": matrix,
      "columns": Light.inOrder.map {
        ["light": $0.rawValue, "mark": $0.mark, "light_word": say($0.name)]
      },
      "lists": Move.allCases.map { list($0) },
    ]
  }
}
