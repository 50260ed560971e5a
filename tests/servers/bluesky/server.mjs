// A PLC directory, a PDS and an AppView in one process, from @atproto/dev-env, whose folder is the argument.
// "READY {...}" on stdout says where they are. GET /settled on the control port answers when the AppView has
// seen all that the PDS has.
import http from 'node:http'
import { pathToFileURL } from 'node:url'

const { TestNetwork } = await import(pathToFileURL(process.argv[2]).href)
const network = await TestNetwork.create({ dbPostgresSchema: 'tests' })

const control = http.createServer(async (request, response) => {
  try {
    if (request.url === '/settled') {
      await network.processFullSubscription(20000)
      await network.bsky.sub.processAll()
      await network.bsky.bsyncSub.processAll(await network.bsync.getStreamHeads(), 20000)
    } else {
      response.statusCode = 404
    }
    response.end('{}')
  } catch (error) {
    response.statusCode = 500
    response.end(JSON.stringify({ error: String(error) }))
  }
})
control.listen(0, '127.0.0.1', () => {
  const where = { pds: network.pds.url, appview: network.bsky.url, control: control.address().port }
  console.log(`READY ${JSON.stringify(where)}`)
})

process.on('SIGTERM', () => process.exit(0))
