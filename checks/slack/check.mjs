// Reduces what the app emitted to its distinct shapes and has the TypeScript compiler check each against
// @slack/types; then the manifests against Slack's JSON schema. Lengths and numbers are not part of the
// types: the app's own tests hold those.
import { createReadStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import ts from 'typescript';
import Ajv from 'ajv';
import { parse } from 'yaml';

const [schemas, ...files] = process.argv.slice(2);
const NAMES = new Set(['type', 'style', 'range', 'response_type', 'align']);
const KEEPS_ONE = new Set(['elements', 'blocks', 'options', 'rows', 'option_groups']);

/**
 * The offset of a numbered list stands in Slack's reference, but not in the types; left out. Else
 * the same object with all free text as "x", and of equal shapes in a list only one.
 */
function shape(value, name = '') {
  if (Array.isArray(value)) {
    const shapes = value.map(v => shape(v));
    return KEEPS_ONE.has(name) ? [...new Map(shapes.map(s => [JSON.stringify(s), s])).values()] : shapes;
  }
  if (value && typeof value === 'object') {
    const fields = Object.entries(value).filter(([k]) => !(k === 'offset' && value.style === 'ordered'));
    return Object.fromEntries(fields.map(([k, v]) => [k, shape(v, k)]));
  }
  return typeof value === 'string' && !NAMES.has(name) ? 'x' : typeof value === 'number' ? 1 : value;
}

const found = new Map();
function add(type, value) {
  const text = JSON.stringify(shape(value));
  if (!found.has(type + text)) found.set(type + text, `const _${found.size}: ${type} = ${text};`);
}

let read = 0;
for (const file of files) {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { kind, json } = JSON.parse(line);
    read++;
    const view = kind ? (kind === 'message' ? null : json) : json.view;
    if (view) add(view.type === 'home' ? 'HomeView' : 'ModalView', view);
    for (const block of view?.blocks ?? json.blocks ?? []) add('KnownBlock', block);
  }
}
// A planted fault shows that the compiler looks at all.
const planted = 'const planted: KnownBlock = {"type":"header","text":{"type":"mrkdwn","text":"x"}};';
writeFileSync('shapes.ts',
  `import type { HomeView, KnownBlock, ModalView } from '@slack/types';\n${[...found.values()].join('\n')}\n${planted}\n`);
const program = ts.createProgram(['shapes.ts'], {
  strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [],
});
const problems = ts.getPreEmitDiagnostics(program).map(d => {
  const line = d.file?.text.split('\n')[d.file.getLineAndCharacterOfPosition(d.start).line] ?? '';
  return { line, text: ts.flattenDiagnosticMessageText(d.messageText, '\n') };
});
const faults = problems.filter(p => p.line !== planted).map(p => `${p.text}\n  ${p.line.slice(0, 400)}`);
if (!problems.some(p => p.line === planted)) faults.push('the planted fault was not found');
console.log(`${read} messages, windows and calls, ${found.size} distinct shapes, ${faults.length} refused by @slack/types`);

if (schemas !== '-') {
  for (const name of readdirSync(schemas).filter(n => n.endsWith('.json'))) {
    const schema = JSON.parse(readFileSync(join(schemas, name), 'utf8'));
    const check = new Ajv({ strict: false, allErrors: true, logger: false }).compile(schema);
    for (const file of ['http.yaml', 'socket.yaml']) {
      const good = check(parse(readFileSync(file, 'utf8')));
      console.log(`${file} by ${name}: ${good ? 'valid' : 'INVALID'}`);
      if (!good) faults.push(...check.errors.map(e => `${file}: ${e.instancePath} ${e.message}`));
    }
    const { display_information, ...headless } = parse(readFileSync('http.yaml', 'utf8'));
    if (check(headless)) faults.push(`${name} accepts a manifest without a name`);
  }
}
faults.slice(0, 20).forEach(f => console.error(f));
process.exit(faults.length ? 1 : 0);
