import Classroom
import LessonStructures

present(StructuresLesson.self)
