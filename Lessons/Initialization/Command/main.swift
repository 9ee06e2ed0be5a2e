import Classroom
import LessonInitialization

present(InitializationLesson.self)
