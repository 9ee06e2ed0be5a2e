import Formulas
import Networks

/// The known variants of scaling.
enum ScalingMistakes {
  static let all = ofData + ofStatistics + ofMinMax + ofRange + ofStandard + dialects

  private static let ofData: [Variant] = [
    .mistake(
      "test-by-its-own", of: "x_min",
      "test data are scaled by their own minimum, maximum, mean and deviation, not by those of the training data",
      "测试数据用了自己的最小值、最大值、均值和标准差，应当用训练数据的",
      by: .scaling { training, test, isTest in isTest ? test : training }),
    .mistake(
      "fitted-to-all", of: "x_min",
      "minimum, maximum, mean and deviation are those of training and test data together, where the training data alone count",
      "最小值、最大值、均值和标准差由训练数据和测试数据一起算出，应当只用训练数据",
      by: .scaling { training, test, _ in training + test }),
    .mistake(
      "fitted-to-test", of: "x_min",
      "all are scaled by the minimum, maximum, mean and deviation of the test data",
      "所有数据都用了测试数据的最小值、最大值、均值和标准差",
      by: .scaling { _, test, _ in test }),
  ]

  private static let ofStatistics: [Variant] = [
    .mistake(
      "minimum-and-maximum-exchanged",
      "minimum and maximum are exchanged",
      "最小值和最大值弄反了",
      .replace("x_min") { largest($0) }, .replace("x_max") { smallest($0) }),
    .mistake(
      "median-for-mean",
      "μ is the median where the mean belongs",
      "μ 用了中位数，应当是均值",
      .replace("μ") { Traced(quantile(0.5, ofSorted: training($0).sorted())) }),
    .mistake(
      "mean-not-divided",
      "μ is the sum: the division by n is missing",
      "μ 成了总和：漏了除以 n",
      .replace("μ") { $0.right.operands[0] }),
    .mistake(
      "variance-not-centred",
      "σ² is the mean of x²: the mean μ is not subtracted",
      "σ² 成了 x² 的平均：没有减去均值 μ",
      .replace("σ²") { $0.right.without("μ") }),
    .mistake(
      "variance-not-divided",
      "σ² is the sum of the squares: the division by n is missing",
      "σ² 成了平方和：漏了除以 n",
      .replace("σ²") { $0.right.operands[0] }),
    .mistake(
      "root-missing",
      "σ is the variance: the root is missing",
      "σ 就是方差：漏了开方",
      .replace("σ") { $0.σ² }),
    .mistake(
      "mean-absolute-deviation",
      "σ is the mean absolute distance from μ, where the root of the mean square belongs",
      "σ 用了到 μ 的平均绝对距离，应当是距离平方的平均再开方",
      .replace("σ") { scope in
        let distances = training(scope).map { ($0 - scope.μ.value).magnitude }
        return Traced(distances.reduce(0, +) / Double(distances.count))
      }),
  ]

  private static let ofMinMax: [Variant] = [
    .mistake(
      "minimum-not-subtracted",
      "the minimum is not subtracted: x/(x_max − x_min)",
      "没有减去最小值：x/(x_max − x_min)",
      .replace("u") { $0.x / $0.right.operands[1] }),
    .mistake(
      "divided-by-maximum",
      "x is divided by the maximum only",
      "只除以了最大值",
      .replace("u") { $0.x / $0.x_max }),
    .mistake(
      "range-not-subtracted",
      "x − x_min is divided by the maximum where the range x_max − x_min belongs",
      "x − x_min 除以了最大值，应当除以 x_max − x_min",
      .replace("u") { $0.right.operands[0] / $0.x_max }),
    .mistake(
      "divided-by-count",
      "x − x_min is divided by the number n of data where the range x_max − x_min belongs",
      "x − x_min 除以了数据个数 n，应当除以 x_max − x_min",
      .replace("u") { $0.right.operands[0] / Traced(Double(training($0).count)) }),
    .mistake(
      "divided-by-deviation",
      "x − x_min is divided by σ where the range x_max − x_min belongs",
      "x − x_min 除以了 σ，应当除以 x_max − x_min",
      .replace("u") { $0.right.operands[0] / $0.σ }),
    .mistake(
      "reversed",
      "u is x_max − x where x − x_min belongs: the largest becomes 0",
      "分子写成了 x_max − x，应当是 x − x_min：最大值成了 0",
      .replace("u") { ($0.x_max - $0.x) / $0.right.operands[1] }),
    .mistake(
      "maximum-subtracted",
      "the maximum is subtracted where the minimum belongs: u lies from −1 to 0",
      "减去了最大值，应当减去最小值：u 落在 −1 到 0",
      .replace("u") { ($0.x - $0.x_max) / $0.right.operands[1] }),
    .mistake(
      "mean-subtracted",
      "the mean is subtracted where the minimum belongs: u has the mean 0",
      "减去了均值，应当减去最小值：u 的均值为 0",
      .replace("u") { ($0.x - $0.μ) / $0.right.operands[1] }),
  ]

  private static let ofRange: [Variant] = [
    .mistake(
      "range-forgotten",
      "v is u: it lies from 0 to 1, not from a to b",
      "v 就是 u：落在 0 到 1，没有变到 a 到 b",
      .replace("v") { $0.u }),
    .mistake(
      "range-in-both",
      "u lies from a to b, too, where 0 to 1 is asked for",
      "u 也变到了 a 到 b，而要求的是 0 到 1",
      .replace("u") { $0.a + ($0.b - $0.a) * $0.right }, .replace("v") { $0.u }),
    .mistake(
      "low-not-added",
      "v is (b − a)·u: the lower end a is not added",
      "v 成了 (b − a)·u：没有加上下端 a",
      .replace("v") { $0.right.operands[1] }),
    .mistake(
      "high-for-width",
      "u is multiplied by the upper end b where the width b − a belongs",
      "u 乘了上端 b，应当乘宽度 b − a",
      .replace("v") { $0.a + $0.b * $0.u }),
    .mistake(
      "range-of-minus-1-to-1",
      "v lies from −1 to 1 whatever a and b are",
      "不管 a 和 b 是多少，v 都变到了 −1 到 1",
      .replace("v") { 2 * $0.u - 1 }),
  ]

  private static let ofStandard: [Variant] = [
    .mistake(
      "divided-by-variance",
      "z is divided by the variance σ² where σ belongs",
      "z 除以了方差 σ²，应当除以 σ",
      .replace("z") { $0.right.operands[0] / $0.σ² }),
    .mistake(
      "mean-not-subtracted",
      "z is x/σ: the mean μ is not subtracted",
      "z 成了 x/σ：没有减去均值 μ",
      .replace("z") { $0.right.without("μ") }),
    .mistake(
      "deviation-not-divided",
      "z is x − μ: the division by σ is missing",
      "z 成了 x − μ：漏了除以 σ",
      .replace("z") { $0.right.operands[0] }),
    .mistake(
      "mean-minus-value",
      "the sign is wrong: μ − x where x − μ belongs",
      "符号反了：写成了 μ − x，应当是 x − μ",
      .replace("z") { ($0.μ - $0.x) / $0.σ }),
    .mistake(
      "divided-by-range",
      "z is divided by the range x_max − x_min where σ belongs",
      "z 除以了 x_max − x_min，应当除以 σ",
      .replace("z") { $0.right.operands[0] / ($0.x_max - $0.x_min) }),
  ]

  private static let dialects: [Variant] = [
    .dialect(
      "sample-deviation",
      "the variance is divided by n − 1, as by pandas’ std, torch.std and MATLAB’s zscore; scikit-learn’s StandardScaler and NumPy divide by n",
      "方差除以了 n − 1，如 pandas 的 std、torch.std 和 MATLAB 的 zscore；scikit-learn 的 StandardScaler 和 NumPy 除以 n",
      .replace("σ²") { $0.right.operands[0] / ($0.right.operands[1] - 1) }),
    .dialect(
      "clipped",
      "what lies outside of the training data is clipped to 0 and 1, as by scikit-learn’s MinMaxScaler(clip=True)",
      "超出训练数据范围的值被截断到 0 和 1，如 scikit-learn 的 MinMaxScaler(clip=True)",
      .replace("u") { .maximum(0, .minimum($0.right, 1)) }),
  ]

  private static func training(_ scope: Scope) -> [Double] { scope.assignment.list("training") }
  private static func smallest(_ scope: Scope) -> Traced { Traced(training(scope).min() ?? 0) }
  private static func largest(_ scope: Scope) -> Traced { Traced(training(scope).max() ?? 0) }
}
