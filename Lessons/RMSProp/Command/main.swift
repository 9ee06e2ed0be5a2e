import Classroom
import LessonRMSProp

present(RMSPropLesson.self)
