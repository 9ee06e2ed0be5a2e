import Lecture
import Plot
import Words

extension Axis {
  /// The axis of all steps up to the last.
  package static func steps(to last: Int) -> Axis {
    Axis(
      Words(en: "step \(math: "t")", zh: "步数 \(math: "t")"),
      domain: Domain(around: [0, Double(max(1, last))], margin: 0.03), wholeNumbers: true)
  }
}
