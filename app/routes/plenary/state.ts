// The revision of a stage, for screens that cannot listen to the stream.
import { asHall } from '../../access.server.ts'

export const loader = asHall(({ stage }) =>
  Response.json({ revision: stage.revision }, { headers: { 'cache-control': 'no-store' } }),
)
