/** Hosts for audits: any name under `.test` over https, all answered by one server of this machine. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a host sends for a path. */
export interface Sent {
  readonly status?: number;
  readonly type?: string;
  readonly cookies?: readonly string[];
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string | Buffer;
  /** Answers only when this is fulfilled. */
  readonly when?: Promise<unknown>;
}

export interface Hosts {
  /** Gives answers, by `host/path`. */
  on(answers: { readonly [address: string]: Sent | ((request: IncomingMessage) => Sent) }): void;
  /** What was asked for, as `host/path`. */
  readonly asked: readonly string[];
  /** What tells Chromium to find the hosts here and to take the certificate. */
  readonly browserArgs: readonly string[];
  close(): Promise<void>;
}

/** A certificate that nobody has signed, made for this run. */
function certificate(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        '-days',
        '2',
        '-subj',
        '/CN=test',
      ],
      { stdio: 'pipe' },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function startHosts(): Promise<Hosts> {
  const answers = new Map<string, Sent | ((request: IncomingMessage) => Sent)>();
  const asked: string[] = [];
  const server = createServer(certificate(), (request, response) => {
    const { host = '' } = request.headers;
    const address = host + (request.url ?? '').replace(/\?.*/, '');
    asked.push(address);
    const answer = answers.get(address) ?? { status: 404, body: 'Not found' };
    const {
      status = 200,
      type = 'text/html; charset=utf-8',
      cookies = [],
      headers = {},
      body = '',
      when,
    } = typeof answer === 'function' ? answer(request) : answer;
    void Promise.resolve(when).then(() =>
      response
        .writeHead(status, {
          'Content-Type': type,
          'Cache-Control': 'no-store',
          'Set-Cookie': [...cookies],
          ...headers,
        })
        .end(body),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    browserArgs: [
      `--host-resolver-rules=MAP *.test:443 127.0.0.1:${port}, MAP *.test ~NOTFOUND, MAP nowhere.invalid ~NOTFOUND`,
      '--ignore-certificate-errors',
    ],
    on(more) {
      for (const [address, answer] of Object.entries(more)) answers.set(address, answer);
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
