// The language switch: remembers the choice and goes back to the page it was made on.
import { redirect } from '@remix-run/node'
import { badRequest, notFound, open } from '../../access.server.ts'
import { isLanguage, languageCookie } from '../../languages.ts'
import { safeReturnTo } from '../../return-to.ts'

export const loader = open(() => {
  throw notFound()
})

export const action = open(({ form, house: { config } }) => {
  const language = form.get('language')
  if (!isLanguage(language)) throw badRequest()
  const headers = { 'Set-Cookie': languageCookie(language, config) }
  return redirect(safeReturnTo(form.get('returnTo'), config.origin), { status: 303, headers })
})
