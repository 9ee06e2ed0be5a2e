import Classroom
import LessonAdaGrad

present(AdaGradLesson.self)
