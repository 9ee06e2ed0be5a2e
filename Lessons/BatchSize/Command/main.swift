import Classroom
import LessonBatchSize

present(BatchSizeLesson.self)
