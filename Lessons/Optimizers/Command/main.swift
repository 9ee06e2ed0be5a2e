import Classroom
import Lessons

present(OptimizersLesson.self)
