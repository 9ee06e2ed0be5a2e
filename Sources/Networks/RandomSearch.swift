import Formulas

/// Random search, whose trials do not depend on each other.
public enum RandomSearch {
  /// The probability that at least one of n trials is among the best part p of all: 1 − (1 − p)ⁿ.
  public static func chance<Number: Scalar>(ofBest p: Number, in n: Int) -> Number {
    1 - .pow(1 - p, n)
  }
}
