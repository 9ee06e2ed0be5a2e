import Classroom
import LessonEwa

present(EwaLesson.self)
