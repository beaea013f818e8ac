import 'reflect-metadata'
import { Body, Controller, Get, Module, Post } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { createHandle } from './handle'
import { mountInNest } from './recipe'

@Controller()
class OtherController {
  @Post('echo')
  echo(@Body() echoed: unknown) {
    return { echoed }
  }

  @Get('broken')
  broken() {
    throw new Error('It is broken')
  }
}

@Module({ controllers: [OtherController] })
class AppModule {}

const app = await NestFactory.create(AppModule)
if (process.env.SDK_APP_ID !== undefined) mountInNest(app, createHandle())
await app.listen(Number(process.env.PORT), '127.0.0.1')
