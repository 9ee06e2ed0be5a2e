import Descent
import Formulas
import Grading
import Words

/// The help on a subject's options, which its declaration says.
enum ExerciseHelp {
  /// The subject that the command line names; nil where it names none.
  @TaskLocal static var subject: Subject?

  /// The options of the subject's exercise, a line each.
  static var text: String {
    guard let subject else {
      return """


        The options of an exercise are those of its subject: course check adam --help tells Adam's.
        """
    }
    let usual = Exercise(subject)
    let title = "\(subject.title.english.uppercased()) (\(subject.declaration.source)):"
    let parameters = subject.parameters.map { parameter in
      "--\(parameter.option) <\(parameter.symbol.text)>: \(meaning(of: parameter))"
    }
    let losses = Objective.allCases.map(\.rawValue).joined(separator: ", ")
    let loss = usual.objective.map {
      ["--loss <name>: what is minimised: \(losses) (\($0.rawValue))"]
    }
    let steps =
      "--steps <n>: how many steps, epochs or rows there are, from 1 to 10000 (\(usual.steps))"
    return (["\n\n" + title] + parameters + (loss ?? []) + [steps]).joined(separator: "\n\n")
  }

  /// What a parameter is, what it may be, and the course's and PyTorch's defaults.
  private static func meaning(of parameter: Hyperparameter) -> String {
    let course = parameter.course.map(\.plainText).joined(separator: ",")
    let torch = parameter.torch.map { torch in
      "PyTorch’s \(torch.name)\(torch.number.map { ": \($0.plainText)" } ?? "")"
    }
    let defaults = [course.isEmpty ? nil : course, torch].compactMap(\.self)
    let range = parameter.range == .any ? "" : ", \(parameter.range.words.english)"
    return parameter.meaning.english + (spellings[parameter.option] ?? "") + range
      + (defaults.isEmpty ? "" : " (\(defaults.joined(separator: "; ")))")
  }

  /// How the numbers of some parameters are written.
  private static let spellings = [
    "start": ", as in 2,-1",
    "gradients":
      ": step by step, as in 1,-2,0.5, or a file with a line for each step, or a CSV or JSON file with a column for each parameter",
  ]
}

extension Hyperparameter {
  /// PyTorch's name in the style of an option: `step-size`, `t-max`.
  var torchOption: String? {
    torch?.name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
