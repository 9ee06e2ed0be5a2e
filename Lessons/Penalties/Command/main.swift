import Classroom
import LessonPenalties

present(PenaltiesLesson.self)
