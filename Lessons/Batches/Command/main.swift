import Classroom
import LessonBatches

present(BatchesLesson.self)
