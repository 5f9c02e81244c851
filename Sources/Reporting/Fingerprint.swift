import Attainment
import Crypto
import Foundation

/// How many figures a run used, and a SHA-256 over them (method, section 12).
struct Fingerprint: Sendable, Equatable {
  /// Accepted figures.
  let count: Int
  /// The hash in hexadecimal digits.
  let sha256: String

  /// The fingerprint of a year's figures: a line each, in the order of indicators, units and periods by their letters.
  init(of figures: YearFigures) {
    let inForce = figures.reading.inForce
    let codes = (
      indicators: inForce.plan.indicators.map(\.code.description), units: inForce.plan.units.map(\.code)
    )
    let order = inForce.assignments.all.indices.sorted { a, b in
      let (a, b) = (inForce.assignments.all[a], inForce.assignments.all[b])
      return a.indicator == b.indicator
        ? codes.units[a.unit] < codes.units[b.unit] : codes.indicators[a.indicator] < codes.indicators[b.indicator]
    }
    var hash = SHA256()
    var count = 0
    var text: [UInt8] = []
    for place in order {
      let assignment = inForce.assignments.all[place]
      let definition = inForce.definitions[assignment.indicator]
      for figure in figures.places(of: [place], definition) {
        guard let counted = figures.counted(figure, definition.measure) else { continue }
        if count > 0 { text.append(UInt8(ascii: "\n")) }
        count += 1
        let cells = [
          codes.indicators[assignment.indicator], codes.units[assignment.unit], String(figure.period),
          String(figures.reading.ledger.number(of: counted.revision)), counted.value?.description,
          counted.denominator?.description, counted.baseValue?.description, counted.baseDenominator?.description,
          counted.stage?.rawValue, counted.progress?.description, counted.occurredOn?.description,
        ]
        for (index, cell) in cells.enumerated() {
          if index > 0 { text.append(UInt8(ascii: ",")) }
          text.append(contentsOf: (cell ?? "-").utf8)
        }
      }
      if text.count > 1 << 16 {
        hash.update(data: text)
        text.removeAll(keepingCapacity: true)
      }
    }
    hash.update(data: text)
    self.count = count
    sha256 = hash.finalize().map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
