import Classroom
import LessonGradientCheck

present(GradientCheckLesson.self)
