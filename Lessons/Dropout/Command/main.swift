import Classroom
import Lessons

present(DropoutLesson.self)
