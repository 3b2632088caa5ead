// Signing in, as the rest of the house knows it: better-auth and its tables inside, sentences of ours outside.
import { acceptInvitation } from './auth/accepting.ts'
import { currentAccount } from './auth/current-account.ts'
import { beginTotp, mayChangeFactors, pendingTotp, proveTotp, removeTotp, renewRecoveryCodes } from './auth/factors.ts'
import { askNewPassword, chooseNewPassword } from './auth/lost-passwords.ts'
import { openDemonstration, signOut } from './auth/opening.ts'
import { type AuthParts, type Parts, withEngine } from './auth/parts.ts'
import { addPasskey, askPasskey, beginPasskey, deletePasskey, signInWithPasskey } from './auth/passkeys.ts'
import { changeOwnPassword } from './auth/passwords.ts'
import { isWaiting, passSecondStep, showRecoveryCode } from './auth/second-step.ts'
import { signIn } from './auth/signing-in.ts'

export type Auth = ReturnType<typeof createAuth>

/** Everything that signing in needs: the database, the configuration (secret, origin), the clock. */
export function createAuth(given: Parts) {
  const parts = withEngine(given)
  const here = <A extends unknown[], R>(work: (parts: AuthParts, ...rest: A) => R) => {
    return (...rest: A): R => work(parts, ...rest)
  }
  return {
    /** @returns null for a stranger, an ended session, and a disabled account */
    currentAccount: (request: Pick<Request, 'headers'>, isByPerson?: boolean) =>
      currentAccount(parts, request.headers, isByPerson),
    signIn: here(signIn),
    isWaiting: here(isWaiting),
    passSecondStep: here(passSecondStep),
    showRecoveryCode: here(showRecoveryCode),
    signOut: here(signOut),
    openDemonstration: here(openDemonstration),
    askPasskey: here(askPasskey),
    signInWithPasskey: here(signInWithPasskey),
    acceptInvitation: here(acceptInvitation),
    askNewPassword: here(askNewPassword),
    chooseNewPassword: here(chooseNewPassword),
    changeOwnPassword: here(changeOwnPassword),
    mayChangeFactors: here(mayChangeFactors),
    beginTotp: here(beginTotp),
    pendingTotp: here(pendingTotp),
    proveTotp: here(proveTotp),
    removeTotp: here(removeTotp),
    renewRecoveryCodes: here(renewRecoveryCodes),
    beginPasskey: here(beginPasskey),
    addPasskey: here(addPasskey),
    deletePasskey: here(deletePasskey),
  }
}
