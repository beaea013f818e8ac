export const help = `Plays Tencent against your endpoint for the callbacks of Tencent Cloud Chat (IM).

Usage: tencent-im-callbacks <command> [options]

Commands:
  send URL       send one callback as Tencent does, and judge the answer
  check URL      send all kinds of requests, genuine and hostile, and judge every answer
  decode [FILE]  read a request that was logged, and show the callback in it

tencent-im-callbacks <command> --help tells more.
It calls the URL that you type, and no other. Exit code: 0 if all is well, 1 if something failed,
2 for wrong usage.
`

const requestOptions = `  --sdk-app-id N     your SDKAppID (required)
  --token T          sign the requests, as Tencent does with callback authentication switched on
  --json             print JSON, for scripts
  --help             print this
`

export const sendHelp = `Sends one callback as Tencent does, and judges the answer: HTTP 200, and JSON with ActionStatus,
ErrorCode and ErrorInfo, within 2 seconds.

Usage: tencent-im-callbacks send URL --sdk-app-id N [options]

  --command C        the callback's command; Sns.CallbackBlackListAdd by default
  --pair FROM:TO     who blocks whom; may be repeated. The first colon separates: for ids that
                     hold one, use --packet
  --packet FILE      the packet as JSON, of any command; - is the standard input
  --client-ip IP     127.0.0.1 by default
  --opt-platform P   iOS by default
  --request-id R     none by default
  --count N          how many times to send it; 1 by default
  --concurrency N    how many at a time; 1 by default
${requestOptions}
Without --pair and --packet it sends the example of Tencent's page. A query in the URL is kept.
`

export const checkHelp = `Sends all kinds of requests, and judges every answer: those that Tencent documents or may send one
day have to be answered OK, and hostile ones must not be. Where you decide, it reports.

Your endpoint does its work for every request that is answered OK: check one that may.

Usage: tencent-im-callbacks check URL --sdk-app-id N [options]

  --command C        a command that your endpoint handles; Sns.CallbackBlackListAdd by default
${requestOptions}
With --token also those requests are sent that are not signed, or not well, or too long ago.
A query in the URL is kept.
`

export const decodeHelp = `Reads a request that was logged, and shows the callback in it, or what is wrong with it. The
signature is not checked.

Usage: tencent-im-callbacks decode [FILE] --sdk-app-id N [options]

  FILE               its first line is the URL or the request line, and the body follows; without
                     FILE, or with -, it is the standard input
  --sdk-app-id N     your SDKAppID (required)
  --json             print JSON, for scripts
  --help             print this
`
