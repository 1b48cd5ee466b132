// A real SMTP server on loopback that keeps what it is given. Prints one line of JSON with its two ports; serves the messages over HTTP.
// Recipients whose address begins with "refused" are refused. Ends when its standard input ends, so it never outlives the test process.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { join } from 'node:path';

const { SMTPServer } = createRequire(join(process.argv[2], 'anchor.js'))('smtp-server');
const messages = [];

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(address, session, done) {
    done(address.address.startsWith('refused') ? Object.assign(new Error('No such person here'), { responseCode: 550 }) : null);
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      messages.push({ ...read(Buffer.concat(chunks)), recipients: session.envelope.rcptTo.map((to) => to.address) });
      done();
    });
  },
});

const http = createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(messages));
});

smtp.listen(0, '127.0.0.1', () => http.listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ smtp: smtp.server.address().port, http: http.address().port }))));
process.stdin.resume().on('end', () => process.exit(0));

function read(raw) {
  const end = raw.indexOf('\r\n\r\n');
  const headers = {};
  for (const line of raw.subarray(0, end).toString('utf8').replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = words(line.slice(colon + 1).trim());
  }

  return {
    messageId: headers['message-id'] ?? '',
    from: headers.from ?? '',
    to: headers.to ?? '',
    subject: headers.subject ?? '',
    contentType: headers['content-type'] ?? '',
    ...content(raw.subarray(end + 4), headers),
  };
}

// One part, or alternatives of which the plain text and the page are kept.
function content(body, headers) {
  const boundary = /boundary="?([^";]+)"?/i.exec(headers['content-type'] ?? '')?.[1];
  if (!boundary) {
    return { text: lines(decoded(body, headers['content-transfer-encoding'] ?? '')), html: '' };
  }

  const found = { text: '', html: '' };
  for (const part of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const cut = part.indexOf('\r\n\r\n');
    const encoding = /content-transfer-encoding:\s*(\S+)/i.exec(part.slice(0, cut))?.[1] ?? '';
    const kind = /content-type:\s*text\/html/i.test(part.slice(0, cut)) ? 'html' : 'text';
    found[kind] = lines(decoded(Buffer.from(part.slice(cut + 4), 'latin1'), encoding));
  }

  return found;
}

function lines(text) {
  return text.toString('utf8').replaceAll('\r\n', '\n');
}

function decoded(body, encoding) {
  switch (encoding.toLowerCase()) {
    case 'base64': return Buffer.from(body.toString('ascii'), 'base64');
    case 'quoted-printable': return quoted(body.toString('latin1').replace(/=\r\n/g, ''));
    default: return body;
  }
}

// RFC 2047; the space between two encoded words is no part of the text, and a character may be cut between them.
function words(text) {
  return text.replace(/(=\?utf-8\?[bq]\?[^?]*\?=)(\s+=\?utf-8\?[bq]\?[^?]*\?=)*/gi, (run) => Buffer.concat(
    [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind, data]) =>
      kind.toLowerCase() === 'b' ? Buffer.from(data, 'base64') : quoted(data.replaceAll('_', ' ')))).toString('utf8'));
}

function quoted(text) {
  return Buffer.from(text.replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
}
