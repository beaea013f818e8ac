import type { Application } from 'egg'
import { createHandle } from './handle'
import { mountInEgg } from './recipe'

export default class Boot {
  constructor(private readonly app: Application) {}

  configDidLoad() {
    if (process.env.SDK_APP_ID !== undefined) mountInEgg(this.app, createHandle())
  }
}
