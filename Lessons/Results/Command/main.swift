import Classroom
import LessonResults

present(ResultsLesson.self)
