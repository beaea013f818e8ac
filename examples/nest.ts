import type { INestApplication } from '@nestjs/common'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

/**
 * Nest on Express. Call it in `main.ts` before `app.listen`: there it comes before Nest's own body parser, which refuses
 * bodies beyond 100 KiB. Settings and providers are within reach:
 *
 *     const app = await NestFactory.create(AppModule)
 *     const [config, blocklist] = [app.get(ConfigService), app.get(BlocklistService)]
 *     const authenticate = tokenAuthentication({ token: config.getOrThrow<string>('TENCENT_IM_TOKEN') })
 *     const handle = handleCallbacks(
 *       { sdkAppId: config.getOrThrow<string>('SDK_APP_ID'), authenticate },
 *       on(BlocklistAdd, async ({ packet }) => {
 *         await blocklist.add(packet.PairList)
 *       })
 *     )
 *     mountInNest(app, handle)
 *     await app.listen(3000)
 */
export const mountInNest = (app: INestApplication, handle: CallbackHandler) => {
  app.use('/tencent', nodeListener(handle))
}
