// Requests that no browser sends: each with the answers it may get. Nothing among them is a fault of ours.

export type Malformed = { readonly name: string; readonly bytes: string; readonly status: readonly number[] }

const FORM = 'Content-Type: application/x-www-form-urlencoded'

/** @param host as our own browser would name it */
export function malformedRequests(host: string): Malformed[] {
  const origin = `http://${host}`
  const own = `Host: ${host}\r\nOrigin: ${origin}\r\nConnection: close`
  const get = (target: string, headers = '') =>
    `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${headers}\r\n`
  const post = (headers: string, body = '', target = '/language') =>
    `POST ${target} HTTP/1.1\r\n${own}\r\n${headers}\r\n\r\n${body}`
  const withHost = (line: string) => `GET /help HTTP/1.1\r\n${line}Connection: close\r\n\r\n`
  const one = (name: string, status: number | readonly number[], bytes: string): Malformed => ({
    name,
    bytes,
    status: typeof status === 'number' ? [status] : status,
  })
  const boundary = (text: string) => `Content-Type: multipart/form-data; boundary=${text}`
  return [
    ...['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'PURGE'].map((method) =>
      one(`method ${method}`, 405, `${method} /help HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    ),
    one('method CONNECT', 405, `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
    one('method of nobody', 400, `BREW /help HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
    one('method in small letters', 400, `get /help HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
    one('host of somebody else', 421, withHost('Host: evil.example\r\n')),
    one('host with a strange port', 421, withHost('Host: localhost:999999\r\n')),
    one('host with a path', 421, withHost(`Host: ${host}/x\r\n`)),
    one('host with a space', 421, withHost(`Host: ${host} evil\r\n`)),
    one('host empty', 421, withHost('Host: \r\n')),
    one('host missing', 421, withHost('')),
    one('host twice', 421, withHost(`Host: ${host}\r\nHost: evil.example\r\n`)),
    one('host missing in HTTP/1.0', 421, 'GET /help HTTP/1.0\r\n\r\n'),
    one('forwarded host with a strange port', 200, get('/help', 'X-Forwarded-Host: evil.example:999999\r\n')),
    one('forwarded scheme', 200, get('/help', 'X-Forwarded-Proto: javascript\r\n')),
    one('rewritten address', 200, get('/help', 'X-Original-URL: /team\r\nX-Rewrite-URL: /team\r\n')),
    one('absolute address', 400, get('http://evil.example/help')),
    one('two slashes', 400, get('//evil.example/help')),
    one('two slashes later', 400, get('/team//x')),
    one('backslash', 400, get('/\\evil.example')),
    one('escaped backslash', 400, get('/%5cevil.example')),
    one('escaped slash', 400, get('/answer%2fx')),
    one('broken escape', 400, get('/%E0%A4%A')),
    one('broken escape in a parameter', 400, get('/answer/%E0%A4%A/x')),
    one('lone per cent', 400, get('/%')),
    one('escaped zero', 400, get('/help%00')),
    one('escaped new line', 400, get('/help%0d%0aX-Evil:1')),
    one('escaped new line in the query', 400, get('/help?x=%0d%0aX-Evil:1')),
    one('overlong UTF-8', 400, get('/%c0%ae%c0%ae/x')),
    one('climbing', 400, get('/../../etc/passwd')),
    one('climbing in disguise', 400, get('/assets/%2e%2e/%2e%2e/package.json')),
    one('letters beyond ASCII', 400, get('/h\xe9lp')),
    one('control character', 400, get('/he\x01lp')),
    one('fragment', 400, get('/help#x')),
    one('address of 20 kB', 431, get(`/${'a'.repeat(20_000)}`)),
    one('headers of 20 kB', 431, get('/help', `X-Long: ${'a'.repeat(20_000)}\r\n`)),
    one('a thousand headers', [200, 431], get('/help', Array.from({ length: 900 }, (_, i) => `X${i}: 1\r\n`).join(''))),
    one('header called __proto__', 200, get('/help', '__proto__: {"a":1}\r\nconstructor: x\r\n')),
    one('cookie of rubbish', 200, get('/help', 'Cookie: =;;a==b; %E0%A4%A=%E0%A4%A; language=xx; language\r\n')),
    ...['house.session_token', '__Host-house.session_token'].flatMap((name) =>
      ['%E0%A4%A', 'x.y', '%00.%0d%0a', `${'a'.repeat(43)}.${'b'.repeat(43)}%3D`, '{"a":1}', '=;='].map((value) =>
        one(`a session ${name} of ${value.slice(0, 12)}`, 303, get('/answer', `Cookie: ${name}=${value}\r\n`)),
      ),
    ),
    one('language of rubbish', 200, get('/help', `Accept-Language: ${'*,;q=,;q=x,zz;q=9'.repeat(40)}\r\n`)),
    one('accept of rubbish', 200, get('/help', 'Accept: ;;;,*\r\nAccept-Encoding: zzz;q=x\r\n')),
    one('range of rubbish', [200, 404, 416], get('/favicon.svg', 'Range: bytes=9999999-1,x\r\n')),
    one('date of rubbish', 200, get('/favicon.svg', 'If-Modified-Since: yesterday\r\nIf-None-Match: W/"\r\n')),
    one('manifest of Remix', 404, get(`/__manifest?p=${'/a'.repeat(3000)}`)),
    one('old data request', 400, get('/help?_data=root')),
    one('old data request, escaped', 400, get('/help?%5Fdata=root')),
    one('routes of Remix', [200, 404], get('/help.data?_routes=root,routes/pages/help,__proto__')),
    one('data of nothing', 404, get('/nope.data')),
    one('index of nothing', 404, get('/nope?index')),
    one('GET with a body', 400, get('/help', 'Content-Length: 3\r\n').concat('abc')),
    one('upgrade', 200, get('/help', 'Upgrade: websocket\r\n')),
    one('expectation', 417, get('/help', 'Expect: miracles\r\n')),
    one(
      'POST from another origin',
      403,
      `POST /language HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://evil.example\r\nConnection: close\r\n${FORM}\r\nContent-Length: 0\r\n\r\n`,
    ),
    one(
      'POST with origin null',
      403,
      `POST /language HTTP/1.1\r\nHost: ${host}\r\nOrigin: null\r\nConnection: close\r\n${FORM}\r\nContent-Length: 0\r\n\r\n`,
    ),
    one(
      'POST without any proof',
      403,
      `POST /language HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${FORM}\r\nContent-Length: 0\r\n\r\n`,
    ),
    one('POST from another site', 403, post(`Sec-Fetch-Site: cross-site\r\n${FORM}\r\nContent-Length: 0`)),
    one('POST from the same site', 403, post(`Sec-Fetch-Site: same-site\r\n${FORM}\r\nContent-Length: 0`)),
    one('POST typed into the address bar', 403, post(`Sec-Fetch-Site: none\r\n${FORM}\r\nContent-Length: 0`)),
    one('POST without a type', 415, post('Content-Length: 3', 'a=b')),
    one('POST as plain text', 415, post('Content-Type: text/plain\r\nContent-Length: 3', 'a=b')),
    one('POST as JSON', 415, post('Content-Type: application/json\r\nContent-Length: 2', '{}')),
    one('POST in another alphabet', 415, post(`${FORM}; charset=utf-16\r\nContent-Length: 3`, 'a=b')),
    one('POST compressed', 415, post(`${FORM}\r\nContent-Encoding: gzip\r\nContent-Length: 3`, 'a=b')),
    one('POST in parts without a boundary', 415, post('Content-Type: multipart/form-data\r\nContent-Length: 3', 'abc')),
    one('POST in parts, boundary too long', 415, post(`${boundary('x'.repeat(100))}\r\nContent-Length: 3`, 'abc')),
    one('POST in parts that are none', 400, post(`${boundary('xyz')}\r\nContent-Length: 3`, 'abc')),
    one(
      'POST in parts, cut',
      400,
      post(
        `${boundary('xyz')}\r\nContent-Length: 50`,
        `--xyz\r\nContent-Disposition: form-data; name="a"\r\n`.padEnd(50, ' '),
      ),
    ),
    one(
      'POST in parts without names',
      400,
      post(`${boundary('xyz')}\r\nContent-Length: 24`, '--xyz\r\nX: y\r\n\r\nb\r\n--xyz--'.padEnd(24)),
    ),
    one('POST without a length', 411, post(FORM)),
    one('POST in chunks', 411, post(`${FORM}\r\nTransfer-Encoding: chunked`, '3\r\na=b\r\n0\r\n\r\n')),
    one(
      'POST with length and chunks',
      400,
      post(`${FORM}\r\nTransfer-Encoding: chunked\r\nContent-Length: 3`, '0\r\n\r\n'),
    ),
    one('POST with two lengths', 400, post(`${FORM}\r\nContent-Length: 3\r\nContent-Length: 4`, 'a=b')),
    one('POST with a length below zero', 400, post(`${FORM}\r\nContent-Length: -1`)),
    one('POST with a length of letters', 400, post(`${FORM}\r\nContent-Length: abc`)),
    one('POST too long', 413, post(`${FORM}\r\nContent-Length: 99999999`)),
    one('POST with 600 fields', 413, form(post, 'a=1&'.repeat(600))),
    one('POST with __proto__', 400, form(post, '__proto__=1&constructor=2&language=__proto__')),
    one('POST with broken escapes', 400, form(post, 'language=%E0%A4%A&%=%')),
    one('POST with bytes that are no text', 400, form(post, 'language=\xff\xfe\x00')),
    one(
      'POST to a page that takes none',
      405,
      form((h, b) => post(h, b, '/help'), 'a=b'),
    ),
    one(
      'POST to nothing',
      404,
      form((h, b) => post(h, b, '/nope'), 'a=b'),
    ),
    one(
      'POST to an action by name',
      [404, 405],
      form((h, b) => post(h, b, '/help?index&_action=x'), 'a=b'),
    ),
    one('not HTTP at all', 400, 'hello\r\n\r\n'),
    one('HTTP of the future', 400, `GET /help HTTP/9.9\r\nHost: ${host}\r\n\r\n`),
    one('a header without a colon', 400, `GET /help HTTP/1.1\r\nHost: ${host}\r\nrubbish\r\n\r\n`),
    one('a header with a space in its name', 400, `GET /help HTTP/1.1\r\nHost: ${host}\r\nX Y: z\r\n\r\n`),
    one('a folded header', 400, `GET /help HTTP/1.1\r\nHost: ${host}\r\nX: a\r\n  b\r\nConnection: close\r\n\r\n`),
    one('a header with a zero', 400, `GET /help HTTP/1.1\r\nHost: ${host}\r\nX: a\x00b\r\n\r\n`),
    one('a TLS greeting', 400, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'),
  ]
}

const form = (post: (headers: string, body: string) => string, body: string) =>
  post(`${FORM}\r\nContent-Length: ${body.length}`, body)
