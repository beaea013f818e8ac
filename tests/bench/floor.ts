import type { TextRequest } from './requests'

/** What every receiver has to do before it can check anything: read the five documented parameters, and the JSON. */
export const floor = ({ url, body }: TextRequest) => {
  const parameters = new URLSearchParams(url.slice(url.indexOf('?')))
  return {
    SdkAppid: parameters.get('SdkAppid'),
    CallbackCommand: parameters.get('CallbackCommand'),
    contenttype: parameters.get('contenttype'),
    ClientIP: parameters.get('ClientIP'),
    OptPlatform: parameters.get('OptPlatform'),
    packet: JSON.parse(body) as unknown
  }
}
