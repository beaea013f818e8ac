// oxlint-disable-next-line typescript/no-require-imports -- Stryker loads an environment with require
const { TestEnvironment } = require('jest-environment-node')

/** One failed test is enough to kill a mutant. Jest's own `bail` does not work where Stryker runs it. */
module.exports = class extends TestEnvironment {
  hasFailed = false

  /** @param {import('@jest/types').Circus.Event} event */
  handleTestEvent(event) {
    if (event.name === 'test_fn_failure') this.hasFailed = true
    if (event.name === 'test_start' && this.hasFailed) event.test.mode = 'skip'
  }
}
