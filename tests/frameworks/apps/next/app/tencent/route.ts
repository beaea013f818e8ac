import { createHandle } from '../../handle'
import { createRoute } from '../../recipe'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute(createHandle)
