import Words

/// What Gradescope's autograder reads from results.json, in the members of its specification.
public enum GradescopeResults {
  /// A test for each quantity, whose scores make that of the file.
  ///
  /// - Parameter report: what students are told, as the output is theirs to see.
  public static func of(_ report: ReportText) -> JSONObject {
    let assessment = report.assessment
    let tests = assessment.quantities.compactMap { quantity in
      assessment.score(of: quantity).map { score -> JSONObject in
        [
          "name": quantity.name, "score": score, "max_score": 1,
          "status": score == 1 ? "passed" : "failed",
          "output": report.summary(of: quantity)[report.language], "visibility": "visible",
        ]
      }
    }
    return ["output": report.text, "visibility": "visible", "tests": tests]
  }

  /// The results of a file that could not be judged.
  public static func unreadable(because reason: String) -> JSONObject {
    ["score": 0, "output": reason, "visibility": "visible", "tests": [JSONObject]()]
  }
}
