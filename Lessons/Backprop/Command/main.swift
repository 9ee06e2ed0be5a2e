import Classroom
import Lessons

present(BackpropLesson.self)
