import Formulas
import Plot
import Words

extension Figure {
  /// What a figure shows, for those who do not see it: its title, then for each chart what its lines do, from their data.
  public var description: Words {
    let charts = columns.flatMap(\.self).compactMap(\.description)
    let parts = [title, subtitle].filter { !$0.english.isEmpty } + charts
    return parts.joined(separator: Words(en: ". ", zh: "。"))
  }
}

extension Chart {
  /// The heading and the first few lines; nil where there is nothing to say.
  fileprivate var description: Words? {
    let lines = marks.filter { $0 is LineMark || $0 is WalkMark }.prefix(6).compactMap {
      course(of: $0)
    }
    let said = lines.joined(separator: Words(en: "; ", zh: "；"))
    guard let heading else { return lines.isEmpty ? nil : said }
    return lines.isEmpty ? heading : Words(en: "\(heading): \(said)", zh: "\(heading)：\(said)")
  }

  /// From where to where a mark leads, and how far it reaches between.
  private func course(of mark: any Mark) -> Words? {
    let data = mark.data.filter { $0.x.isFinite && $0.y.isFinite }
    guard data.count > 1, let first = data.first, let last = data.last,
      let least = data.map(\.y).min(), let most = data.map(\.y).max()
    else { return nil }
    let text = { (x: Double) in Numerals.rounded.mathematics(x).text }
    let name = mark.name.map { Words(en: "\($0) ", zh: "\($0)") } ?? ""
    if mark is WalkMark {
      return Words(
        en:
          "\(name)from (\(text(first.x)), \(text(first.y))) to (\(text(last.x)), \(text(last.y)))",
        zh: "\(name)从 (\(text(first.x)), \(text(first.y))) 到 (\(text(last.x)), \(text(last.y)))")
    }
    let ends = [first.y, last.y]
    let reach =
      ends.contains(least) && ends.contains(most)
      ? Words("")
      : Words(
        en: ", between \(text(least)) and \(text(most))",
        zh: "，介于 \(text(least)) 与 \(text(most)) 之间")
    return Words(
      en: "\(name)from \(text(first.y)) to \(text(last.y))\(reach)",
      zh: "\(name)从 \(text(first.y)) 到 \(text(last.y))\(reach)")
  }
}
