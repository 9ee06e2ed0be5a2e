import Grading

/// The first byte chooses the subject; the others are the file.
@Sendable func checkSubmission(_ bytes: [UInt8]) {
  guard let choice = bytes.first, let submission = try? Submission(bytes: Array(bytes.dropFirst()))
  else { return }
  let graders = graders
  guard let assessment = try? graders[Int(choice) % graders.count].assess(submission) else {
    return
  }
  for detail in ReportDetail.allCases {
    _ = ReportText(assessment, in: .english, detail: detail).text
    _ = try? ReportText(assessment, in: .chinese, detail: detail).json.text
  }
}

/// One for each subject; short exercises, as these are checked thousands of times.
nonisolated(unsafe) private let graders: [Grader] = Subject.all.map { subject in
  var exercise = Exercise(subject)
  exercise.steps = min(exercise.steps, 5)
  return Grader((try? exercise.check()) == nil ? Exercise(subject) : exercise)
}

/// A line for each option and its numbers, as in `beta1 0.9 0.8`; the first byte chooses the subject.
@Sendable func setExercise(_ bytes: [UInt8]) {
  guard let choice = bytes.first else { return }
  var exercise = Exercise(Subject.all[Int(choice) % Subject.all.count])
  for line in String(decoding: bytes.dropFirst(), as: UTF8.self).split(separator: "\n") {
    let words = line.split(separator: " ")
    let numbers = words.dropFirst().compactMap { Double($0) }
    guard let option = words.first.map(String.init), let first = numbers.first else { continue }
    if option == "steps" {
      exercise.steps = Int(exactly: first.rounded()) ?? -1
    } else if option == "gradients" {
      try? exercise.follow(numbers.map { [$0] }, from: nil, steps: nil)
    } else {
      try? exercise.set(option, to: numbers)
    }
  }
  // More take longer, and nothing new happens in them.
  guard exercise.steps <= 20, (try? exercise.check()) != nil else { return }
  _ = exercise.key.table()
}
