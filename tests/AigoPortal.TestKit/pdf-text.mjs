// Reads a PDF from standard input and prints its pages' text as a JSON array. Argument: the node_modules folder.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

console.log = console.warn = (...words) => console.error(...words); // standard output is the answer's
// Only drawing needs these, and only the optional canvas package brings them; the library wants them to be there when it loads.
globalThis.DOMMatrix ??= class {};
globalThis.ImageData ??= class {};
globalThis.Path2D ??= class {};

const { getDocument } = await import(pathToFileURL(join(process.argv[2], 'pdfjs-dist/legacy/build/pdf.mjs')));
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);

const pdf = await getDocument({ data: new Uint8Array(Buffer.concat(chunks)), verbosity: 0 }).promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  pages.push(items.map(item => item.str + (item.hasEOL ? '\n' : '')).join(''));
}

process.stdout.write(JSON.stringify(pages));
