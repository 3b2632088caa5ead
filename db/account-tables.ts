// The tables that better-auth keeps, in the words of the house (its `user` is an account, its `account` a credential).
export type AccountTables = Record<never, never>
