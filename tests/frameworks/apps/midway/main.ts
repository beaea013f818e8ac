import { App, Body, Configuration, Controller, Get, Post } from '@midwayjs/core'
import { Bootstrap } from '@midwayjs/bootstrap'
import * as koa from '@midwayjs/koa'
import * as security from '@midwayjs/security'
import { createHandle } from './handle'
import { mountInMidway } from './recipe'

@Controller('/')
class OtherController {
  @Post('/echo')
  echo(@Body() echoed: unknown) {
    return { echoed }
  }

  @Get('/broken')
  broken() {
    throw new Error('It is broken')
  }
}

@Configuration({
  imports: [koa, security],
  importConfigs: [
    {
      default: {
        keys: 'keys',
        koa: { port: Number(process.env.PORT), hostname: '127.0.0.1' },
        // The other routes are tried without a browser. Ours is protected like any other.
        security: { csrf: { ignore: ['/echo'] } }
      }
    }
  ]
})
class MainConfiguration {
  @App('koa')
  app!: koa.Application

  async onReady() {
    if (process.env.SDK_APP_ID !== undefined) mountInMidway(this.app, createHandle())
  }
}

void Bootstrap.configure({ imports: [MainConfiguration], preloadModules: [OtherController] }).run()
