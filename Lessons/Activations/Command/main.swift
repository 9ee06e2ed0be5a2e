import Classroom
import LessonActivations

present(ActivationsLesson.self)
