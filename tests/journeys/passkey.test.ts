// Passkeys on an authenticator that Chromium plays: added, shown at the door and before what is delicate, removed.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anHolder, type Holder, withDatabase } from '../support/account-holders.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { PASSWORD } from '../support/signing.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A page of a profile of its own, with a device that verifies its person without asking. */
async function aDesk(isVerifying = true): Promise<Page> {
  const context = await openProfile(browser, { origin: server.origin, language: 'en' })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: isVerifying, automaticPresenceSimulation: true },
  })
  return page
}

async function enterWithPassphrase(page: Page, { email }: Holder): Promise<void> {
  await page.goto('/sign-in?returnTo=/account')
  await page.getByLabel('Official e-mail address').fill(email)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/account')
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto('/account/passkeys')
  await page.getByLabel('Name of the passkey').fill(name)
  await page.getByLabel('Your passphrase').fill(PASSWORD)
  await page.getByRole('button', { name: 'Add the passkey' }).click()
}

const forgetSession = (context: BrowserContext) => context.clearCookies({ name: /session_token/ })

test('a passkey is added, brings recovery codes, opens the door alone, and is removed', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const page = await aDesk()
  await enterWithPassphrase(page, amal)
  await addPasskey(page, 'Telephone')
  await page.waitForURL('**/account/recovery-codes?**')
  expect(await page.getByRole('list', { name: 'Ten recovery codes' }).getByRole('listitem').count()).toBe(10)
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await page.waitForURL('**/account/passkeys?done=passkey_added')

  await forgetSession(page.context())
  await page.goto('/sign-in?returnTo=/account/sessions')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await page.waitForURL('**/account/sessions')
  expect(await page.getByRole('row', { name: /This session/ }).textContent()).toContain('Passkey')

  await page.goto('/account/passkeys')
  await page.getByRole('link', { name: 'Remove Telephone' }).click()
  await page.getByLabel('Your passphrase').fill(PASSWORD)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.waitForURL('**/account/passkeys?done=passkey_removed')
  expect(await page.getByText('You have no passkey yet.').isVisible()).toBe(true)
})

test('a manager with a passphrase alone shows the passkey, and goes on to where they wanted to go', async () => {
  const romane = await anHolder(server, 'Romane Amsel', 'manager')
  const page = await aDesk()
  await enterWithPassphrase(page, romane)
  await addPasskey(page, 'Key ring')
  await page.waitForURL('**/account/recovery-codes?**')
  await forgetSession(page.context())
  await enterWithPassphrase(page, romane)
  await page.goto('/team/people')
  await page.waitForURL('**/account/second-factor?**')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await page.waitForURL('**/team/people')
})

test('a wrong passphrase is said beside the button, and nothing is asked of the device', async () => {
  const page = await aDesk()
  const amal = await anHolder(server, 'Amal Haddad')
  await enterWithPassphrase(page, amal)
  await page.goto('/account/passkeys')
  await page.getByLabel('Your passphrase').fill('not this one')
  await page.getByRole('button', { name: 'Add the passkey' }).click()
  await page.getByText('This is not your passphrase.').waitFor()
  const kept = await withDatabase(server, (db) =>
    db.selectFrom('passkey').selectAll().where('account_id', '=', amal.id).execute(),
  )
  expect(kept).toEqual([])
})

test('a device that does not verify its person makes no passkey', async () => {
  const page = await aDesk(false)
  const amal = await anHolder(server, 'Amal Haddad')
  await enterWithPassphrase(page, amal)
  await addPasskey(page, 'Borrowed')
  await page.waitForTimeout(2000)
  expect(new URL(page.url()).pathname).toBe('/account/passkeys')
  const kept = await withDatabase(server, (db) =>
    db.selectFrom('passkey').selectAll().where('account_id', '=', amal.id).execute(),
  )
  expect(kept).toEqual([])
})

test('without JavaScript the page says what else there is', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const context = await openProfile(browser, { origin: server.origin, language: 'en', javaScript: false })
  const page = await context.newPage()
  await enterWithPassphrase(page, amal)
  await page.goto('/account/passkeys')
  // Only a parser without scripts makes an element of it.
  expect(await page.locator('noscript p', { hasText: 'Passkeys need JavaScript' }).count()).toBe(1)
  expect(await page.getByRole('button', { name: 'Add the passkey' }).isVisible()).toBe(false)
})
