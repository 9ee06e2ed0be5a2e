import Drawing
import Plot
import Words

/// The course's schedules, and none at all; as a word, the end of a file's name.
enum ScheduleKind: String, CaseIterable {
  case constant
  case step
  case multiStep = "multi-step"
  case exponential

  /// PyTorch's name, or what is no schedule.
  var name: Words {
    switch self {
    case .constant: Words(en: "constant \(math: "η")", zh: "固定 \(math: "η")")
    case .step: "StepLR"
    case .multiStep: "MultiStepLR"
    case .exponential: "ExponentialLR"
    }
  }

  var title: Words {
    switch self {
    case .constant: name
    case .step: Words(en: name, zh: "等间隔衰减 \(name)")
    case .multiStep: Words(en: name, zh: "指定间隔衰减 \(name)")
    case .exponential: Words(en: name, zh: "指数衰减 \(name)")
    }
  }

  var color: Color {
    switch self {
    case .constant: Palette.black
    case .step: Palette.blue
    case .multiStep: Palette.vermilion
    case .exponential: Palette.green
    }
  }

  /// Dashes where lines lie on each other, so that both are seen.
  var dash: [Double] { self == .multiStep ? [16, 12] : [] }
}
