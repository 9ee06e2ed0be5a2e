import Lecture
import LessonActivations
import LessonAdaGrad
import LessonAdam
import LessonBackprop
import LessonBatchSize
import LessonBatches
import LessonBatchnorm
import LessonDropout
import LessonEwa
import LessonInitialization
import LessonGradientCheck
import LessonLearningRate
import LessonMomentum
import LessonNesterov
import LessonOptimizers
import LessonPenalties
import LessonRMSProp
import LessonRegularization
import LessonResults
import LessonScaling
import LessonSchedules
import LessonSearch
import LessonSoftmax
import LessonStructures

/// The lessons of the course.
public enum CourseLessons {
  /// All lessons, in the order of the course.
  public static let all: [any Lesson.Type] = [
    BatchesLesson.self,
    BackpropLesson.self,
    EwaLesson.self,
    MomentumLesson.self,
    NesterovLesson.self,
    AdaGradLesson.self,
    RMSPropLesson.self,
    AdamLesson.self,
    OptimizersLesson.self,
    LearningRateLesson.self,
    SchedulesLesson.self,
    DropoutLesson.self,
    BatchnormLesson.self,
    ActivationsLesson.self,
    InitializationLesson.self,
    GradientCheckLesson.self,
    ScalingLesson.self,
    SoftmaxLesson.self,
    PenaltiesLesson.self,
    RegularizationLesson.self,
    BatchSizeLesson.self,
    SearchLesson.self,
    ResultsLesson.self,
    StructuresLesson.self,
  ]

  /// The words after `lesson-` in the names of the commands, in the order of the course.
  public static var names: [String] { all.map { $0.name } }

  /// The lesson of that name, such as adam, or of that command, such as lesson-adam; nil where there is none.
  public static func lesson(named name: String) -> (any Lesson.Type)? {
    all.first { $0.name == name || "lesson-\($0.name)" == name }
  }
}
