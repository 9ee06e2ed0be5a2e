/// How much is told of what is wrong, from least to most.
public enum ReportDetail: CaseIterable, Comparable, Sendable {
  /// Where the first wrong number is.
  case place
  /// Also which known mistake gives it.
  case mistake
  /// Also the formula that belongs there, without its numbers.
  case formula
  /// Everything, the right numbers among it.
  case key
}
