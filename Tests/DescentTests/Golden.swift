import Foundation
import Testing

/// What PyTorch 2.13 calculated: trajectories of an optimizer with every internal buffer.
struct Golden: Decodable {
  struct Case: Decodable, CustomTestStringConvertible {
    struct Hyperparameters: Decodable {
      var lr: Double
      var betas: [Double]
      var eps: Double
      var weight_decay: Double
      var amsgrad: Bool
      var maximize: Bool
    }

    var id: String
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

  /// The course's two steps, as its reader sees them.
  struct Course: Decodable {
    struct Row: Decodable {
      var step: Int
      var w_text: String
      var grad_text: String
      var course_printed: [String]
    }
    struct Block: Decodable { var rows: [Row] }
    var adam: Block
  }

  static let adam: [Case] = load("optim_adam")
  static let course: Course = read("course")
  static let tolerances: [String: Tolerance] = Dictionary(
    uniqueKeysWithValues: load("tolerances").map { ($0.id, $0) })

  private struct Table<Entry: Decodable>: Decodable { var cases: [Entry] }

  private static func load<Entry: Decodable>(_ name: String) -> [Entry] {
    (read(name) as Table<Entry>).cases
  }

  private static func read<Content: Decodable>(_ name: String) -> Content {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name).json")
    do {
      return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
    } catch {
      preconditionFailure("\(file.path) cannot be read: \(error)")
    }
  }
}
