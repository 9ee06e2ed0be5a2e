import Testing

@testable import Grading

/// What holds for every subject and each of its variants.
@Suite struct VariantTests {
  /// A pair of variants, or of one and the right calculation, that all probes must tell apart.
  @Test(arguments: Subject.all.map(\.name))
  func someProbeTellsAnyTwoApart(name: String) throws {
    let subject = try #require(Subject.named(name))
    let probes = subject.probes(with: Exercise(subject))
    let solutions = probes.map { probe in [probe.key] + subject.variants.map { $0.solve(probe) } }
    let names = ["right"] + subject.variants.map(\.name)
    #expect(Set(names).count == names.count)
    for i in names.indices {
      for j in 0..<i {
        #expect(
          solutions.contains { $0[i].differs(from: $0[j]) }, "\(names[i]) is \(names[j]) everywhere"
        )
      }
    }
  }

  @Test(arguments: Subject.all.map(\.name))
  func eachVariantIsNamed(name: String) throws {
    let subject = try #require(Subject.named(name))
    for exercise in subject.probes(with: Exercise(subject)) {
      let grader = Grader(exercise)
      // A form that overflows is right no more.
      let dialects = subject.variants.filter { $0.kind == .dialect }.map { $0.solve(exercise) }
        .filter { !$0.overflows(beside: grader.key) }
      for variant in subject.variants {
        let solution = variant.solve(exercise)
        for decimals in [4, 6, 17] {
          let assessment = try grader.assess(solution.printed(decimals, for: exercise))
          // No grader asks for more than about ten digits.
          guard solution.differs(from: grader.key, decimals: min(decimals, 7)) else { continue }
          #expect(
            assessment.matches.map(\.variant.name).contains(variant.name),
            "\(variant.name) at \(decimals)")
          // Who cannot be told from someone who is right in another form gets the benefit of the doubt.
          let isWrong = !dialects.contains { !$0.differs(from: solution, decimals: decimals) }
          #expect((assessment.outcome == .wrong) == isWrong, "\(variant.name)")
          let kinds = Set(assessment.known.map(\.variant.kind))
          #expect((assessment.outcome == .undecided) == (kinds.count > 1), "\(variant.name)")
        }
      }
    }
  }

  @Test(arguments: Subject.all.map(\.name))
  func whatIsRightIsNeverCalledWrong(name: String) throws {
    let subject = try #require(Subject.named(name))
    for exercise in subject.probes(with: Exercise(subject)) {
      let grader = Grader(exercise)
      for decimals in [4, 6, 17] {
        let assessment = try grader.assess(exercise.key.printed(decimals, for: exercise))
        #expect(assessment.outcome == .right, "\(decimals)")
        #expect(assessment.quantities.count == exercise.key.names.count)
      }
    }
  }

  /// What students get tells all mistakes apart that any probe does.
  @Test(arguments: Subject.all.map(\.name))
  func personalExercisesDiscriminate(name: String) throws {
    let subject = try #require(Subject.named(name))
    for student in ["20261101", "20261102", "a", ""] {
      let exercise = Exercise(subject, for: student)
      #expect(exercise.numbers == Exercise(subject, for: student).numbers)
      let classes = exercise.indistinguishable.map { $0.map { $0?.name ?? "right" } }
      #expect(classes.isEmpty, "\(classes) for \(student)")
    }
    #expect(Exercise(subject, for: "1").numbers != Exercise(subject, for: "2").numbers)
  }
}
