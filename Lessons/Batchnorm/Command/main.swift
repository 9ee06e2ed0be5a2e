import Classroom
import LessonBatchnorm

present(BatchnormLesson.self)
