import ArgumentParser
import Formulas

/// Numbers separated by commas, as the value of an option: `50,125,160`.
public struct NumberList: ExpressibleByArgument, Sendable {
  public var numbers: [Double]

  /// The numbers of a default.
  public init(_ numbers: Double...) { self.numbers = numbers }

  public init?(argument: String) {
    // Swift reads 0x1p3 too; what people write has nothing like that.
    guard !argument.contains("x") else { return nil }
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    numbers = parts.compactMap { Double($0.drop { $0 == " " }.replacing("−", with: "-")) }
    guard numbers.count == parts.count else { return nil }
  }

  public var defaultValueDescription: String {
    numbers.map(Numerals.exact.text).joined(separator: ",")
  }
}
