import Classroom
import LessonRegularization

present(RegularizationLesson.self)
