export const help = `Plays Tencent against your endpoint for the callbacks of Tencent Cloud Chat (IM).

Usage: tencent-im-callbacks <command> [options]

Commands:
  send URL        send one callback as Tencent does, and judge the answer
  check URL       send all kinds of requests, genuine and hostile, and judge every answer
  listen [PORT]   receive what Tencent sends, answer it, and show it
  decode [FILE]   find the request in what a log or a person kept, and show the callback in it
  explain [NAME]  tell what a callback command is about, and how to answer it

tencent-im-callbacks <command> --help tells more, and --version prints the version.
It calls the URLs that you type, and no others. Exit code: 0 if all is well, 1 if something failed,
2 for wrong usage, 3 if decode cannot tell.
`

const packetOptions = `  --command C        the command, such as C2CBeforeSendMsg; Sns.CallbackBlackListAdd by default
  --packet FILE      the packet as JSON, of any command; - is the standard input
`

const requestOptions = `  --sdk-app-id N     your SDKAppID (required)
  --token T          sign the requests, as Tencent does with callback authentication switched on
  --token-file FILE  the same, with the token in a file; - is the standard input
  --json             print JSON, for scripts
  --help             print this

Other users of this machine can see --token. They cannot see --token-file, or the variable
TENCENT_IM_TOKEN, which is read where neither option is given.
`

export const sendHelp = `Sends one callback as Tencent does, and judges the answer: HTTP 200, and JSON with ActionStatus,
ErrorCode and ErrorInfo, within 2 seconds.

Usage: tencent-im-callbacks send URL --sdk-app-id N [options]

${packetOptions}  --pair FROM:TO     who blocks whom; may be repeated. The first colon separates: for ids that
                     hold one, use --packet
  --text WORDS       the message, of a command that has one
  --client-ip IP     127.0.0.1 by default
  --opt-platform P   iOS by default
  --request-id R     none by default
  --count N          how many times to send it; 1 by default
  --concurrency N    how many at a time; 1 by default
${requestOptions}
Without --pair, --text and --packet it sends the example of Tencent's page. A query in the URL is
sent, too, and its values are not printed.
`

export const checkHelp = `Sends all kinds of requests, and judges every answer: those that Tencent documents or may send one
day have to be accepted, and hostile ones must not be. Where you decide, it reports.

It sends real callbacks, and your endpoint will act on them. Do not point it at production.

Usage: tencent-im-callbacks check URL --sdk-app-id N [options]

${packetOptions}${requestOptions}
With a token it also sends requests whose signature is missing, wrong or too old. Without --packet
it sends the example of Tencent's page. A query in the URL is sent, too, and is not printed.
`

export const decodeHelp = `Finds a request in what you paste, and shows the callback in it, or what is wrong with it. The
signature is not checked.

Usage: tencent-im-callbacks decode [FILE] [options]

  FILE               a line of an access log, a line of JSON, a curl command, a raw HTTP request, or
                     the URL with the body below; without FILE, or with -, it is the standard input
  --sdk-app-id N     your SDKAppID; by default that of the URL, whatever it is
  --json             print JSON, for scripts
  --help             print this

It names the fields that this library does not know: Tencent may have added them. It also shows the
packet of a command that it does not know, but cannot check it. Then, and where the log does not
hold the body, the exit code is 3.
`

export const listenHelp = `Receives what Tencent sends, answers it, and shows what it is: here, and on a page for your browser.

Usage: tencent-im-callbacks listen [PORT] --sdk-app-id N [options]

  PORT               where requests are received, at any path; 3939 by default, and 0 is a free one
  --sdk-app-id N     your SDKAppID (required, unless there is --load); may be repeated
  --token T          check the signatures, and sign what is sent again
  --token-file FILE  the same, with the token in a file; - is the standard input
  --forward-to URL   send each request on to your app, and its answer back
  --answer A         what to answer where no app does, or none in time: allow (the default), refuse
                     (what waits for a decision), or fail
  --save FILE        add each request to a file, as a line of JSON
  --load FILE        show what such a file holds; without --sdk-app-id, receive nothing
  --ui-port P        where the page is; 4040 by default, or a free one
  --host H           the address to receive at; 127.0.0.1 by default. At another one, other machines
                     can send requests, too. The page stays on this machine
  --json             print a line of JSON for each request, and all else to the standard error
  --help             print this

Other users of this machine can see --token. They cannot see --token-file, or the variable
TENCENT_IM_TOKEN, which is read where neither option is given. Neither the token nor a signature is
ever shown or saved.

With --forward-to, your app gets the parameters of the URL and those of Tencent, and has 1.8 of
Tencent's 2 seconds. Kept are the last 1,000 requests, or 64 MiB of them, and 1 MiB of a body. A body
of more than 16 MiB is refused.
`

export const explainHelp = `Tells what a callback command is about: when it comes, its fields, an example, how to answer it, and
where Tencent's pages are. Without a name it lists all commands.

Usage: tencent-im-callbacks explain [NAME] [options]

  NAME               the command as Tencent or this library calls it, in any letter case, or its
                     Chinese name, or a part of one that no other command has
  --lang L           en or zh; by default the language of this terminal
  --json             print JSON, for scripts
  --help             print this
`
