import Classroom
import Lessons

present(EwaLesson.self)
