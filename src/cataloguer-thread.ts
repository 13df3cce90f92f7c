import { parentPort, workerData } from 'node:worker_threads';
import { answer, cataloguerOf } from './cataloguer.ts';

// Reads files for the thread that writes the index: what it answers is in the order in which it was asked.
const port = parentPort;
const cataloguer = cataloguerOf(String(workerData));
port?.on('message', (order) => {
  const { message, buffers } = answer(cataloguer, order);
  port.postMessage(message, buffers);
});
