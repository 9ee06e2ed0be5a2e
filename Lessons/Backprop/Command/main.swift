import Classroom
import LessonBackprop

present(BackpropLesson.self)
