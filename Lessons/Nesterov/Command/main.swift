import Classroom
import LessonNesterov

present(NesterovLesson.self)
