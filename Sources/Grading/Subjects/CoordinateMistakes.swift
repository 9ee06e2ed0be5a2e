import Formulas
import Words

/// What goes wrong with the parameters of a descent together. Where there is one, it is the same as what is right.
enum CoordinateMistakes {
  /// - Parameters:
  ///   - quantities: what an optimizer calculates, in order.
  ///   - memory: what it remembers of each parameter.
  static func all(_ quantities: [Symbol], remembering memory: [Symbol]) -> [Variant] {
    let others = quantities.filter { $0 != "g" }
    let exchanged = Edit.quantities(others) { $0.right.replacing("g", by: $0.next.g) }
    let names = memory.map(\.text)
    let ofMoves: [Variant] = [
      .mistake(
        "first-gradient-twice",
        "the first gradient counts twice, as where it is calculated once before the loop and added to in it",
        "第一步的梯度算了两次，例如循环之前已求过一次梯度，循环中又累加了一次",
        .replace("g") { $0.t == 1 ? 2 * $0.right : $0.right }),
      .mistake(
        "partial-derivatives-exchanged", of: "w",
        "the partial derivatives are exchanged: each parameter is moved by that of another",
        "偏导数用反了：每个参数用了另一个参数的偏导数",
        exchanged),
      .mistake(
        "partial-derivatives-exchanged", of: "g",
        "the partial derivatives are exchanged: each parameter has that of another",
        "偏导数弄反了：每个参数得到了另一个参数的偏导数",
        exchanged, .record("g") { $0.next.g }),
      .mistake(
        "first-parameter-only", of: "w",
        "only the first parameter is updated",
        "只更新了第一个参数",
        .replace("w") { $0.coordinate == 0 ? $0.right : $0.before("w") ?? $0.right }),
      .mistake(
        "last-parameter-only", of: "w",
        "only the last parameter is updated",
        "只更新了最后一个参数",
        .replace("w") {
          $0.coordinate == $0.coordinates.count - 1 ? $0.right : $0.before("w") ?? $0.right
        }),
    ]
    guard let last = names.last else { return ofMoves }
    return ofMoves + [
      .mistake(
        "memory-shared", of: memory[0].name,
        "all parameters share one memory, \(names.joined(separator: " and ")), which each of them renews in turn",
        "所有参数共用了同一个 \(names.joined(separator: " 和 "))，每个参数都更新它",
        .quantities(memory) { $0.right.replacing($0.symbol, by: $0.shared($0.symbol)) }),
      .mistake(
        "norm-for-all", of: memory[memory.count - 1].name,
        "the squares of all partial derivatives are summed into one \(last) for all parameters, where each has its own",
        "把全部偏导数的平方加到同一个 \(last) 中，所有参数共用；应当各用各的",
        .quantities(memory) { scope in
          scope.unsquared { g in
            guard g.symbol == "g" else { return .pow(g, 2) }
            return scope.coordinates.dropFirst().reduce(.pow(scope.coordinates[0].g, 2)) {
              $0 + .pow($1.g, 2)
            }
          }
        }),
    ]
  }
}

extension Scope {
  /// The scope of the next parameter; that of the first after the last.
  fileprivate var next: Scope { coordinates[(coordinate + 1) % coordinates.count] }

  /// What the parameter before has left of a quantity that all share.
  fileprivate func shared(_ symbol: Symbol) -> Traced {
    let before = coordinates[(coordinate + coordinates.count - 1) % coordinates.count]
    return before.now(symbol) ?? self[symbol]
  }
}
