import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import TorchRandom
import Words

/// How hyperparameters are searched for: sections 1 to 3 of the course's document 000.
public struct SearchLesson: Lesson {
  public static let name = "search"

  @Option(Declaration.search["η_min"]) public var lowest: Double
  @Option(Declaration.search["η_max"]) public var highest: Double

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en:
        "How many values the grid has of each hyperparameter, from 2 to 7; random search has as many trials.",
      zh: "网格中每个超参数取几个值，2 到 7；随机搜索的试验次数与之相同。")
  )
  public var side = 5

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The seed of all draws, as of torch.manual_seed.",
      zh: "所有随机数的种子，同 torch.manual_seed。"))
  public var seed = 0

  public init() {}

  public func validate() throws {
    try Self.require(Declaration.search["η_min"], lowest)
    try Self.require(Declaration.search["η_max"], highest)
    try Self.require(
      lowest >= 1e-8 && highest <= 10, en: "--lowest and --highest must be from 1e-8 to 10",
      zh: "--lowest 和 --highest 必须在 1e-8 到 10 之间")
    try Self.require(
      highest >= 10 * lowest, en: "--highest must be ten times --lowest or more",
      zh: "--highest 至少是 --lowest 的十倍")
    try Self.require("--side", side, in: 2...7)
  }

  /// The scale of the learning rates.
  var scale: LogUniform<Double> { LogUniform(from: lowest, to: highest) }

  public var document: Document {
    var torch = TorchGenerator(seed: seed)
    let training = SmallTraining(from: &torch)
    let draws = ScaleDraws(on: scale, from: &torch)
    let contest = SearchContest(of: training, on: scale, side: side, from: &torch)
    let nearness = Nearness(on: scale, side: side, from: &torch)
    let rounds = CoarseToFine(of: training, on: scale, from: &torch)
    let models = Models(of: training, on: scale, from: &torch)
    return Document(title: Words(en: "Search for hyperparameters", zh: "超参数搜索")) {
      introduction(Influence.all(of: training, on: scale))
      gridOrRandom(contest, nearness)
      Block.figure(figure(of: contest), name: Self.name)
      scales(draws)
      Block.figure(figure(of: draws), name: "\(Self.name)-scale")
      decays
      coarseToFine(rounds)
      enoughTrials(from: &torch)
      oneOrMany(models)
      Block.figure(figure(of: models), name: "\(Self.name)-models")
    }
  }
}
