import Descent
import Drawing
import Formulas
import LessonsShared
import Words

/// The averages with one β, which know how they were calculated.
struct Averages {
  let β: Double
  /// The average after each day where the first value is the first average, as in the course.
  let course: [ExponentialAverage<Traced>]
  /// The average after each day where one begins with S₀ = 0.
  let zero: [ExponentialAverage<Traced>]
  /// What each day weighs where one begins with S₀ = 0, the newest first.
  let weights: [Double]
  /// The colour in figures.
  let color: Color

  init(β: Double, of temperatures: [Double], color: Color) {
    let values = temperatures.enumerated().map { Traced($1).named("Y", Step($0 + 1)) }
    self.β = β
    course = ExponentialAverage(β: Traced(β), start: .firstValue).averages(of: values)
    zero = ExponentialAverage(β: Traced(β), start: .zero).averages(of: values)
    weights = zero[0].weights(after: Step(values.count)).map(\.value)
    self.color = color
  }

  /// β = 0.9.
  var name: Words { Words(math: Numerals.rounded.equation("β", β)) }
}
