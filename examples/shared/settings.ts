export type Environment = Readonly<Record<string, string | undefined>>

export interface Settings {
  readonly sdkAppId: string
  readonly token: string | undefined
  readonly databaseUrl: string | undefined
  readonly dataDir: string | undefined
  readonly host: string
  readonly port: number
}

/** Every callback would be refused under a wrong SDKAppID, so there is one to try things out, and none in production. */
export const trialSdkAppId = '1400000000'

/** Reads one setting. One that is there but empty is a mistake of whoever set it, and no default is right. */
export const settingOf =
  (environment: Environment) =>
  (name: string): string | undefined => {
    const value = environment[name]
    if (value?.trim() === '') throw new Error(`${name} is empty: give it a value, or do not set it`)
    return value
  }

/** The settings that every example with a database has. */
export const readSettings = (environment: Environment): Settings => {
  const setting = settingOf(environment)

  const sdkAppId = setting('SDK_APP_ID')
  if (sdkAppId === undefined && environment.NODE_ENV === 'production') {
    throw new Error('SDK_APP_ID is needed in production')
  }
  const databaseUrl = setting('DATABASE_URL')
  // The driver would take anything else for the name of a database, and look for it elsewhere.
  if (databaseUrl !== undefined && !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl))) {
    throw new Error('DATABASE_URL must be a URL such as postgres://user:password@host/database')
  }
  const port = setting('PORT') ?? '3000'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error('PORT must be a number from 0 to 65535')

  return {
    sdkAppId: sdkAppId ?? trialSdkAppId,
    token: setting('TENCENT_IM_TOKEN'),
    databaseUrl,
    dataDir: setting('DATA_DIR'),
    host: setting('HOST') ?? '127.0.0.1',
    port: Number(port)
  }
}
