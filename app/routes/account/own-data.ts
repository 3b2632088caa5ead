// Personal data as a file that people can read, and machines too.
export function asJsonFile(known: object): Response {
  return new Response(`${JSON.stringify(known, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="personal-data.json"',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
