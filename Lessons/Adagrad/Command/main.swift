import Classroom
import Lessons

present(AdaGradLesson.self)
