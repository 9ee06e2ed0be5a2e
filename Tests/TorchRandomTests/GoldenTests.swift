import TestSupport
import Testing

@testable import TorchRandom

/// What PyTorch 2.13 drew: seeds, each with calls that draw from one stream.
private struct Golden: Decodable {
  struct Case: Decodable {
    var seed: Int
    var calls: [Call]
  }

  struct Call: Decodable {
    var op: String
    var dtype: String?
    var values: Values?
    var n: Int?
    var p: Double?
    var low: Double?
    var high: Double?
    var mean: Double?
    var std: Double?
    var name: String?
    var args: Arguments?
    var `in`: Int?
    var out: Int?
    var weight: [[Double]]?
    var bias: [Double]?
  }

  struct Arguments: Decodable {
    var gain: Double?
    var a: Double?
    var mode: String?
    var nonlinearity: String?
  }

  /// Numbers in a list or a matrix, row by row.
  struct Values: Decodable {
    var numbers: [Double]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([Double].self) {
        numbers = list
      } else {
        numbers = try container.decode([[Double]].self).flatMap(\.self)
      }
    }
  }
}

@Suite struct GoldenTests {
  private static let files: [(name: String, kernels: Kernels, calls: Int)] = [
    ("random", .avx2, 501), ("random_portable", .portable, 171),
  ]

  @Test(arguments: files)
  func allDrawsArePyTorchs(file: (name: String, kernels: Kernels, calls: Int)) throws {
    let cases: [Golden.Case] = GoldenFile.cases(file.name)
    #expect(cases.map(\.calls.count).reduce(0, +) == file.calls)
    for entry in cases {
      var torch = TorchGenerator(seed: entry.seed, kernels: file.kernels)
      for (index, call) in entry.calls.enumerated() {
        let ours =
          call.dtype == "float64"
          ? try draw(call, from: &torch, as: Double.self)
          : try draw(call, from: &torch, as: Float.self)
        let theirs =
          try call.values?.numbers
          ?? (#require(call.weight).flatMap(\.self) + #require(call.bias))
        #expect(isSame(ours, theirs), "seed \(entry.seed), call \(index): \(call)")
      }
    }
  }

  /// Bit for bit with the C library that PyTorch ran on; another one's logarithm, sine and cosine may round otherwise.
  private func isSame(_ ours: [Double], _ theirs: [Double]) -> Bool {
    #if canImport(Glibc)
      return ours == theirs
    #else
      return ours.count == theirs.count
        && zip(ours, theirs).allSatisfy { abs($0 - $1) <= 2e-6 * max(1, abs($1)) }
    #endif
  }

  private func draw<Number: TorchNumber>(
    _ call: Golden.Call, from torch: inout TorchGenerator, as type: Number.Type
  ) throws -> [Double] {
    let values: [Number]
    switch call.op {
    case "rand": values = torch.rand(try #require(call.n), as: type)
    case "randn": values = torch.randn(try #require(call.n), as: type)
    case "uniform":
      values = torch.uniform(
        try #require(call.n), from: try #require(call.low), to: try #require(call.high), as: type)
    case "normal":
      values = torch.normal(
        try #require(call.n), mean: try #require(call.mean), std: try #require(call.std), as: type)
    case "bernoulli":
      values = torch.bernoulli(try #require(call.n), p: try #require(call.p), as: type)
    case "dropout":
      values = torch.dropoutMask(try #require(call.n), p: try #require(call.p), as: type)
    case "randint":
      let range = Int(try #require(call.low))..<Int(try #require(call.high))
      return torch.randint(try #require(call.values).numbers.count, in: range).map(Double.init)
    case "randperm": return torch.randperm(try #require(call.n)).map(Double.init)
    case "linear":
      let layer = torch.linear(
        inputs: try #require(call.in), outputs: try #require(call.out), as: type)
      values = layer.weight.flatMap(\.self) + layer.bias
    case "init":
      values = try initialise(call, from: &torch, as: type).flatMap(\.self)
    default:
      Issue.record("There is no \(call.op).")
      return []
    }
    return values.map { Double($0) }
  }

  private func initialise<Number: TorchNumber>(
    _ call: Golden.Call, from torch: inout TorchGenerator, as type: Number.Type
  ) throws -> [[Number]] {
    let (inputs, outputs) = (try #require(call.in), try #require(call.out))
    let arguments = try #require(call.args)
    let fan: TorchGenerator.Fan = arguments.mode == "fan_out" ? .outputs : .inputs
    let gain = TorchGenerator.gain(leakyReLU: arguments.a ?? 0)
    switch call.name {
    case "xavier_uniform":
      return torch.xavierUniform(
        inputs: inputs, outputs: outputs, gain: arguments.gain ?? 1, as: type)
    case "xavier_normal":
      return torch.xavierNormal(
        inputs: inputs, outputs: outputs, gain: arguments.gain ?? 1, as: type)
    case "kaiming_uniform":
      return torch.kaimingUniform(
        inputs: inputs, outputs: outputs, fan: fan, gain: gain, as: type)
    default:
      #expect(call.name == "kaiming_normal")
      return torch.kaimingNormal(inputs: inputs, outputs: outputs, fan: fan, gain: gain, as: type)
    }
  }
}
