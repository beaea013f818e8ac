import 'reflect-metadata'
import { All, Catch, Controller, HttpCode, Module, Req, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { BlocklistAdd, BlocklistDelete, describeError, failResponse, okResponse } from 'tencent-im-callbacks'
import { parseCallback, responseTo } from 'tencent-im-callbacks'
import type { CallbackConfig, CallbackOf, CallbackRequest } from 'tencent-im-callbacks'

type Work = (callback: CallbackOf<typeof BlocklistAdd | typeof BlocklistDelete>) => unknown

/** `work` is what your app does with a callback. It has two seconds, and the answer is OK only if it succeeds. */
export const createNestApp = async (config: CallbackConfig, work: Work, log = console.error) => {
  const parse = parseCallback(BlocklistAdd, BlocklistDelete)(config)

  @Controller()
  class CallbackController {
    @All('{*path}')
    @HttpCode(200) // A @Post would answer 201.
    async answer(@Req() request: CallbackRequest) {
      const result = parse(request)
      if (result._tag === 'Right') await work(result.right)
      // Another callback that is switched on: FAIL could stop its event.
      else if (result.left._tag === 'UnexpectedCommand') return okResponse()
      else log(describeError(result.left))
      return responseTo(result)
    }
  }

  @Catch()
  class AnswerFail implements ExceptionFilter {
    catch(problem: unknown, host: ArgumentsHost) {
      log(problem)
      app.getHttpAdapter().reply(host.switchToHttp().getResponse(), failResponse('The callback was not handled'), 200)
    }
  }

  @Module({ controllers: [CallbackController] })
  class CallbackModule {}

  const app = await NestFactory.create<NestExpressApplication>(CallbackModule)
  // Bytes, whatever the Content-Type.
  app.useBodyParser('raw', { type: () => true, limit: '1mb' })
  app.useGlobalFilters(new AnswerFail())
  return app
}
