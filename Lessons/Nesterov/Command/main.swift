import Classroom
import Lessons

present(NesterovLesson.self)
