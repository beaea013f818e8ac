import { createHandle } from '../handle'
import { createEventHandler } from '../recipe'

export default createEventHandler(createHandle())
