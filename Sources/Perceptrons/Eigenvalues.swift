extension Matrix {
  /// The eigenvalues of a symmetric matrix, falling: Jacobi 1846, the cyclic method (Golub and Van Loan, "Matrix
  /// Computations", section 8.5).
  ///
  /// - Precondition: rows and columns can be exchanged.
  public var symmetricEigenvalues: [Double] {
    precondition(rows == columns, "A symmetric matrix.")
    var a = self
    // Each sweep squares what is left beside the diagonal: ten are more than a double can hold.
    for _ in 0..<10 {
      for p in 0..<rows {
        for q in p + 1..<max(rows, p + 1) where a[p, q] != 0 { a.turn(p, q) }
      }
    }
    return (0..<rows).map { a[$0, $0] }.sorted(by: >)
  }

  /// A rotation from both sides after which there is 0 at p, q.
  private mutating func turn(_ p: Int, _ q: Int) {
    let θ = (self[q, q] - self[p, p]) / (2 * self[p, q])
    let t = (θ < 0 ? -1 : 1) / (θ.magnitude + (θ * θ + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in 0..<rows {
      (self[k, p], self[k, q]) = (c * self[k, p] - s * self[k, q], s * self[k, p] + c * self[k, q])
    }
    for k in 0..<rows {
      (self[p, k], self[q, k]) = (c * self[p, k] - s * self[q, k], s * self[p, k] + c * self[q, k])
    }
  }
}
