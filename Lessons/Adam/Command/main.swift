import Classroom
import LessonAdam

present(AdamLesson.self)
