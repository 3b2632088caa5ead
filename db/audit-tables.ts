// The tables of the audit trail: its entries, the heads of its chains, and the checkpoints that remember them.
type Json = string
type Time = string

export type AuditTables = {
  /** hash-chained; one chain per response (`response:<id>`), meeting (`meeting:<id>`) and for the installation (`house`) */
  audit: {
    seq: number
    chain: string
    /** place in its chain, from 1 */
    link: number
    at: Time
    actor: string
    action: string
    subject: string
    before_digest: string | null
    after_digest: string | null
    why: string | null
    /** JSON, without answers */
    details: Json
    request_id: string | null
    previous_hash: string
    hash: string
  }
  /** the last link of each chain; `*` is the whole trail, its link the last seq; locked while an entry is added */
  audit_head: { chain: string; link: number; hash: string }
  /** every hour: the heads that moved, chained, so that a shortened chain is found */
  audit_checkpoint: {
    number: number
    at: Time
    /** the last entry it covers */
    seq: number
    /** {chain: [link, hash]} of the chains that moved since the checkpoint before */
    heads: Json
    previous_hash: string
    hash: string
  }
}
