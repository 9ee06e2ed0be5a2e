extension Solution {
  /// Whether a number of the two is another when printed with so many decimals.
  ///
  /// - Parameter names: the quantities that are looked at; all if nil.
  func differs(from other: Solution, in names: [String]? = nil, decimals: Int = 4) -> Bool {
    let names = names ?? self.names
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    return steps.contains { step in
      names.contains { name in
        guard let ours = value(name, at: step), let theirs = other.value(name, at: step) else {
          return false
        }
        guard ours.isFinite, theirs.isFinite else { return ours.isFinite != theirs.isFinite }
        return abs(ours - theirs) > 1.01 * unit
      }
    }
  }
}

extension Solution {
  /// Whether a number is infinite or none where that of another calculation is finite.
  func overflows(beside other: Solution) -> Bool {
    steps.contains { step in
      names.contains { name in
        value(name, at: step)?.isFinite == false && other.value(name, at: step)?.isFinite == true
      }
    }
  }
}

extension Subject {
  /// Exercises that tell variants apart which the default one does not.
  var probingExercises: [Exercise] {
    probes.map { change in
      var exercise = Exercise(self)
      change(&exercise.assignment)
      return exercise
    }
  }
}
