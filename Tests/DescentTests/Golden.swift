import TestSupport
import Testing

/// What PyTorch 2.13 calculated: trajectories of an optimizer with every internal buffer.
struct Golden: Decodable {
  struct Case: Decodable, CustomTestStringConvertible {
    var id: String
    var optimizer: String
    var objective: String
    var dtype: String
    var hyper: Hyperparameters
    var steps: Int
    /// `param[k]` is the point after k steps.
    var param: [[Double]]
    /// `grad[k]` is the gradient at `param[k]`.
    var grad: [[Double]]
    var loss: [Double]
    /// The buffers after step k + 1, under PyTorch's names.
    var state: [String: [Buffer]]

    var testDescription: String { id }
  }

  /// Hyperparameters under PyTorch's names.
  struct Hyperparameters: Decodable {
    private enum Value: Decodable {
      case flag(Bool)
      case number(Double)
      case numbers([Double])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
          self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .numbers(try container.decode([Double].self))
        }
      }
    }

    private var values: [String: Value]

    init(from decoder: any Decoder) throws {
      values = try decoder.singleValueContainer().decode([String: Value].self)
    }

    func flag(_ name: String) throws -> Bool {
      guard case .flag(let flag) = values[name] else { throw Missing(name: name) }
      return flag
    }

    func number(_ name: String) throws -> Double {
      guard case .number(let number) = values[name] else { throw Missing(name: name) }
      return number
    }

    /// A number of which PyTorch's 0 means that it takes no part.
    func option(_ name: String) throws -> Double? {
      let number = try number(name)
      return number == 0 ? nil : number
    }

    func numbers(_ name: String) throws -> [Double] {
      guard case .numbers(let numbers) = values[name] else { throw Missing(name: name) }
      return numbers
    }

    struct Missing: Error { var name: String }
  }

  /// A buffer holds a number for each parameter, or one for all.
  enum Buffer: Decodable {
    case vector([Double])
    case number(Double)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .vector(try container.decode([Double].self))
      }
    }

    subscript(i: Int) -> Double {
      switch self {
      case .vector(let values): values[i]
      case .number(let value): value
      }
    }
  }

  /// How closely an independent implementation can be expected to follow a trajectory.
  struct Tolerance: Decodable {
    var id: String
    var limit: Double
    var safe_steps: Int
  }

  /// The course's two steps of an optimizer, as its reader sees them.
  struct Course: Decodable {
    struct Row: Decodable {
      var step: Int
      var w_text: String
      var grad_text: String
      /// What the course shows; nil for what is not in the course as code.
      var course_printed: [String]?
    }
    struct Block: Decodable { var rows: [Row] }
    struct TwoSteps: Decodable { var blocks: [String: Block] }
    var two_steps: TwoSteps
  }

  static let all: [Case] = [
    "optim_sgd", "optim_adagrad", "optim_rmsprop", "optim_adam", "optim_adamw",
  ]
  .flatMap { GoldenFile.cases($0) as [Case] }
  static let course: Course = GoldenFile.read("course")
  static let tolerances: [String: Tolerance] = Dictionary(
    uniqueKeysWithValues: GoldenFile.cases("tolerances").map { ($0.id, $0) })
}
