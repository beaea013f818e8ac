import type { Application } from 'egg'

export default ({ router }: Application) => {
  router.post('/echo', (context) => {
    context.body = { echoed: context.request.body }
  })
  router.get('/broken', () => {
    throw new Error('It is broken')
  })
}
