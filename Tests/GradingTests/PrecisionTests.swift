import Foundation
import TestSupport
import Testing
import Words

@testable import Grading

/// Ways in which programs print a number.
private struct Printing: Sendable, CustomTestStringConvertible {
  var name: String
  var print: @Sendable (Double) -> String

  var testDescription: String { name }

  static func c(_ format: String) -> Printing {
    Printing(name: format) { String(format: format, $0) }
  }

  /// Single precision with more digits than it has.
  static let single: [Printing] = [
    "%.6f", "%.8f", "%.9f", "%.10f", "%.12f", "%.17f", "%.10g", "%.12g", "%.15g", "%.16g", "%.17g",
    "%.12e",
    "%.15e", "%.18e",
  ].map { format in
    Printing(name: "single, \(format)") { String(format: format, Double(Float($0))) }
  }

  static let all: [Printing] =
    [
      "%.2f", "%.4f", "%.6f", "%.10f", "%g", "%.4g", "%.3e", "%.5e", "%.17g", "%.16e", "%.18e",
      "%f",
    ]
    .map(c) + [
      Printing(name: "shortest") { "\($0)" },
      Printing(name: "single, shortest") { "\(Float($0))" },
      Printing(name: "single, widened") { "\(Double(Float($0)))" },
      Printing(name: "single, %.4f") { String(format: "%.4f", Float($0)) },
      Printing(name: "single, %g") { String(format: "%g", Float($0)) },
    ]
    + single
    + [
      Printing(name: "without zeros at the end") { number in
        var text = Substring(String(format: "%.6f", number))
        while text.last == "0" { text.removeLast() }
        return text.last == "." ? text + "0" : String(text)
      }
    ]
}

@Suite struct PrecisionTests {
  @Test func zerosAloneStandForSmallNumbersOnly() throws {
    let zero = try #require(PrintedNumber("0.00"))
    let precision = Precision(of: [zero, zero, zero])
    #expect(precision.accepts(zero, for: 0.004, at: 1))
    for right in [0.006, 0.1, 1, -1e8] { #expect(!precision.accepts(zero, for: right, at: 1)) }
  }

  /// Python’s round(x, 6) leaves zeros and digits out, and prints small numbers with an exponent.
  @Test func numbersRoundedByPythonHaveFixedDecimals() throws {
    let texts = [
      "0.0001", "5e-05", "2.5e-05", "1.2e-05", "6e-06", "3e-06", "2e-06", "1e-06", "0.0",
    ]
    let numbers = try texts.map { try #require(PrintedNumber($0)) }
    let precision = Precision(of: numbers, scale: 1e-4)
    for (i, number) in numbers.enumerated() {
      #expect(precision.accepts(number, for: 1e-4 / Double(1 << i), at: i))
      if number.text.contains("e") {
        #expect(!precision.accepts(number, for: 1e-4 / Double(1 << i) + 1.1e-6, at: i))
      }
    }
  }

  /// A column of numbers of one size, some of them whole and some 0.
  private func column(
    around size: Double, using generator: inout SeededGenerator
  ) -> [Double] {
    (0..<Int.random(in: 1...8, using: &generator)).map { _ -> Double in
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: 0
      case 1: Double.random(in: -3...3, using: &generator).rounded() * size
      default: Double.random(in: -10...10, using: &generator) * size
      }
    }
  }

  @Test(arguments: Printing.all)
  private func whatIsRightIsAcceptedHoweverItIsPrinted(printing: Printing) throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<300 {
      let sizes: [Double] = [1e-12, 1e-5, 0.01, 1, 100, 1e9]
      let size = sizes[Int.random(in: sizes.indices, using: &generator)]
      let right = column(around: size, using: &generator)
      let printed = try right.map { try #require(PrintedNumber(printing.print($0))) }
      // Where everything was rounded away, so that whole numbers are left, nothing tells of the rounding.
      guard printed.contains(where: { $0.decimals != 0 }) || printed.map(\.value) == right else {
        continue
      }
      let precision = Precision(of: printed, scale: right.map(\.magnitude).max() ?? 0)
      for (number, right) in zip(printed, right) {
        #expect(precision.accepts(number, for: right, at: 1), "\(number.text) for \(right)")
      }
    }
  }

  /// Single precision reaches numbers through differences of larger ones, with errors of their size.
  @Test func roundingInSinglePrecisionIsAccepted() throws {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<300 {
      var (right, single) = (1.0, Float(1))
      var (key, printed): ([Double], [PrintedNumber]) = ([], [])
      for _ in 0..<40 {
        let change = Double.random(in: -0.1...0.1, using: &generator)
        right -= change
        single -= Float(change)
        key.append(right)
        printed.append(try #require(PrintedNumber("\(single)")))
      }
      let precision = Precision(of: printed, scale: key.map(\.magnitude).max() ?? 0)
      for (step, number) in printed.enumerated() {
        #expect(precision.accepts(number, for: key[step], at: step + 1))
      }
    }
  }

  /// All optimizers in single precision are right however many digits are printed.
  @Test(arguments: PlainRun<Double>.subjects)
  func tracesInSinglePrecisionAreAccepted(name: String) throws {
    let subject = try #require(Subject.named(name))
    let personal = ["20261101", "7"].map { Exercise(subject, for: $0) }
    for exercise in subject.probes(with: Exercise(subject)) + personal {
      let (grader, names) = (Grader(exercise), exercise.key.names)
      let rows = try PlainRun<Float>.rows(of: exercise)
      for printing in Printing.single {
        let columns = names.map { name in
          Submission.Column(
            heading: name,
            numbers: rows.map { row in
              row.numbers.first { $0.name == name }
                .flatMap { PrintedNumber(printing.print($0.value)) }
            })
        }
        let assessment = try grader.assess(Submission(columns: columns))
        #expect(
          assessment.outcome == .right,
          "\(printing.name): \(ReportText(assessment, in: .english).text)")
      }
    }
  }

  /// A number in double precision that is off by 1e-8 is wrong, whatever the others of its column look like.
  @Test func doublePrecisionIsNotTakenForSingle() throws {
    var generator = SeededGenerator(seed: 35)
    for name in PlainRun<Double>.subjects {
      let subject = try #require(Subject.named(name))
      for exercise in subject.probes(with: Exercise(subject)) {
        let (grader, key) = (Grader(exercise), exercise.key)
        for name in key.names where !exercise.isGiven(name) {
          let values: [Double?] = (0...exercise.steps).map { key.number(name, at: $0)?.value }
          let wrong = values.indices.filter { row in
            // Those that are exact in few digits may be anyone's.
            values[row].map { abs($0) > 0.1 && "\($0)".count > 12 } ?? false
          }.randomElement(using: &generator)
          guard let wrong else { continue }
          let numbers: [PrintedNumber?] = values.enumerated().map { row, value in
            let factor: Double = row == wrong ? 1 + 1e-8 : 1
            return value.flatMap { PrintedNumber(String(format: "%.17g", $0 * factor)) }
          }
          let submission = Submission(columns: [.init(heading: name, numbers: numbers)])
          #expect(try grader.assess(submission).outcome != .right, "\(name) at \(wrong)")
        }
      }
    }
  }

  /// Whole numbers are exact unless they have the six digits that %g leaves of them.
  @Test(arguments: [
    (["190816"], 190815.56, true), (["190816", "190816", "1"], 190815.56, true),
    (["-190816"], -190815.56, true), (["190817"], 190815.49, false), (["190815"], 190816.1, false),
    (["190816", "1190816"], 190815.56, false), (["19082"], 19081.56, false),
    (["100000"], 99999.6, false), (["1190816"], 1190814.2, false), (["0.0", "1.0"], 0.04, false),
    (["190816.0"], 190815.56, false),
  ])
  func wholeNumbersOfSixDigitsMayBeRounded(texts: [String], right: Double, isRight: Bool) throws {
    let printed = try texts.map { try #require(PrintedNumber($0)) }
    // Only double precision is told from single by its other numbers, so the size is kept out of it.
    let precision = Precision(of: printed, scale: 1e-12)
    #expect(precision.accepts(printed[0], for: right, at: 0) == isRight)
  }

  /// - Parameters:
  ///   - unit: one in the last place that is shown, for a number.
  @Test(arguments: [("%.2f", 0.01), ("%.4f", 1e-4), ("%.3e", nil), ("%.4e", nil), ("%.17g", 1e-9)])
  func whatIsOffInTheLastPlaceIsNotAccepted(format: String, unit: Double?) throws {
    var generator = SeededGenerator(seed: 33)
    for _ in 0..<500 {
      let right = (0..<6).map { _ in Double.random(in: 1...9.9, using: &generator) }
      let digits = format == "%.4e" ? 1e-4 : 1e-3
      let wrong = Int.random(in: right.indices, using: &generator)
      let off =
        (unit ?? digits) * Double.random(in: 1.51...20, using: &generator)
        * (Bool.random(using: &generator) ? 1 : -1)
      let printed = try right.enumerated().map { index, number in
        // The number as it is printed is off by so much, not only the one that is rounded then.
        let shown = try #require(PrintedNumber(String(format: format, number)))
        guard index == wrong else { return shown }
        return try #require(PrintedNumber(String(format: format, number + off)))
      }
      guard abs(printed[wrong].value - right[wrong]) > 1.5 * (unit ?? digits),
        printed[wrong].value < 10, printed[wrong].value >= 1
      else { continue }
      let precision = Precision(of: printed, scale: 10)
      for index in right.indices {
        let step = Int.random(in: 1...200, using: &generator)
        #expect(
          precision.accepts(printed[index], for: right[index], at: step) == (index != wrong),
          "\(printed[index].text) for \(right[index])")
      }
    }
  }

  /// Columns that look coarse though nothing was rounded.
  @Test(arguments: [
    (["1", "1", "1"], 0.8), (["0", "0"], 0.3), (["1.0", "1.0", "2.0"], 1.04), (["-0.0"], 0.04),
    (["1.", "0."], 0.7), (["1e-05", "2e-05"], 1.2e-5), (["1.5e-03", "2.5e-03"], 0.1),
    (["1.25e+00", "1.5e-01"], 1.24), (["5e-01"], 0.54), (["0.00043857", "0.00087714"], 0.0004387),
    (["0.000438568"], 0.0004388), (["1e-12", "2.5e-12"], 2e-12), (["0.99"], 1.0), (["-0.99"], -1.0),
    (["0.97", "0.98"], 1.004), (["9.5e-01"], 1.0),
  ])
  func coarseColumnsAreNotCarteBlanche(texts: [String], right: Double) throws {
    let printed = try texts.map { try #require(PrintedNumber($0)) }
    let precision = Precision(of: printed, scale: right)
    for number in printed {
      #expect(!precision.accepts(number, for: right, at: 1), "\(number.text)")
    }
  }

  /// What a program hands in is not printed, so few digits are no rounding.
  @Test func numbersOfAProgramAreExact() {
    let numbers = [0.99, 0.5].map { PrintedNumber($0) }
    let precision = Precision(of: numbers)
    #expect(precision.accepts(numbers[0], for: 0.990000000001, at: 1))
    #expect(!precision.accepts(numbers[0], for: 0.99001, at: 1))
  }

  @Test func whatIsNotFiniteMustBeTheSame() throws {
    let numbers = try ["nan", "inf", "-inf", "0.5"].map { try #require(PrintedNumber($0)) }
    let precision = Precision(of: numbers, scale: 1e-4)
    for (i, number) in numbers.enumerated() {
      for (j, right) in [Double.nan, .infinity, -.infinity, 0.5].enumerated() {
        #expect(precision.accepts(number, for: right, at: 1) == (i == j))
      }
    }
  }

  @Test func aGivenToleranceIsAllThatCounts() throws {
    let numbers = try ["0.5", "200"].map { try #require(PrintedNumber($0)) }
    let precision = Precision(of: numbers, tolerance: 0.01)
    #expect(precision.accepts(numbers[0], for: 0.509, at: 1))
    #expect(!precision.accepts(numbers[0], for: 0.511, at: 1))
    #expect(precision.accepts(numbers[1], for: 201.9, at: 1))
    #expect(!precision.accepts(numbers[1], for: 202.1, at: 1))
  }
}
