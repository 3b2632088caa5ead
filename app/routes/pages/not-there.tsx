// Every address that leads nowhere: the same page as for what is not yours.
import { notFound, open } from '../../access.server.ts'

export const loader = open(() => {
  throw notFound()
})

export const action = open(() => {
  throw notFound()
})

export default function NotThere() {
  return null
}
