import Classroom
import LessonSearch

present(SearchLesson.self)
