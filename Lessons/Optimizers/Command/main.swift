import Classroom
import LessonOptimizers

present(OptimizersLesson.self)
