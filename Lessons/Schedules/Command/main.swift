import Classroom
import Lessons

present(SchedulesLesson.self)
