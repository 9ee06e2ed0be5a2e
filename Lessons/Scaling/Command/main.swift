import Classroom
import LessonScaling

present(ScalingLesson.self)
