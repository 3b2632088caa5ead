// What a hall screen listens to: a line for each change of the stage, and a sign of life in between.
import { asHall } from '../../access.server.ts'
import { watchStage } from '../../plenary/watching.server.ts'

/** Milliseconds. */
const SIGN_OF_LIFE = 3_000

export const loader = asHall(({ db, stage, request }) => {
  const encoder = new TextEncoder()
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (line: string) => controller.enqueue(encoder.encode(line))
      say('retry: 1000\n\n')
      const unwatch = watchStage(db, stage.meetingId, (revision) => say(`event: revision\ndata: ${revision}\n\n`))
      const alive = setInterval(() => say('event: alive\ndata: \n\n'), SIGN_OF_LIFE)
      end = () => {
        unwatch()
        clearInterval(alive)
      }
      request.signal.addEventListener('abort', end)
    },
    cancel: () => end(),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      // unchanged on the way: a packer would hold lines back until there are more
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
})
