import Classroom
import Lessons

present(RMSPropLesson.self)
