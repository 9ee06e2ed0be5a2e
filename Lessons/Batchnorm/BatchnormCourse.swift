import Formulas
import Networks

/// What the course prints.
enum BatchnormCourse {
  /// The input of its example of 1 sample, 2 channels, 3 rows and 4 columns, by channels, to four decimals.
  static let input: [[Double]] = [
    Declaration.batchnorm["x"].course,
    [
      0.2580, 1.2065, 1.4598, 0.8387, -0.4586, 0.8938, -0.3328, 0.1192, -0.3265, -0.6263,
      0.0419, -1.2231,
    ],
  ]
  static let columnCount = 4

  /// The output of that example.
  static let output: [[Double]] = [
    [
      0.4164, -1.3889, -0.0343, 0.6484, 0.0655, -0.2032, -0.2175, 2.0889, 0.0349, 1.2294,
      -1.2134, -1.4262,
    ],
    [
      0.1340, 1.3582, 1.6853, 0.8835, -0.7910, 0.9546, -0.6287, -0.0452, -0.6205, -1.0075,
      -0.1449, -1.7779,
    ],
  ]

  /// The output for the second of two samples with three features, without its sign; the input is not printed.
  static let twoSamplesOutput = [0.9998, 1.0000, 1.0000]
}
