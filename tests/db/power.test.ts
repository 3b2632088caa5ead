// An acknowledged answer survives kill -9: a writer is killed in the middle of its work, again and again.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { verifyAnswers } from '#db/answers-proof.ts'
import { verifyAudit } from '#db/audit-proof.ts'
import { cellsOf, historyOf } from '#db/cells.ts'
import { openDatabase } from '#db/connection.ts'
import { engine, test } from '../support/database.ts'
import { aRound, responseOf } from '../support/world.ts'

const CYCLES = 5

/** Saves one number after the other and says each once the database has said yes. */
const WRITER = `
  import { openDatabase } from '#db/connection.ts'
  import { cellsOf } from '#db/cells.ts'
  import { saveCells } from '#db/responses.ts'
  const [url, responseId, actor] = process.argv.slice(1)
  const { db } = await openDatabase(url)
  const cell = { field: 'staff', absence: null, comment: null, typed: null, language: null }
  let base = (await cellsOf(db, responseId)).get('staff')?.revision ?? 0
  for (;;) {
    const at = new Date().toISOString()
    const cells = [{ ...cell, value: base + 1, base }]
    await saveCells(db, { responseId, country: 'XA', role: 'head', cells, today: '2027-01-11', actor, at })
    base += 1
    console.log(base)
  }`

async function writeUntilKilled(url: string, responseId: string, actor: string): Promise<number> {
  const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, url, responseId, actor])
  let acknowledged = 0
  const lines = createInterface({ input: writer.stdout })
  lines.on('line', (line) => {
    acknowledged = Number(line)
  })
  const begun = new Promise((resolve) => lines.once('line', resolve))
  const ended = new Promise((resolve) => writer.once('close', resolve))
  await Promise.race([begun, ended])
  await pause(20 + Math.random() * 60)
  writer.kill('SIGKILL')
  await ended
  return acknowledged
}

test('what was acknowledged before kill -9 is there, whole, with its history and its trail', async ({ url }) => {
  const { db, close } = await openDatabase(url)
  const { amal } = await aRound(db)
  const { id } = await responseOf(db, 'XA')
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    const acknowledged = await writeUntilKilled(url, id, amal)
    expect(acknowledged).toBeGreaterThan(0)
    const kept = (await cellsOf(db, id)).get('staff')
    // At most one save was committed and not said any more.
    expect(kept?.revision).toBeGreaterThanOrEqual(acknowledged)
    expect(kept?.revision).toBeLessThanOrEqual(acknowledged + 1)
    expect(await historyOf(db, id, 'staff')).toHaveLength(kept?.revision ?? 0)
    expect((await verifyAudit(db)).filter(({ fault }) => fault)).toEqual([])
    expect(await verifyAnswers(db)).toEqual([])
  }
  if (engine === 'sqlite') {
    expect((await sql`pragma integrity_check`.execute(db)).rows).toEqual([{ integrity_check: 'ok' }])
    expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([])
  }
  await close()
}, 60_000)
