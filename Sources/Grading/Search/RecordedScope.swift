import Formulas

/// What the quantities of a recorded run are where one of them is named, so that edits can be made without another run.
final class RecordedScope: Scope {
  private let recording: Recording
  /// What is named.
  private var index = 0

  init(_ assignment: Assignment, _ recording: Recording) {
    self.recording = recording
    super.init(assignment)
  }

  func look(at index: Int, _ formula: Traced) {
    self.index = index
    let quantity = recording.quantities[index]
    begin(quantity.scopeStep ?? 0, as: quantity.scopeStep ?? 0)
    look(at: formula, quantity.symbol)
  }

  override func now(_ symbol: Symbol) -> Traced? {
    recording.latest(symbol, before: index).map(recording.number)
  }

  override func start(_ symbol: Symbol) -> Traced? {
    recording.first(symbol, in: index).map(recording.number)
  }

  override func before(_ symbol: Symbol) -> Traced? {
    recording.latest(symbol, before: index, isOld: true).map(recording.number)
  }
}
