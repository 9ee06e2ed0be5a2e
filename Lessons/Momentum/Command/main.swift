import Classroom
import LessonMomentum

present(MomentumLesson.self)
