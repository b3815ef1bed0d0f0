// Draws Block Kit. Text never becomes markup: everything goes through h() and text nodes.

/** An element with properties, listeners (on…) and children; strings become text. */
export function h(tag, props, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name || 'div');
  if (classes.length) node.className = classes.join(' ');
  return fill(node, props, children);
}

function fill(node, props, children) {
  for (const [key, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (['value', 'checked', 'disabled', 'selected'].includes(key)) node[key] = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat(9).filter(c => c !== null && c !== undefined && c !== false && c !== ''));
  return node;
}

function svg(tag, props, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), props, children);
}

const EMOJI = Object.fromEntries(('white_check_mark ✅ heavy_check_mark ✔️ x ❌ o ⭕ bulb 💡 tada 🎉 thumbsup 👍 +1 👍 ' +
  'thumbsdown 👎 -1 👎 books 📚 book 📖 memo 📝 pencil 📝 fire 🔥 star ⭐ warning ⚠️ bell 🔔 calendar 📅 clock9 🕘 ' +
  'hourglass ⏳ question ❓ grey_question ❔ exclamation ❗ eyes 👀 wave 👋 smile 😄 slightly_smiling_face 🙂 thinking_face 🤔 ' +
  'mag 🔍 link 🔗 bar_chart 📊 chart_with_upwards_trend 📈 rocket 🚀 seedling 🌱 cherry_blossom 🌸 mortar_board 🎓 school 🏫 ' +
  'sparkles ✨ zap ⚡ speech_balloon 💬 pushpin 📌 bookmark 🔖 house 🏠 gear ⚙️ repeat 🔁 trophy 🏆 muscle 💪 pray 🙏 ' +
  'large_green_circle 🟢 red_circle 🔴 large_yellow_circle 🟡 white_circle ⚪ large_blue_circle 🔵 lock 🔒 file_folder 📁 inbox_tray 📥')
  .split(' ').reduce((pairs, word, i, all) => (i % 2 ? pairs : [...pairs, [word, all[i + 1]]]), []));

const emoji = name => EMOJI[name] || `:${name}:`;
const plainEmoji = text => text.replace(/:([a-z0-9_+-]+):/g, (all, name) => EMOJI[name] || all);
const entities = text => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const lines = text => text.split('\n').flatMap((line, i) => (i ? [h('br'), line] : [line]));

/** A link that leads somewhere harmless, or only its text. */
function link(url, content) {
  let safe = false;
  try { safe = ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol); } catch { safe = false; }
  return safe ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer nofollow' }, content) : h('span', {}, content);
}

// ---- mrkdwn ------------------------------------------------------------------------------------

const WORD = /[\p{L}\p{N}]/u;

/** Slack's mrkdwn as nodes: bold, italic, strike, code, quotes; live only through <…>. */
export function mrkdwn(text, ctx, verbatim = false) {
  const out = [];
  for (const part of text.split(/(```[\s\S]*?```)/)) {
    if (part.length > 6 && part.startsWith('```')) {
      out.push(h('pre', {}, code(part.slice(3, -3).replace(/^\n|\n$/g, ''), ctx)));
    } else if (part) {
      out.push(...quotes(part.replace(/^\n/, out.length ? '' : '\n'), ctx, verbatim));
    }
  }
  return out;
}

/** Inside code only <…> is live. */
const code = (text, ctx) => text.split(/(<[^<>\n]+>)/).map((part, i) => (i % 2 ? angle(part.slice(1, -1), ctx) : entities(part)));

function quotes(text, ctx, verbatim) {
  const out = [];
  let quote = [];
  const flush = () => { if (quote.length) out.push(h('blockquote', {}, inline(quote.join('\n'), ctx, verbatim))); quote = []; };
  let plain = [];
  const flushPlain = () => { if (plain.length) out.push(...inline(plain.join('\n'), ctx, verbatim)); plain = []; };
  for (const line of text.split('\n')) {
    const m = line.match(/^(?:&gt;|>)\s?(.*)$/);
    if (m) { flushPlain(); quote.push(m[1]); } else { flush(); plain.push(line); }
  }
  flush();
  flushPlain();
  return out;
}

function inline(text, ctx, verbatim) {
  const out = [];
  let from = 0;
  const say = to => { if (to > from) out.push(...lines(plainEmoji(entities(text.slice(from, to))))); };
  for (let i = 0; i < text.length; i++) {
    const found = span(text, i, ctx, verbatim);
    if (found) {
      say(i);
      out.push(found.node);
      i = found.end - 1;
      from = found.end;
    }
  }
  say(text.length);
  return out;
}

function span(text, i, ctx, verbatim) {
  const rest = text.slice(i);
  const c = text[i];
  let m;
  if (c === '`' && (m = rest.match(/^`([^`\n]+)`/))) return { node: h('code', {}, code(m[1], ctx)), end: i + m[0].length };
  if (c === '<' && (m = rest.match(/^<([^<>\n]+)>/))) return { node: angle(m[1], ctx), end: i + m[0].length };
  if (c === 'h' && !verbatim && (m = rest.match(/^https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)」』、。]/))) {
    return { node: link(entities(m[0]), entities(m[0])), end: i + m[0].length };
  }
  const tag = { '*': 'strong', '_': 'em', '~': 's' }[c];
  if (tag && !WORD.test(text[i - 1] || '')) {
    const end = closing(text, i, c);
    if (end) return { node: h(tag, {}, inline(text.slice(i + 1, end), ctx, verbatim)), end: end + 1 };
  }
  return null;
}

function closing(text, i, c) {
  if (!text[i + 1] || /[\s*_~]/.test(text[i + 1]) && text[i + 1] === c || /\s/.test(text[i + 1])) return 0;
  for (let j = i + 1; j < text.length && text[j] !== '\n'; j++) {
    if (text[j] === c && !/\s/.test(text[j - 1]) && j > i + 1 && !WORD.test(text[j + 1] || '')) return j;
  }
  return 0;
}

function angle(inside, ctx) {
  const [target, label] = [inside.split('|')[0], inside.split('|').slice(1).join('|')];
  if (target.startsWith('@')) return mention('@' + ctx.userName(target.slice(1)));
  if (target.startsWith('#')) return mention('#' + ctx.channelName(target.slice(1)), () => ctx.go(target.slice(1)));
  if (target.startsWith('!date^')) return h('time', {}, entities(label || target));
  if (target.startsWith('!')) return h('span.mention.all', {}, '@' + entities(label || target.slice(1)).replace(/^@/, ''));
  return link(entities(target), entities(label || target.replace(/^mailto:/, '')));
}

const mention = (text, click) => h('span.mention', click ? { onclick: click, role: 'link', tabindex: 0 } : {}, text);

/** A text object. */
function words(text, ctx) {
  if (!text) return [];
  return text.type === 'mrkdwn' ? mrkdwn(text.text, ctx, text.verbatim) : lines(plainEmoji(text.text));
}

// ---- rich text ---------------------------------------------------------------------------------

function styled(node, style = {}) {
  for (const [name, tag] of [['code', 'code'], ['bold', 'strong'], ['italic', 'em'], ['strike', 's'], ['underline', 'u']]) {
    if (style[name]) node = h(tag, {}, node);
  }
  return node;
}

const RUNS = {
  text: run => styled(h('span', {}, lines(run.text)), run.style),
  link: run => styled(link(run.url, run.text || run.url), run.style),
  user: (run, ctx) => mention('@' + ctx.userName(run.user_id)),
  usergroup: run => mention('@' + run.usergroup_id),
  channel: (run, ctx) => mention('#' + ctx.channelName(run.channel_id), () => ctx.go(run.channel_id)),
  emoji: run => h('span', {}, run.unicode ? String.fromCodePoint(...run.unicode.split('-').map(c => parseInt(c, 16))) : emoji(run.name)),
  broadcast: run => h('span.mention.all', {}, '@' + run.range),
  color: run => h('code', {}, run.value),
  date: run => h('time', {}, run.fallback || new Date(run.timestamp * 1000).toLocaleString()),
};

const runs = (elements, ctx) => elements.map(run => (RUNS[run.type] || (() => ''))(run, ctx));

const PARTS = {
  rich_text_section: (part, ctx) => h('div.para', {}, runs(part.elements, ctx)),
  rich_text_quote: (part, ctx) => h('blockquote', {}, runs(part.elements, ctx)),
  rich_text_preformatted: (part, ctx) => h('pre', {}, runs(part.elements, ctx)),
  rich_text_list: (part, ctx) => h(part.style === 'ordered' ? 'ol' : 'ul',
    { class: `indent${part.indent || 0}${part.border ? ' bordered' : ''}`, start: part.style === 'ordered' ? (part.offset || 0) + 1 : null },
    part.elements.map(item => h('li', {}, runs(item.elements, ctx)))),
};

const richText = (block, ctx) => h('div.rich', {}, block.elements.map(part => (PARTS[part.type] || (() => ''))(part, ctx)));

// ---- markdown block ----------------------------------------------------------------------------

function mdInline(text) {
  const out = [];
  const rule = /(`[^`]+`)|\[([^\]]+)\]\(([^)\s]+)\)|\*\*(.+?)\*\*|~~(.+?)~~|(?<![\p{L}\p{N}])_(.+?)_(?![\p{L}\p{N}])|\*([^*\s][^*]*)\*/gu;
  let from = 0;
  for (const m of text.matchAll(rule)) {
    out.push(plainEmoji(text.slice(from, m.index)));
    if (m[1]) out.push(h('code', {}, m[1].slice(1, -1)));
    else if (m[2]) out.push(link(m[3], mdInline(m[2])));
    else out.push(h(m[4] ? 'strong' : m[5] ? 's' : 'em', {}, mdInline(m[4] || m[5] || m[6] || m[7])));
    from = m.index + m[0].length;
  }
  out.push(plainEmoji(text.slice(from)));
  return out;
}

/** Standard Markdown, as much of it as a chat message needs. */
function markdown(text) {
  const out = [];
  const rows = text.split('\n');
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const head = row.match(/^(#{1,6})\s+(.*)$/);
    if (row.startsWith('```')) {
      const code = [];
      while (++i < rows.length && !rows[i].startsWith('```')) code.push(rows[i]);
      out.push(h('pre', {}, code.join('\n')));
    } else if (head) out.push(h(`h${Math.min(6, head[1].length + 2)}`, {}, mdInline(head[2])));
    else if (/^(-{3,}|\*{3,})$/.test(row.trim())) out.push(h('hr'));
    else if (row.startsWith('>')) {
      const quote = [];
      for (; i < rows.length && rows[i].startsWith('>'); i++) quote.push(rows[i].replace(/^>\s?/, ''));
      i--;
      out.push(h('blockquote', {}, markdown(quote.join('\n'))));
    } else if (/^\s*([-*+]|\d+[.)])\s/.test(row)) {
      const item = rows[i].match(/^(\s*)([-*+]|\d+[.)])\s+(.*)$/);
      const number = parseInt(item[2], 10);
      out.push(h(number ? 'ol' : 'ul', { class: `indent${Math.min(8, item[1].length >> 1)}`, start: number || null }, h('li', {}, mdInline(item[3]))));
    } else if (row.includes('|') && /^[\s|:-]+$/.test(rows[i + 1] || '') && (rows[i + 1] || '').includes('-')) {
      const cells = line => line.trim().replace(/^\||\|$/g, '').split('|').map(c => c.trim());
      const body = [cells(row)];
      for (i += 2; i < rows.length && rows[i].includes('|'); i++) body.push(cells(rows[i]));
      i--;
      out.push(grid(body.map(r => r.map(c => h('span', {}, mdInline(c)))), []));
    } else if (row.trim()) out.push(h('p', {}, mdInline(row)));
  }
  return out;
}

// ---- tables and charts -------------------------------------------------------------------------

function grid(rows, settings) {
  const cell = (tag, content, i) => h(tag, { class: `${(settings[i] || {}).align || 'left'}${(settings[i] || {}).is_wrapped === false ? ' nowrap' : ''}` }, content);
  return h('div.scroll', { tabindex: 0 }, h('table', {},
    h('thead', {}, h('tr', {}, rows[0].map((c, i) => cell('th', c, i)))),
    h('tbody', {}, rows.slice(1).map(row => h('tr', {}, row.map((c, i) => cell('td', c, i)))))));
}

function table(block, ctx) {
  const cell = c => (c.type === 'rich_text' ? richText(c, ctx) : c.type === 'raw_number' ? String(c.text ?? c.value) : c.text);
  return h('div', {}, grid(block.rows.map(row => row.map(cell)), block.column_settings || []), block.caption && h('div.caption', {}, block.caption));
}

const COLOURS = ['#2f5d9b', '#c8452c', '#3c8d6e', '#b7862b', '#7a5aa6', '#4b9fb5', '#a34d74', '#6d7a3a', '#8a5a3c', '#56657f', '#c27f9a', '#2e7d84'];

function chart(block) {
  const { type, segments } = block.chart;
  const draw = type === 'pie' ? pie(segments) : axes(block.chart);
  const names = type === 'pie' ? segments.map(s => `${s.label} ${s.value}`) : block.chart.series.length > 1 ? block.chart.series.map(s => s.name) : [];
  return h('figure.chart', {}, h('figcaption', {}, block.title), draw,
    names.length ? h('div.legend', {}, names.map((name, i) => h('span', {}, swatch(i), name))) : null);
}

function swatch(i) {
  const node = h('i.swatch');
  node.style.background = COLOURS[i % COLOURS.length];
  return node;
}

function pie(segments) {
  const total = segments.reduce((sum, s) => sum + s.value, 0);
  let turn = 0;
  const at = t => [100 + 90 * Math.sin(t * 2 * Math.PI), 100 - 90 * Math.cos(t * 2 * Math.PI)];
  return svg('svg', { viewBox: '0 0 200 200', class: 'pie', role: 'img' }, segments.map((s, i) => {
    const [from, to] = [turn, (turn += s.value / total)];
    if (segments.length === 1) return svg('circle', { cx: 100, cy: 100, r: 90, fill: COLOURS[0] });
    const [[x, y], [u, v]] = [at(from), at(to)];
    return svg('path', { d: `M100 100L${x} ${y}A90 90 0 ${to - from > 0.5 ? 1 : 0} 1 ${u} ${v}Z`, fill: COLOURS[i % COLOURS.length], stroke: '#fff', 'stroke-width': 2 },
      svg('title', {}, `${s.label} ${s.value}`));
  }));
}

function axes({ type, series, axis_config: config }) {
  const [W, H, L, B] = [480, 220, 44, 34];
  const names = config.categories;
  const values = series.map(s => names.map(name => (s.data.find(d => d.label === name) || {}).value ?? 0));
  const top = nice(Math.max(1e-9, ...values.flat()));
  const low = Math.min(0, ...values.flat());
  const y = v => 12 + (H - B - 12) * (1 - (v - low) / (top - low));
  const slot = (W - L - 8) / names.length;
  const x = i => L + slot * (i + 0.5);
  const ticks = [0, 1, 2, 3, 4].map(i => low + ((top - low) * i) / 4);
  const each = Math.ceil(names.length / 10);
  return svg('svg', { viewBox: `0 0 ${W} ${H}`, class: 'axes', role: 'img' },
    ticks.map(t => [svg('line', { x1: L, x2: W - 8, y1: y(t), y2: y(t), class: 'tick' }), svg('text', { x: L - 6, y: y(t) + 4, 'text-anchor': 'end' }, String(+t.toFixed(2)))]),
    names.map((name, i) => (i % each ? null : svg('text', { x: x(i), y: H - B + 16, 'text-anchor': 'middle' }, name.length * 11 > slot * each ? name.slice(0, Math.max(2, slot * each / 11)) : name))),
    values.map((row, s) => (type === 'bar' ? row.map((v, i) => bar(x(i) - slot * 0.35 + (slot * 0.7 * s) / series.length, y(v), slot * 0.7 / series.length - 2, y(0), s, `${names[i]} ${v}`))
      : line(row.map((v, i) => [x(i), y(v)]), s, type === 'area' ? y(low) : 0))),
    config.x_label ? svg('text', { x: (W + L) / 2, y: H - 3, 'text-anchor': 'middle', class: 'label' }, config.x_label) : null,
    config.y_label ? svg('text', { x: 2, y: 9, class: 'label' }, config.y_label) : null);
}

function nice(top) {
  const power = 10 ** Math.floor(Math.log10(top));
  return [1, 2, 4, 5, 8, 10].map(n => n * power).find(n => n >= top);
}

const bar = (x, y, width, base, s, title) => svg('rect', { x, y: Math.min(y, base), width: Math.max(2, width), height: Math.max(1, Math.abs(base - y)), rx: 2, fill: COLOURS[s % COLOURS.length] }, svg('title', {}, title));

function line(points, s, base) {
  const path = points.map(p => p.join(' ')).join('L');
  const colour = COLOURS[s % COLOURS.length];
  return [base ? svg('path', { d: `M${points[0][0]} ${base}L${path}L${points.at(-1)[0]} ${base}Z`, fill: colour, 'fill-opacity': 0.2 }) : null,
    svg('path', { d: 'M' + path, fill: 'none', stroke: colour, 'stroke-width': 2.5, 'stroke-linejoin': 'round' }),
    points.map(([cx, cy]) => svg('circle', { cx, cy, r: 3.5, fill: colour, stroke: '#fff', 'stroke-width': 1.5 }))];
}

// ---- elements ----------------------------------------------------------------------------------

const plain = text => plainEmoji((text && text.text) || '');
const allOptions = e => e.options || (e.option_groups || []).flatMap(g => g.options);

function image(e) {
  const local = (() => { try { return new URL(e.image_url, location.href).origin === location.origin; } catch { return false; } })();
  return local ? h('img', { src: e.image_url, alt: e.alt_text }) : h('span.picture', {}, '🖼 ', link(e.image_url, e.alt_text));
}

function button(e, block, ctx) {
  const attrs = { type: 'button', 'data-action': e.action_id, 'aria-label': e.accessibility_label };
  const press = () => ctx.act(block, e, {});
  if (e.url) return h(`a.btn${e.style ? '.' + e.style : ''}`, { ...attrs, href: /^(https?|mailto):/.test(e.url) ? e.url : null, target: '_blank', rel: 'noopener noreferrer', onclick: press }, plain(e.text), h('span.out', {}, ' ↗'));
  return h(`button.btn${e.style ? '.' + e.style : ''}`, { ...attrs, onclick: press }, plain(e.text));
}

function overflow(e, block, ctx) {
  const open = event => ctx.menu(event.currentTarget, e.options.map(o => ({ text: plain(o.text), hint: plain(o.description),
    go: () => (o.url && /^https?:/.test(o.url) ? window.open(o.url, '_blank', 'noopener') : null, ctx.act(block, e, { selected_option: o })) })));
  return h('button.btn.more', { type: 'button', 'data-action': e.action_id, 'aria-label': ctx.t('more'), onclick: open }, '⋯');
}

/** One of several, in the browser's own list. */
function pick(e, block, ctx, list, name, initial) {
  const now = ctx.value(block, e)?.[name] ?? e[initial];
  const key = now && now.value !== undefined ? now.value : now;
  const option = o => h('option', { value: o.value, selected: o.value === key }, o.label);
  const node = h('select.pick', { 'data-action': e.action_id, 'aria-label': plain(e.placeholder),
    onchange: () => { const o = list.flatMap(g => g.list || [g]).find(x => x.value === node.value); ctx.change(block, e, { [name]: o ? o.real : null }); } },
    h('option', { value: '', selected: !now, disabled: !!now }, plain(e.placeholder) || ctx.t('choose')),
    list.map(o => (o.list ? h('optgroup', { label: o.label }, o.list.map(option)) : option(o))));
  return node;
}

const asOptions = options => options.map(o => ({ value: o.value, label: plain(o.text), real: o }));

/** Several of many: chosen ones as chips, the rest in a menu. */
function several(e, block, ctx, list, name, initial) {
  const node = h('div.several', { 'data-action': e.action_id });
  const keyOf = v => (v && v.value !== undefined ? v.value : v);
  const draw = () => {
    const chosen = ctx.value(block, e)?.[name] ?? e[initial] ?? [];
    const set = all => { ctx.change(block, e, { [name]: all }); draw(); };
    const left = list.filter(o => !chosen.some(c => keyOf(c) === o.value));
    node.replaceChildren(
      ...chosen.map(c => h('span.chip', {}, (list.find(o => o.value === keyOf(c)) || { label: keyOf(c) }).label,
        h('button', { type: 'button', 'aria-label': ctx.t('remove'), onclick: () => set(chosen.filter(x => x !== c)) }, '×'))),
      left.length && (!e.max_selected_items || chosen.length < e.max_selected_items)
        ? h('button.add', { type: 'button', onclick: ev => ctx.menu(ev.currentTarget, left.map(o => ({ text: o.label, go: () => set([...chosen, o.real]) }))) }, chosen.length ? '＋' : plain(e.placeholder) || ctx.t('choose')) : '');
  };
  draw();
  return node;
}

function boxes(e, block, ctx, many) {
  const name = many ? 'selected_options' : 'selected_option';
  const group = `${ctx.key}-${block.block_id}-${e.action_id}`;
  const now = () => [ctx.value(block, e)?.[name] ?? (many ? e.initial_options : e.initial_option) ?? []].flat();
  return h('div.boxes', { 'data-action': e.action_id }, e.options.map(o => h('label', {},
    h('input', { type: many ? 'checkbox' : 'radio', name: group, value: o.value, checked: now().some(c => c.value === o.value),
      onchange: ev => ctx.change(block, e, { [name]: many ? (ev.target.checked ? [...now(), o] : now().filter(c => c.value !== o.value)) : o }) }),
    h('span', {}, words(o.text, ctx), o.description && h('small', {}, words(o.description, ctx))))));
}

function field(e, block, ctx, type, name, initial) {
  const tag = e.multiline ? 'textarea' : 'input';
  const now = ctx.value(block, e)?.[name] ?? e[initial] ?? '';
  const keep = ev => ctx.keep(block, e, { [name]: ev.target.value || null });
  const acts = ['date', 'time', 'datetime-local'].includes(type);
  return h(tag, { type: e.multiline ? null : type, rows: e.multiline ? 4 : null, value: now, placeholder: plain(e.placeholder), 'data-action': e.action_id,
    maxlength: e.max_length, min: e.min_value, max: e.max_value, step: type === 'number' && e.is_decimal_allowed ? 'any' : null, autofocus: e.focus_on_load,
    oninput: keep, onchange: ev => acts && ev.target.value && ctx.change(block, e, { [name]: ev.target.value }),
    onkeydown: ev => ev.key === 'Enter' && !e.multiline && !ev.isComposing && block.dispatch_action && ctx.act(block, e, { [name]: ev.target.value }) });
}

function external(e, block, ctx) {
  const now = ctx.value(block, e)?.selected_option ?? e.initial_option;
  const input = h('input.search', { type: 'search', value: plain(now && now.text), placeholder: plain(e.placeholder), 'data-action': e.action_id,
    oninput: async () => {
      if (input.value.length < (e.min_query_length ?? 3)) return;
      const found = await ctx.suggest(block, e, input.value);
      ctx.menu(input, found.map(o => ({ text: plain(o.text), go: () => { input.value = plain(o.text); ctx.change(block, e, { selected_option: o }); } })));
    } });
  return input;
}

function feedback(e, block, ctx) {
  const one = (b, face) => h('button.feedback', { type: 'button', 'data-action': e.action_id, 'aria-label': b.accessibility_label, title: plain(b.text),
    onclick: ev => { ev.currentTarget.classList.add('done'); ctx.act(block, e, { value: b.value, text: b.text }); } }, plain(b.text) || face);
  return [one(e.positive_button, '👍'), one(e.negative_button, '👎')];
}

const ELEMENTS = {
  button, overflow,
  image: e => image(e),
  feedback_buttons: feedback,
  icon_button: (e, block, ctx) => h('button.feedback', { type: 'button', title: plain(e.text), 'aria-label': plain(e.text), 'data-action': e.action_id, onclick: () => ctx.act(block, e, {}) }, '🗑'),
  static_select: (e, b, c) => pick(e, b, c, e.options ? asOptions(e.options) : e.option_groups.map(g => ({ label: plain(g.label), list: asOptions(g.options) })), 'selected_option', 'initial_option'),
  external_select: external,
  users_select: (e, b, c) => pick(e, b, c, c.users(), 'selected_user', 'initial_user'),
  channels_select: (e, b, c) => pick(e, b, c, c.channels(), 'selected_channel', 'initial_channel'),
  conversations_select: (e, b, c) => pick(e, b, c, c.channels(), 'selected_conversation', 'initial_conversation'),
  multi_static_select: (e, b, c) => several(e, b, c, asOptions(allOptions(e)), 'selected_options', 'initial_options'),
  multi_users_select: (e, b, c) => several(e, b, c, c.users(), 'selected_users', 'initial_users'),
  multi_channels_select: (e, b, c) => several(e, b, c, c.channels(), 'selected_channels', 'initial_channels'),
  multi_conversations_select: (e, b, c) => several(e, b, c, c.channels(), 'selected_conversations', 'initial_conversations'),
  checkboxes: (e, b, c) => boxes(e, b, c, true),
  radio_buttons: (e, b, c) => boxes(e, b, c, false),
  plain_text_input: (e, b, c) => field(e, b, c, 'text', 'value', 'initial_value'),
  number_input: (e, b, c) => field(e, b, c, 'number', 'value', 'initial_value'),
  email_text_input: (e, b, c) => field(e, b, c, 'email', 'value', 'initial_value'),
  url_text_input: (e, b, c) => field(e, b, c, 'url', 'value', 'initial_value'),
  datepicker: (e, b, c) => field(e, b, c, 'date', 'selected_date', 'initial_date'),
  timepicker: (e, b, c) => field(e, b, c, 'time', 'selected_time', 'initial_time'),
  datetimepicker: (e, b, c) => field(e, b, c, 'datetime-local', 'selected_date_time', ''),
};

const element = (e, block, ctx) => (ELEMENTS[e.type] || (() => h('em', {}, `[${e.type}]`)))(e, block, ctx);

// ---- blocks ------------------------------------------------------------------------------------

const BLOCKS = {
  header: b => h('h3.header', {}, plain(b.text)),
  divider: () => h('hr'),
  section: (b, ctx) => h('div.section', {},
    h('div.body', {}, b.text && h('div.text', {}, words(b.text, ctx)), b.fields && h('div.fields', {}, b.fields.map(f => h('div', {}, words(f, ctx))))),
    b.accessory && h('div.accessory', {}, element(b.accessory, b, ctx))),
  context: (b, ctx) => h('div.context', {}, b.elements.map(e => (e.type === 'image' ? image(e) : h('span', {}, words(e, ctx))))),
  actions: (b, ctx) => h('div.actions', {}, b.elements.map(e => element(e, b, ctx))),
  context_actions: (b, ctx) => h('div.actions.quiet', {}, b.elements.map(e => element(e, b, ctx))),
  image: b => h('figure.image', {}, b.title && h('figcaption', {}, plain(b.title)), image(b)),
  rich_text: richText,
  markdown: b => h('div.rich.markdown', {}, markdown(b.text)),
  table, data_table: table,
  data_visualization: chart,
  input: (b, ctx) => h('div.input', { 'data-block': b.block_id }, h('label.label', {}, plain(b.label), b.optional && h('span.optional', {}, ctx.t('optional'))), element(b.element, b, ctx),
    b.hint && h('div.hint', {}, plain(b.hint)), ctx.errors?.[b.block_id] && h('div.error', { role: 'alert' }, ctx.errors[b.block_id] === 'required' ? ctx.t('required') : ctx.errors[b.block_id])),
};

/** Draws blocks. A block of a kind that this page does not know shows its name. */
export const draw = (blocks, ctx) => h('div.blocks', {}, blocks.map(b => h(`div.block.b-${b.type}`, {}, (BLOCKS[b.type] || (() => h('em', {}, `[${b.type}]`)))(b, ctx))));
