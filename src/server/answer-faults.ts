import type { FastifyError, FastifyInstance } from 'fastify';
import { type ErrorCode, HearsayError } from '../errors.ts';
import type { Fault } from './api/fault.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  'server/forbidden': 403,
  'server/bad-request': 400,
  'server/not-found': 404,
  'server/edit-conflict': 409,
  'casefile/no-such-item': 404,
  'casefile/locked': 409,
  'casefile/unwritable': 409,
};

/** Every fault leaves as `{code, message}` with its status. */
export function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | HearsayError, request, reply) => {
    const fault = faultOf(error);
    const status = STATUS[fault.code as ErrorCode] ?? 500;
    const page = status === 403 && !request.url.startsWith('/api/');
    // A person who opens the bare address reads the sentence, not its wrapping.
    return page
      ? reply.code(status).type('text/plain; charset=utf-8').send(fault.message)
      : reply.code(status).send(fault);
  });
}

function faultOf(error: FastifyError | HearsayError): Fault {
  if (error instanceof HearsayError) return { code: error.code, message: error.message };
  if (error.validation) {
    return { code: 'server/bad-request', message: `The request cannot be understood: ${error.message}.` };
  }
  if (error.statusCode === 403 || error.statusCode === 404) {
    return { code: 'server/not-found', message: 'There is nothing at this address.' };
  }
  if (error.statusCode && error.statusCode < 500) {
    return { code: 'server/bad-request', message: error.message };
  }
  return {
    code: 'server/fault',
    message: `The desk's server failed (${error.name}), and nothing was changed. Load the page again; if it fails again, start the desk anew.`,
  };
}
