import Classroom
import LessonDropout

present(DropoutLesson.self)
