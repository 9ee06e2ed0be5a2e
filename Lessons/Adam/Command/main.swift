import Classroom
import Lessons

present(AdamLesson.self)
