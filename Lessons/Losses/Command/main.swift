import Classroom
import LessonLosses

present(LossesLesson.self)
