import Classroom
import Lessons

present(BatchnormLesson.self)
