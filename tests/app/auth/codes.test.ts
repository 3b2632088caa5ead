import { expect, test } from 'vitest'
import { digestMailCode, digestRecoveryCode, makeMailCode, makeRecoveryCodes, readCode } from '#app/auth/codes.ts'
import { readTotp, totpAt, totpUri } from '#app/auth/totp.ts'
import { networkOf } from '#app/auth/tries.ts'

test('a code is the same however it is typed', () => {
  for (const typed of ['K7QM-2ZTD', 'k7qm2ztd', ' K7QM 2ZTD ', 'K7QM‑2ZTD', 'K٧QM-٢ZTD'])
    expect(readCode(typed)).toBe('K7QM2ZTD')
  expect(readCode('O1IL-0000')).toBe('01110000')
})

test('codes are drawn from letters that nobody mistakes, and none twice', () => {
  const codes = Array.from({ length: 200 }, makeMailCode)
  expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBe(200)
  const recovery = makeRecoveryCodes()
  expect(new Set(recovery).size).toBe(10)
  // 26 letters of five bits each are 130 bits.
  expect(recovery.every((code) => readCode(code).length === 26)).toBe(true)
})

test('the digest of a mailed code needs the secret, and says what the code is for', () => {
  const digest = digestMailCode('a'.repeat(32), 'invitation', 'K7QM-2ZTD')
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(digestMailCode('a'.repeat(32), 'invitation', 'k7qm 2ztd')).toBe(digest)
  expect(digestMailCode('a'.repeat(32), 'password', 'K7QM-2ZTD')).not.toBe(digest)
  expect(digestMailCode('b'.repeat(32), 'invitation', 'K7QM-2ZTD')).not.toBe(digest)
  expect(digestRecoveryCode('abcde-fghjk')).toBe(digestRecoveryCode('ABCDEFGHJK'))
})

test('codes of an app are those of RFC 6238', () => {
  // Appendix B, SHA-1, the last six of eight digits.
  const secret = '12345678901234567890'
  expect(
    [59, 1_111_111_109, 1_234_567_890, 20_000_000_000].map((time) => totpAt(secret, Math.floor(time / 30))),
  ).toEqual(['287082', '081804', '005924', '353130'])
  expect(totpUri(secret, 'amal@justice.example')).toEqual({
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    uri: 'otpauth://totp/Tour%20de%20Table:amal%40justice.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tour%20de%20Table&digits=6&period=30',
  })
})

test('six digits are read in every script and spacing; anything else is no code of an app', () => {
  expect(['123456', '123 456', '١٢٣٤٥٦', ' 123-456 '].map(readTotp)).toEqual(['123456', '123456', '123456', '123456'])
  expect(['12345', '1234567', 'abcdef', ''].map(readTotp)).toEqual([null, null, null, null])
})

test('a network is what one building shares', () => {
  expect(networkOf('192.0.2.7')).toBe(networkOf('192.0.2.250'))
  expect(networkOf('192.0.2.7')).not.toBe(networkOf('192.0.3.7'))
  expect(networkOf('2001:db8:1:2ff::1')).toBe(networkOf('2001:db8:1:200:a:b:c:d'))
  expect(networkOf('2001:db8:1:2ff::1')).not.toBe(networkOf('2001:db8:1:300::1'))
  expect(networkOf('::1')).toBe(networkOf('::2'))
  expect(networkOf('')).toBe('unknown')
})
