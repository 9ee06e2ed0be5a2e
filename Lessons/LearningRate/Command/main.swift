import Classroom
import LessonLearningRate

present(LearningRateLesson.self)
