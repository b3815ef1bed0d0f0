// The pretend workspace: asks the server for its state, draws it, sends what members do.
import { h, draw, mrkdwn } from './blocks.js';
import { WORDS } from './words.js';

const $ = id => document.getElementById(id);
const keepsake = (key, value) => { try { if (value === undefined) return localStorage.getItem(key); localStorage.setItem(key, value); } catch { return null; } return value; };
const S = { me: keepsake('me') || '', ws: null, messages: {}, at: '', rev: '', now: 0, heard: 0, seen: {}, filled: {}, sent: {}, recall: -1, thread: null, errors: {}, done: new Set(JSON.parse(keepsake('done') || '[]')), guide: keepsake('guide') !== 'closed' };
let poll = new AbortController();

const member = id => S.ws.members.find(m => m.id === id);
const lang = () => (S.ws && (member(S.me)?.locale || 'ja').startsWith('ja') ? 'ja' : 'en');
const t = (key, more = {}) => (WORDS[lang()][key] || key).replace(/\{(\w+)\}/g, (all, k) => more[k] ?? all);
const both = words => (lang() === 'ja' ? words.japanese : words.english);
const locale = () => (lang() === 'ja' ? 'ja-JP' : 'en-US');
const dated = (ms, options) => new Intl.DateTimeFormat(locale(), { timeZone: S.ws.zone, ...options }).format(ms);
const clock = ms => dated(ms, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = ms => (lang() === 'ja' ? `${dated(ms, { month: 'long', day: 'numeric' })}（${dated(ms, { weekday: 'short' })}）` : dated(ms, { month: 'long', day: 'numeric', weekday: 'long' }));
const userName = id => (id === S.ws.bot ? 'Terakoya' : id === 'USLACKBOT' ? 'Slackbot' : member(id)?.name || id);
const channelName = id => S.ws.channels.find(c => c.id === id)?.name || (id === S.ws.im ? 'Terakoya' : id);
const title = id => (id === S.ws.im ? 'Terakoya' : '#' + channelName(id));

// ---- talking to the server ---------------------------------------------------------------------

async function post(path, body) {
  document.body.classList.add('busy');
  try {
    const answer = await fetch('/playground/' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ user: S.me, ...body }) });
    if (!answer.ok) { toast(t('failed')); return { ok: false }; }
    const json = await answer.json();
    if (json.ok === false) toast(t('failed') + (json.error ? ` (${json.error})` : ''));
    return json;
  } catch {
    toast(t('lost'));
    return { ok: false };
  } finally {
    document.body.classList.remove('busy');
  }
}

async function listen() {
  poll.abort();
  const mine = (poll = new AbortController());
  S.rev = '';
  while (!mine.signal.aborted) {
    try {
      const answer = await fetch(`/playground/state?user=${encodeURIComponent(S.me)}&since=${S.rev}`, { signal: mine.signal });
      const state = await answer.json();
      if (!state.ok) { S.me = 'U0SATO'; keepsake('me', S.me); continue; }
      if (mine.signal.aborted) return;
      $('top').classList.remove('lost');
      take(state);
    } catch (problem) {
      if (mine.signal.aborted) return;
      if (problem.name !== 'TypeError') console.error(problem);
      if (S.ws) toast(t('lost'));
      await new Promise(done => setTimeout(done, 1500));
    }
  }
}

function take(state) {
  const first = !!state.workspace;
  if (first) {
    const fresh = !S.ws;
    const wasIm = S.ws && S.at === S.ws.im;
    S.ws = state.workspace;
    if (fresh) S.at = location.hash.slice(1).split('/')[0] || S.ws.channels[0].id;
    if (wasIm || S.at.startsWith('D')) S.at = S.ws.im;
    if (!places().includes(S.at)) S.at = S.ws.channels[0].id;
    if (fresh && S.at === 'home') post('home', {});
    document.documentElement.lang = lang();
    document.title = `${S.ws.name} · playground`;
  }
  const same = !first && state.rev === S.rev;
  Object.assign(S, { rev: state.rev, now: state.now, heard: performance.now(), messages: state.messages, home: state.home, modal: state.modal });
  S.seen[S.me] ??= Object.fromEntries(Object.entries(S.messages).map(([c, all]) => [c, all.at(-1)?.ts || '']));
  if (first) { frame(); composer(); }
  if (first || !same) { stream(first); side(); modal(); }
  tick();
}

const places = () => [...S.ws.channels.map(c => c.id), S.ws.im, 'home'];
const pretend = () => S.now + (performance.now() - S.heard);
const tick = () => { const clockNode = $('clock'); if (clockNode) clockNode.replaceChildren(h('span.date', {}, dated(pretend(), { month: 'short', day: 'numeric', weekday: 'short' })), h('b', {}, clock(pretend()))); };
setInterval(() => S.ws && tick(), 5000);

// ---- the frame ---------------------------------------------------------------------------------

const HUES = { U0SATO: 12, U0SUZUKI: 152, U0TAKAHASHI: 268, U0EMMA: 38 };

function avatar(id) {
  if (id === S.ws.bot) return h('span.avatar.bot', { 'aria-hidden': true }, h('img', { src: '/icon.svg', alt: '' }));
  if (id === 'USLACKBOT') return h('span.avatar.slackbot', { 'aria-hidden': true }, 'S');
  const node = h('span.avatar', { 'aria-hidden': true }, Array.from(userName(id))[0]);
  node.style.setProperty('--hue', HUES[id] ?? Array.from(id).reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 360);
  return node;
}

function frame() {
  $('top').replaceChildren(
    h('button.icon.burger', { 'aria-label': t('menu'), onclick: () => document.body.classList.toggle('open') }, '☰'),
    h('div.brand', {}, h('img', { src: '/icon.svg', alt: '' }), h('b', {}, S.ws.name), h('span', {}, 'playground')),
    h('div.time', {}, h('span.caption', {}, t('pretend')), h('span.clock', { id: 'clock' }),
      h('button.jump', { id: 'next', title: t('next'), onclick: () => jump('next') }, h('span.long', {}, t('next')), h('span.short', {}, t('nextShort')), ' ⏩'),
      h('button.jump', { id: 'closing', title: t('close'), onclick: () => jump('close') }, h('span.long', {}, t('close')), h('span.short', {}, t('closeShort')))),
    h('button.jump.help', { title: t('guideOpen'), onclick: () => { S.guide = !S.guide; keepsake('guide', S.guide ? 'open' : 'closed'); guide(); } }, '?'));
  $('drop').replaceChildren(h('div', {}, h('b', {}, '📂'), t('drop')));
  guide();
}

async function jump(to) {
  const before = pretend();
  const { now } = await post('time', { to });
  if (now > before + 60e3) step(2);
  if (S.at === 'home') go(S.ws.channels[0].id);
}

function unread(channel) {
  const last = (S.messages[channel] || []).filter(m => m.user !== S.me).at(-1);
  return last && last.ts > (S.seen[S.me]?.[channel] || '');
}

function side() {
  const item = (id, icon, label, off) => h(`button.item${S.at === id ? '.here' : ''}${unread(id) ? '.unread' : ''}${off ? '.off' : ''}`, { 'data-channel': id, 'aria-current': S.at === id, onclick: () => go(id) }, icon, h('span', {}, label), unread(id) && h('i.dot'));
  $('side').replaceChildren(
    h('div.group', {}, h('h2', {}, t('channels')), S.ws.channels.map(c => item(c.id, h('em', {}, '#'), c.name, !c.withBot))),
    h('div.group', {}, h('h2', {}, t('apps')), h('div.appname', {}, avatar(S.ws.bot), h('b', {}, 'Terakoya')), item('home', h('em', {}, '⌂'), t('home')), item(S.ws.im, h('em', {}, '✉'), t('messages'))),
    h('div.group.people', {}, h('h2', {}, t('lookingAs')), S.ws.members.map(m => h(`button.item.person${m.id === S.me ? '.here' : ''}`, { 'data-member': m.id, onclick: () => become(m.id) }, avatar(m.id), h('span', {}, m.name), h('small', {}, m.locale.slice(0, 2).toUpperCase())))));
}

function become(id) {
  if (id === S.me) return;
  S.me = id;
  keepsake('me', id);
  S.thread = null;
  S.recall = -1;
  document.body.classList.remove('open');
  if (S.done.has(2)) step(3);
  listen();
  if (S.at === 'home') post('home', {});
}

function go(id) {
  S.at = id;
  S.thread = null;
  history.replaceState(null, '', '#' + id);
  document.body.classList.remove('open');
  stream(true);
  side();
  composer(true);
  if (id === 'home') { post('home', {}); }
}

// ---- messages ----------------------------------------------------------------------------------

/** What blocks need to know of the page, for one message or view. */
function context(key, place, errors) {
  const filled = () => (S.filled[key] ??= {});
  const note = (b, e, chosen) => { (filled()[b.block_id] ??= {})[e.action_id] = { type: e.type, ...chosen }; };
  const sure = (e, act) => (e.confirm ? ask(e.confirm, act) : act());
  return {
    key, errors, t, userName, channelName, go, menu,
    value: (b, e) => filled()[b.block_id]?.[e.action_id],
    keep: note,
    change(b, e, chosen) { note(b, e, chosen); if (b.type !== 'input' || b.dispatch_action) this.act(b, e, chosen); },
    act: (b, e, chosen) => sure(e, () => { step(place.ts && e.type === 'button' && S.done.has(2) ? 2 : 0); post('act', { ...place, block_id: b.block_id, action_id: e.action_id, chosen, values: filled() }); }),
    suggest: async (b, e, text) => (await post('suggest', { ...place, block_id: b.block_id, action_id: e.action_id, text })).options || [],
    users: () => S.ws.members.map(m => ({ value: m.id, label: m.name, real: m.id })),
    channels: () => S.ws.channels.map(c => ({ value: c.id, label: '#' + c.name, real: c.id })),
  };
}

function body(m, channel) {
  const ctx = context(`${channel}/${m.ts}`, { channel, ts: m.ts });
  const files = (m.files || []).map(f => h('a.file', { href: f.url_private, download: f.name }, h('span', {}, '📄'), h('b', {}, f.title), h('small', {}, `${(f.size / 1024).toFixed(1)} KB`)));
  return [m.blocks ? draw(m.blocks, ctx) : m.text && h('div.blocks', {}, h('div.text', {}, mrkdwn(m.text, ctx))), files.length ? h('div.files', {}, files) : null];
}

function row(m, channel, lead) {
  const bot = m.user === S.ws.bot || m.user === 'USLACKBOT';
  const ms = parseFloat(m.ts) * 1000;
  return h(`article.message${m.private ? '.private' : ''}${m.thread_ts && m.thread_ts !== m.ts ? '.reply' : ''}${lead ? '' : '.follow'}`, { 'data-ts': m.ts, 'aria-label': userName(m.user) },
    m.private && h('div.only', {}, h('span', { 'aria-hidden': true }, '◉'), t('private')),
    lead ? avatar(m.user) : h('time.aside', {}, clock(ms)),
    h('div.content', {},
      lead && h('div.who', {}, h('b', {}, userName(m.user)), bot && h('span.badge', {}, t('app')), h('time', { title: day(ms) }, clock(ms))),
      body(m, channel), m.edited && h('span.edited', {}, t('edited'))),
    h('button.dots', { 'aria-label': t('more'), onclick: ev => messageMenu(ev.currentTarget, m, channel) }, '⋯'));
}

function messageMenu(anchor, m, channel) {
  const own = S.ws.shortcuts.filter(s => s.onMessage).map(s => ({ text: both(s.name), hint: 'Terakoya', go: () => post('shortcut', { id: s.callbackId, channel, ts: m.ts }) }));
  const reply = m.private ? [] : [{ text: t('reply'), go: () => { S.thread = { ts: m.thread_ts || m.ts, who: userName(m.user) }; composer(true); } }];
  menu(anchor, [...own, ...reply]);
}

/** Messages with their replies beneath them, and whether each shows its author. */
function ordered(all) {
  const roots = all.filter(m => !m.thread_ts || m.thread_ts === m.ts || !all.some(r => r.ts === m.thread_ts));
  const flat = roots.flatMap(r => [r, ...all.filter(m => m.thread_ts === r.ts && m.ts !== r.ts)]);
  return flat.map((m, i) => {
    const before = flat[i - 1];
    const near = before && before.user === m.user && m.ts - before.ts < 300 && !m.private && !before.private && (before.thread_ts || '') === (m.thread_ts || '') && !m.blocks;
    return { m, lead: !near, date: i === 0 || day(before.ts * 1000) !== day(m.ts * 1000) && !m.thread_ts ? day(m.ts * 1000) : '' };
  });
}

let drawn = new Map();

function stream(anew) {
  const pane = $('stream');
  head();
  if (S.at === 'home') { drawn = new Map(); home(pane); return; }
  const channel = S.at;
  const all = S.messages[channel] || [];
  (S.seen[S.me] ??= {})[channel] = all.at(-1)?.ts || '';
  const low = pane.scrollHeight - pane.scrollTop - pane.clientHeight < 90;
  if (anew || pane.firstChild?.id !== 'list') { drawn = new Map(); pane.replaceChildren(h('div', { id: 'list' })); }
  const list = pane.firstChild;
  const wanted = ordered(all).flatMap(({ m, lead, date }) => [
    date && { key: 'day' + m.ts, mark: date, make: () => h('div.day', {}, h('span', {}, date)) },
    { key: m.ts, mark: JSON.stringify(m) + lead + lang(), make: () => row(m, channel, lead) }].filter(Boolean));
  if (!all.length) wanted.push({ key: 'empty', mark: channel + lang(), make: () => empty(channel) });
  place(list, wanted);
  if (anew || low || all.at(-1)?.user === S.me) pane.scrollTop = pane.scrollHeight;
}

/** Puts rows in order, making only those that changed: nothing flickers, nothing jumps. */
function place(list, wanted) {
  const next = new Map();
  let at = list.firstChild;
  for (const { key, mark, make } of wanted) {
    const old = drawn.get(key);
    let node = old?.mark === mark ? old.node : make();
    if (old && old.node !== node) { if (at === old.node) at = node; old.node.replaceWith(node); node.classList.add('changed'); }
    if (node === at) at = at.nextSibling;
    else { if (!old) node.classList.add('new'); list.insertBefore(node, at); }
    next.set(key, { mark, node });
  }
  for (const [key, { node }] of drawn) if (!next.has(key)) node.remove();
  drawn = next;
}

const empty = channel => h('div.empty', {}, channel === S.ws.im ? avatar(S.ws.bot) : h('span.hash', {}, '#'), h('h3', {}, t('empty', { to: title(channel) })), h('p', {}, channel === S.ws.im ? t('emptyIm') : S.ws.channels.find(c => c.id === channel).withBot ? t('emptyWhy') : t('notMember')));

function head() {
  const channel = S.ws.channels.find(c => c.id === S.at);
  const people = h('div.faces', { title: t('members') }, S.ws.members.map(m => avatar(m.id)), channel?.withBot && avatar(S.ws.bot));
  const tab = (id, label) => h(`button.tab${S.at === id ? '.here' : ''}`, { onclick: () => go(id) }, label);
  $('head').replaceChildren(...(channel
    ? [h('h1', {}, h('em', {}, '#'), channel.name), people]
    : [h('h1', {}, avatar(S.ws.bot), 'Terakoya'), h('div.tabs', {}, tab('home', t('home')), tab(S.ws.im, t('messages')))]));
  $('composer').hidden = S.at === 'home';
}

function home(pane) {
  const top = pane.scrollTop;
  const view = S.home;
  const ctx = view && context(view.id, { view_id: view.id });
  if (view) step(4);
  pane.replaceChildren(h('div.home', {}, view ? draw(view.blocks, ctx) : h('div.empty', {}, avatar(S.ws.bot), h('h3', {}, t('emptyHome')), h('p', {}, t('emptyHomeWhy')))));
  pane.scrollTop = top;
}

// ---- writing -----------------------------------------------------------------------------------

function composer(focus) {
  const before = $('write')?.value;
  const box = h('textarea', { id: 'write', rows: 1, placeholder: t('write', { to: title(S.at) }), 'aria-label': t('write', { to: title(S.at) }), autocomplete: 'off', spellcheck: false, oninput: typed, onkeydown: key });
  const globals = S.ws.shortcuts.filter(s => !s.onMessage);
  $('composer').replaceChildren(
    h('div', { id: 'complete', role: 'listbox' }),
    S.thread && h('div.replying', {}, '↳ ' + t('replying', { who: S.thread.who }), h('button', { 'aria-label': t('remove'), onclick: () => { S.thread = null; composer(true); } }, '×')) || '',
    h('div.box', {}, box, h('div.tools', {},
      h('button.icon', { type: 'button', title: t('shortcuts'), 'aria-label': t('shortcuts'), onclick: ev => menu(ev.currentTarget, globals.map(s => ({ text: both(s.name), hint: 'Terakoya', go: () => post('shortcut', { id: s.callbackId }) })), t('noShortcuts')) }, '⚡'),
      h('span.tip', { id: 'tip' }),
      h('button.send', { id: 'send', type: 'button', 'aria-label': t('send'), onclick: send }, h('img', { src: '/send.svg', alt: '' })))));
  const mine = S.sent[S.me];
  box.value = before ?? (mine ? '' : '/aws NLB');
  $('composer').hidden = S.at === 'home';
  if (focus || before === undefined) box.focus({ preventScroll: true });
  grow();
}

function grow() {
  const box = $('write');
  box.style.height = 'auto';
  box.style.height = Math.min(200, box.scrollHeight) + 'px';
  $('send').classList.toggle('ready', !!box.value.trim());
  const command = S.ws.commands.findLast(c => (box.value + ' ').startsWith(c.text + ' '));
  $('tip').textContent = command ? `${command.text} ${both(command.hint)}` : '';
}

let candidates = [];
let chosen = -1;

function typed() {
  S.recall = -1;
  grow();
  const text = $('write').value;
  candidates = text.startsWith('/') && !text.includes('\n') ? S.ws.commands.filter(c => c.text.startsWith(text) && c.text !== text) : [];
  chosen = -1;
  offer();
}

function offer() {
  $('complete').replaceChildren(...candidates.map((c, i) => h(`button.candidate${i === chosen ? '.here' : ''}`, { role: 'option', 'aria-selected': i === chosen, onmousedown: ev => { ev.preventDefault(); accept(c); } },
    h('b', {}, c.text), h('span.hint', {}, both(c.hint)), h('span.what', {}, both(c.description)))), candidates.length ? h('small', {}, t('tab')) : '');
}

function accept(command) {
  const box = $('write');
  box.value = command.text + ' ';
  box.focus();
  typed();
}

function key(ev) {
  if (ev.isComposing || ev.keyCode === 229) return;
  const box = ev.target;
  if (candidates.length && (ev.key === 'ArrowDown' || ev.key === 'ArrowUp')) {
    chosen = (chosen + (ev.key === 'ArrowDown' ? 1 : candidates.length - (chosen < 0 ? 0 : 1))) % candidates.length;
    offer();
    ev.preventDefault();
  } else if (candidates.length && (ev.key === 'Tab' || (ev.key === 'Enter' && (chosen >= 0 || !box.value.includes(' '))))) {
    accept(candidates[Math.max(0, chosen)]);
    ev.preventDefault();
  } else if (ev.key === 'Escape') {
    candidates = [];
    offer();
  } else if (ev.key === 'Enter' && !ev.shiftKey) {
    ev.preventDefault();
    send();
  } else if (ev.key === 'ArrowUp' && (S.recall >= 0 || !box.value)) recall(1, ev);
  else if (ev.key === 'ArrowDown' && S.recall >= 0) recall(-1, ev);
}

function recall(by, ev) {
  const mine = S.sent[S.me] || [];
  S.recall = Math.max(-1, Math.min(mine.length - 1, S.recall + by));
  $('write').value = S.recall < 0 ? '' : mine[S.recall];
  ev.preventDefault();
  grow();
}

async function send() {
  const box = $('write');
  const text = box.value.trim();
  if (!text) return;
  (S.sent[S.me] ??= []).unshift(text);
  box.value = '';
  typed();
  if (text.startsWith('/')) step(1);
  const thread_ts = S.thread?.ts || '';
  if (S.thread) { S.thread = null; composer(true); }
  await post('say', { channel: S.at, text, thread_ts });
}

// ---- menus, dialogs, modals --------------------------------------------------------------------

function menu(anchor, items, none) {
  const shut = () => { pop.remove(); removeEventListener('pointerdown', away, true); removeEventListener('keydown', escape, true); };
  const away = ev => { if (!pop.contains(ev.target)) shut(); };
  const escape = ev => { if (ev.key === 'Escape') { ev.stopPropagation(); shut(); anchor.focus(); } };
  document.querySelector('.menu')?.remove();
  const pop = h('div.menu', { role: 'menu' }, items.length ? items.map(i => h('button', { role: 'menuitem', onclick: () => { shut(); i.go(); } }, h('span', {}, i.text), i.hint && h('small', {}, i.hint))) : h('p', {}, none || '—'));
  const host = anchor.closest('dialog') || document.body;
  host.append(pop);
  const [a, p] = [anchor.getBoundingClientRect(), pop.getBoundingClientRect()];
  pop.style.left = Math.max(8, Math.min(a.left, innerWidth - p.width - 8)) + 'px';
  pop.style.top = (a.bottom + p.height + 8 < innerHeight ? a.bottom + 4 : Math.max(8, a.top - p.height - 4)) + 'px';
  addEventListener('pointerdown', away, true);
  addEventListener('keydown', escape, true);
  if (anchor.tagName !== 'INPUT') pop.querySelector('button')?.focus({ preventScroll: true });
}

function dialog(parts, onclose, name) {
  const node = h('dialog', { class: name || '' }, parts);
  node.addEventListener('cancel', ev => { ev.preventDefault(); onclose(); });
  $('layer').append(node);
  node.showModal();
  return node;
}

function ask(confirm, act) {
  const shut = () => box.remove();
  const ctx = context('confirm', {});
  const text = confirm.text.type === 'mrkdwn' ? mrkdwn(confirm.text.text, ctx) : confirm.text.text;
  const box = dialog([h('h2', {}, confirm.title.text), h('div.inside', {}, text), h('footer', {},
    h('button.btn', { onclick: shut }, confirm.deny.text), h(`button.btn.solid${confirm.style === 'danger' ? '.danger' : ''}`, { onclick: () => { shut(); act(); } }, confirm.confirm.text))], shut, 'small');
}

let shown = { id: '', hash: '', node: null };

function modal() {
  const view = S.modal;
  if (!view) { shown.node?.remove(); shown = { id: '', hash: '', node: null }; S.errors = {}; return; }
  if (view.id === shown.id && view.hash === shown.hash && lang() === shown.lang) return;
  if (view.id !== shown.id) S.errors = {};
  drawModal(view);
}

function drawModal(view) {
  const top = shown.node?.querySelector('.inside')?.scrollTop || 0;
  const shut = () => post('close', {});
  const send = async () => {
    const { errors = {} } = await post('submit', { values: S.filled[view.id] || {} });
    S.errors = errors;
    if (Object.keys(errors).length && S.modal?.id === view.id) drawModal(S.modal);
  };
  const parts = [h('header', {}, avatar(S.ws.bot), h('h2', {}, view.title.text), h('button.icon', { 'aria-label': t('ok'), onclick: shut }, '×')),
    h('div.inside', {}, S.errors['*'] && h('div.error', {}, S.errors['*']), draw(view.blocks, context(view.id, { view_id: view.id }, S.errors))),
    h('footer', {}, h('button.btn', { onclick: shut }, view.close?.text || (view.submit ? t('cancel') : t('ok'))), view.submit && h('button.btn.solid', { id: 'submit', onclick: send }, view.submit.text))];
  if (shown.node && shown.node.isConnected) shown.node.replaceChildren(...parts.filter(Boolean));
  else shown.node = dialog(parts, shut, 'modal');
  Object.assign(shown, { id: view.id, hash: view.hash, lang: lang() });
  shown.node.querySelector('.inside').scrollTop = top;
  (shown.node.querySelector('.input:has(.error) :is(input,textarea,select), [autofocus]') || shown.node.querySelector('.inside :is(input,textarea,select)'))?.focus();
}

function toast(text) {
  document.querySelector('.toast')?.remove();
  const node = h('div.toast', { role: 'status' }, text);
  document.body.append(node);
  setTimeout(() => node.remove(), 4000);
}

// ---- the guide, and notes that are dropped -----------------------------------------------------

function step(n) {
  if (!n || S.done.has(n)) return;
  S.done.add(n);
  keepsake('done', JSON.stringify([...S.done]));
  guide();
}

/** Words with <b>…</b> in them, as nodes. */
const bold = text => text.split(/<b>|<\/b>/).map((part, i) => (i % 2 ? h('b', {}, part) : part));

function guide() {
  const open = S.guide;
  document.body.classList.toggle('guided', open);
  const next = [1, 2, 3, 4].find(n => !S.done.has(n));
  const shut = h('button.icon', { 'aria-label': t('guideClose'), onclick: () => { S.guide = false; keepsake('guide', 'closed'); guide(); } }, '×');
  const picker = h('input', { type: 'file', webkitdirectory: true, multiple: true, hidden: true, onchange: ev => take_files([...ev.target.files].map(f => ({ path: f.webkitRelativePath.split('/').slice(1).join('/') || f.name, file: f }))) });
  $('guide').replaceChildren(h('header', {}, h('h2', {}, t('guide')), shut),
    h('ol', {}, [1, 2, 3, 4].map(n => h(`li${S.done.has(n) ? '.done' : n === next ? '.next' : ''}`, {}, h('i', {}, S.done.has(n) ? '✓' : n), h('span', {}, bold(t('g' + n)))))),
    h('div.own', {}, h('span.folder', {}, '📂'), h('p', {}, t('dropHint')), h('button.btn', { onclick: () => picker.click() }, t('dropPick')), picker));
  $('strip').replaceChildren(...(open && next ? [h('i', {}, next), h('span', {}, bold(t('g' + next))), shut.cloneNode(true)] : []));
  $('strip').querySelector('button')?.addEventListener('click', () => { S.guide = false; keepsake('guide', 'closed'); guide(); });
}

async function entries(item, path, out) {
  if (item.isFile) return void out.push({ path: path + item.name, file: await new Promise((yes, no) => item.file(yes, no)) });
  const reader = item.createReader();
  for (;;) {
    const some = await new Promise((yes, no) => reader.readEntries(yes, no));
    if (!some.length) return undefined;
    for (const entry of some) if (!entry.name.startsWith('.')) await entries(entry, `${path}${item.name}/`, out);
  }
}

const base64 = file => new Promise((yes, no) => { const r = new FileReader(); r.onload = () => yes(r.result.split(',')[1] || ''); r.onerror = no; r.readAsDataURL(file); });

async function take_files(files) {
  if (!files.length) return;
  if (files.reduce((sum, f) => sum + f.file.size, 0) > 40e6) return void toast(t('tooBig'));
  toast(t('reading'));
  const sum = await post('notes', { files: await Promise.all(files.map(async f => ({ path: f.path, base64: await base64(f.file) }))) });
  document.querySelector('.toast')?.remove();
  if (sum.ok) summary(sum);
}

function summary(sum) {
  const shut = () => box.remove();
  const tile = (n, key) => h('div.tile', {}, h('b', {}, n.toLocaleString(locale())), h('span', {}, t(key)));
  const command = S.ws.commands[0]?.text.split(' ')[0] || '/aws';
  const look = (word, i) => h('button.btn', { 'data-lookup': word, autofocus: i === 0, onclick: () => { shut(); if (S.at === 'home') go(S.ws.channels[0].id); $('write').value = `${command} ${word}`; send(); } }, `${command} ${word}`);
  const box = dialog([h('header', {}, h('span.folder', {}, '📂'), h('h2', {}, t('read')), h('button.icon', { 'aria-label': t('ok'), onclick: shut }, '×')),
    h('div.inside', {}, h('div.tiles', {}, tile(sum.files, 'files'), tile(sum.sections, 'sections'), tile(sum.problems, 'problems'), tile(sum.questions, 'questions')),
      sum.lookups.length ? [h('h3', {}, t('tryThese')), h('div.actions', {}, sum.lookups.map(look))] : null)], shut, 'modal summary');
}

let over = 0;
addEventListener('dragenter', ev => { if (ev.dataTransfer?.types.includes('Files')) { over++; document.body.classList.add('dropping'); } });
addEventListener('dragleave', () => { if (--over <= 0) { over = 0; document.body.classList.remove('dropping'); } });
addEventListener('dragover', ev => ev.preventDefault());
addEventListener('drop', async ev => {
  ev.preventDefault();
  over = 0;
  document.body.classList.remove('dropping');
  const items = [...ev.dataTransfer.items].map(i => i.webkitGetAsEntry()).filter(Boolean);
  const out = [];
  for (const item of items) await entries(item, '', out);
  const top = items.length === 1 && items[0].isDirectory ? items[0].name + '/' : '';
  take_files(out.map(f => ({ ...f, path: f.path.startsWith(top) ? f.path.slice(top.length) : f.path })));
});
addEventListener('hashchange', () => { const id = location.hash.slice(1).split('/')[0]; if (S.ws && id !== S.at && places().includes(id)) go(id); });
$('shade').addEventListener('click', () => document.body.classList.remove('open'));
window.playground = { takeFiles: take_files };
if (!S.me) S.me = 'U0SATO';
listen();
