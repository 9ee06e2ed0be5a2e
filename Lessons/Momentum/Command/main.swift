import Classroom
import Lessons

present(MomentumLesson.self)
