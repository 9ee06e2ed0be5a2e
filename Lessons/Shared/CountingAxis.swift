import Plot
import Words

extension Axis {
  /// An axis of whole numbers from the first to the last, with a little room beside both.
  package init(_ label: Words, counting numbers: ClosedRange<Int>) {
    let ends = [numbers.lowerBound, numbers.upperBound].map(Double.init)
    self.init(label, domain: Domain(around: ends, margin: 0.03), wholeNumbers: true)
  }
}
