import Classroom
import Lessons

present(LearningRateLesson.self)
