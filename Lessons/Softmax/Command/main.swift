import Classroom
import LessonSoftmax

present(SoftmaxLesson.self)
