import { App, Configuration, Controller, Get, Inject, Post } from '@midwayjs/core'
import { Bootstrap } from '@midwayjs/bootstrap'
import * as koa from '@midwayjs/koa'
import { createHandle } from './handle'
import { mountInMidway } from './recipe'

@Controller('/')
class OtherController {
  @Inject()
  ctx!: koa.Context

  @Post('/echo')
  echo() {
    return { echoed: this.ctx.request.body }
  }

  @Get('/broken')
  broken() {
    throw new Error('It is broken')
  }
}

@Configuration({
  imports: [koa],
  importConfigs: [
    {
      default: {
        keys: 'keys',
        koa: { port: Number(process.env.PORT), hostname: '127.0.0.1' }
      }
    }
  ]
})
class MainConfiguration {
  @App('koa')
  app!: koa.Application

  async onReady() {
    // Protection against CSRF, as apps have it.
    this.app.useMiddleware(async (context: koa.Context, next: koa.NextFunction) => {
      if (context.method !== 'POST' || context.path === '/echo') return next()
      context.status = 403
      return { problem: 'no token' }
    })
    if (process.env.SDK_APP_ID !== undefined) mountInMidway(this.app, createHandle())
  }
}

void Bootstrap.configure({ imports: [MainConfiguration], preloadModules: [OtherController] }).run()
