import Classroom
import Lessons

present(BatchesLesson.self)
