import ArgumentParser
import Descent
import Formulas
import Grading
import Lecture
import Words

/// The help on a subject's options, which its declaration says.
enum ExerciseHelp {
  /// The subject that the command line names; nil where it names none.
  @TaskLocal static var subject: Subject?

  /// What exercises can be about.
  static var subjects: ArgumentHelp {
    let names = Subject.all.map(\.name).listed
    return ArgumentHelp(en: "What the exercise is about: \(names).", zh: "题目是关于什么的：\(names)。")
  }

  /// The options of the subject's exercise, a line each.
  static var text: String { "\n\n" + words[.spoken] }

  private static var words: Words {
    guard let subject else {
      return Words(
        en:
          "The options of an exercise are those of its subject: course check adam --help tells Adam’s.",
        zh: "题目的选项由其内容决定：course check adam --help 列出 Adam 的选项。")
    }
    let usual = Exercise(subject)
    let title = subject.title.map { $0.uppercased() }
    let parameters = subject.parameters.map { parameter in
      Words(
        en: "--\(parameter.option) <\(parameter.symbol.text)>: ",
        zh: "--\(parameter.option) <\(parameter.symbol.text)>：")
        + meaning(of: parameter)
    }
    let losses = Objective.allCases.map(\.text).listed
    let loss = usual.objective.map {
      Words(
        en:
          "--loss <formula>: what is minimised, such as '(x - 1)^2 + y^2', or \(losses) (\($0.text))",
        zh: "--loss <formula>：求什么的最小值，例如 '(x - 1)^2 + y^2'，或 \(losses)（\($0.text)）")
    }
    let steps = Words(
      en: "--steps <n>: how many steps, epochs or rows there are, from 1 to 10000 (\(usual.steps))",
      zh: "--steps <n>：步数、轮数或行数，1 到 10000（\(usual.steps)）")
    return
      (["\(title) (\(subject.declaration.source)):"] + parameters
      + [loss, steps].compactMap(\.self))
      .joined(separator: "\n\n")
  }

  /// What a parameter is, what it may be, and the course's and PyTorch's defaults.
  private static func meaning(of parameter: Hyperparameter) -> Words {
    let course = parameter.course.map(\.plainText).joined(separator: ",")
    let torch = parameter.torch.map { torch in
      let number = torch.number.map { ": \($0.plainText)" } ?? ""
      return Words(en: "PyTorch’s \(torch.name)\(number)", zh: "PyTorch 的 \(torch.name)\(number)")
    }
    let defaults = [course.isEmpty ? nil : Words(course), torch].compactMap(\.self)
      .joined(separator: Words(en: "; ", zh: "；"))
    let range = parameter.range.words
    let comma = Words(en: ", ", zh: "，")
    return parameter.meaning + (spellings[parameter.option] ?? "")
      + (parameter.range == .any ? "" : comma + range)
      + (defaults == "" ? "" : Words(en: " (\(defaults))", zh: "（\(defaults)）"))
  }

  /// How the numbers of some parameters are written.
  private static let spellings: [String: Words] = [
    "start": Words(en: ", as in 2,-1", zh: "，例如 2,-1"),
    "gradients": Words(
      en:
        ": step by step, as in 1,-2,0.5, or a file with a line for each step, or a CSV or JSON file with a column for each parameter",
      zh: "：逐步给出，例如 1,-2,0.5；或一个每步一行的文件；或每个参数一列的 CSV 或 JSON 文件"),
  ]
}

extension Hyperparameter {
  /// PyTorch's name in the style of an option: `step-size`, `t-max`.
  var torchOption: String? {
    torch?.name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
