// Passkeys: asks the device, where there is a script and a device that can. Without either, the buttons stay hidden.
import { askDevice, makeOnDevice } from './passkey/device.ts'
import { sendJson } from './passkey/sending.ts'

const canPasskeys = 'PublicKeyCredential' in window && 'credentials' in navigator

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-passkey-sign-in]')) {
  if (!canPasskeys) break
  button.hidden = false
  button.addEventListener('click', () => during(button, () => signIn(button)))
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey-add]')) {
  if (!canPasskeys) break
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = form.querySelector('button')
    if (button) during(button, () => add(form))
  })
}

for (const notice of document.querySelectorAll<HTMLElement>('[data-passkey-unsupported]')) notice.hidden = canPasskeys

async function signIn(button: HTMLButtonElement): Promise<string | null> {
  const asked = await sendJson('/sign-in/passkey', {})
  if (!asked.options) return asked.state === 'limited' ? (button.dataset.limited ?? '') : (button.dataset.failed ?? '')
  const response = await askDevice(asked.options)
  // The person closed the device's window: nothing went wrong.
  if (!response) return null
  const answer = await sendJson('/sign-in/passkey', { response })
  if (answer.state !== 'open') return button.dataset.failed ?? ''
  if (button.dataset.resumes !== undefined) button.form?.submit()
  else location.assign(button.dataset.passkeySignIn ?? '/')
  return null
}

async function add(form: HTMLFormElement): Promise<string | null> {
  const fields = Object.fromEntries(new FormData(form))
  const address = form.action
  const asked = await sendJson(address, { password: fields.password })
  if (!asked.options) return form.dataset[asked.state ?? 'failed'] ?? form.dataset.failed ?? ''
  const response = await makeOnDevice(asked.options)
  if (!response) return null
  const answer = await sendJson(address, { response, name: fields.name, returnTo: fields.returnTo })
  if (!answer.to) return form.dataset.failed ?? ''
  location.assign(answer.to)
  return null
}

/** One at a time; what went wrong is said beside the button. */
async function during(button: HTMLButtonElement, work: () => Promise<string | null>): Promise<void> {
  const status = button.closest('form, body')?.querySelector('[data-passkey-status]')
  if (status) status.textContent = ''
  button.disabled = true
  const said = await work().catch(() => button.dataset.failed ?? button.form?.dataset.failed ?? '')
  button.disabled = false
  if (status && said) status.textContent = said
}
