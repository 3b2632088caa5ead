// The words of WebAuthn: what the server says as text, the browser wants as bytes, and the other way round.

type Options = Record<string, unknown>
type Described = {
  readonly id: string
  readonly type: PublicKeyCredentialType
  readonly transports?: AuthenticatorTransport[]
}

/** As the server writes them: bytes are text. */
type Asking = Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> & {
  readonly challenge: string
  readonly allowCredentials?: Described[]
}
type Making = Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & {
  readonly challenge: string
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly excludeCredentials?: Described[]
}

/** Shows a passkey. @returns what to send to the server; null when the person would not */
export async function askDevice(options: Options): Promise<object | null> {
  const { challenge, allowCredentials, ...rest } = options as unknown as Asking
  const publicKey = { ...rest, challenge: bytesOf(challenge), allowCredentials: described(allowCredentials) }
  return unlessRefused(async () => {
    const shown = await navigator.credentials.get({ publicKey })
    return shown instanceof PublicKeyCredential ? spoken(shown) : null
  })
}

/** Makes a passkey. @returns what to send to the server; null when the person would not */
export async function makeOnDevice(options: Options): Promise<object | null> {
  const { challenge, user, excludeCredentials, ...rest } = options as unknown as Making
  const asked = {
    ...rest,
    challenge: bytesOf(challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: described(excludeCredentials),
  }
  return unlessRefused(async () => {
    const made = await navigator.credentials.create({ publicKey: asked })
    return made instanceof PublicKeyCredential ? spoken(made) : null
  })
}

async function unlessRefused<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name)) return null
    throw error
  }
}

const described = (list: Described[] | undefined) => list?.map((one) => ({ ...one, id: bytesOf(one.id) }))

function spoken(credential: PublicKeyCredential): object {
  const { response } = credential
  const said: Record<string, unknown> = { clientDataJSON: textOf(response.clientDataJSON) }
  if (response instanceof AuthenticatorAttestationResponse) {
    said.attestationObject = textOf(response.attestationObject)
    said.transports = response.getTransports()
  }
  if (response instanceof AuthenticatorAssertionResponse) {
    said.authenticatorData = textOf(response.authenticatorData)
    said.signature = textOf(response.signature)
    if (response.userHandle) said.userHandle = textOf(response.userHandle)
  }
  const { id, type, authenticatorAttachment } = credential
  const extensions = { clientExtensionResults: credential.getClientExtensionResults() }
  return { id, rawId: textOf(credential.rawId), type, authenticatorAttachment, response: said, ...extensions }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

function textOf(bytes: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
