import Formulas
import Testing

@Suite struct TraceableTests {
  /// What was derived at one point is calculated at others, at corners too.
  @Test func aFunctionGivesWhatItsFormulaGivesBitForBit() {
    RandomExpression.forMany { expression, point in
      let function = Double.function(of: 3) { expression.value($0) }
      let atCorner = [point[0], point[0], 0]
      for point in [point, atCorner] {
        let variables = point.map(\.traced)
        let traced = expression.value(variables)
        let numbers = [function.value(point)] + function.gradient(point)
        let right = ([traced] + traced.gradient(by: variables)).map(\.value)
        #expect(zip(numbers, right).allSatisfy(Self.areSame), "\(traced.derivation())")
      }
    }
  }

  @Test func theDerivativeChangesAtACorner() {
    let function = Double.function(of: 2) { .maximum($0[0].magnitude, 2 * $0[1]) }
    #expect(function.gradient([-3, 1]) == [-1, 0])
    #expect(function.gradient([3, 1]) == [1, 0])
    #expect(function.gradient([3, 2]) == [0, 2])
    #expect(function.gradient([2, 1]) == [0.5, 1])
  }

  @Test func aConstantHasNoSlope() {
    let function = Double.function(of: 2) { _ in 3 }
    #expect(function.value([1, 2]) == 3)
    #expect(function.gradient([1, 2]) == [0, 0])
  }

  @Test func aVariableIsAFunction() {
    let function = Float.function(of: 2) { $0[1] }
    #expect(function.value([1, 2]) == 2)
    #expect(function.gradient([1, 2]) == [0, 1])
  }

  @Test func singlePrecisionIsRoundedOnce() {
    let third = Float.function(of: 1) { .pow($0[0] / 3, 2) }
    let x: Float = 1
    #expect(third.value([x]) == Float(1.0 / 9))
    #expect(third.gradient([x]) == [Float(2.0 / 9)])
  }

  private static func areSame(_ a: Double, _ b: Double) -> Bool {
    a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
  }
}
