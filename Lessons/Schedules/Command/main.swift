import Classroom
import LessonSchedules

present(SchedulesLesson.self)
