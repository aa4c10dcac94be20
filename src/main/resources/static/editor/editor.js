/* The editor of rules over two plain text fields. Without this file they are a form that is sent and checked as a whole. */
import {EditorState} from './lib/state.js';
import {EditorView, keymap, lineNumbers, highlightActiveLine, highlightActiveLineGutter, hoverTooltip} from './lib/view.js';
import {bracketMatching, indentUnit} from './lib/language.js';
import {defaultKeymap, history, historyKeymap} from './lib/commands.js';
import {nextDiagnostic} from './lib/lint.js';
import {autocompletion, completionKeymap, closeBrackets, closeBracketsKeymap} from './lib/autocomplete.js';
import {drl, yaml, colours} from './drl.js';
import {Words} from './words.js';
import {problemMarks, show, change} from './problems.js';

const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
const form = $('#editor'), key = form.dataset.key, version = form.elements.version, csrf = form.elements.csrf.value;
const views = {};
let words = null, checked = '', saved = texts(), checking = 0, saving = null, refused = false, timers = {};

fetch(form.dataset.words).then(answer => answer.json()).then(data => { words = new Words(data); });
for (const id of ['rule', 'cases']) views[id] = mount($('#' + id), id === 'cases');
receive($('#problems'));
state('');
addEventListener('beforeunload', e => { if (texts() !== saved) e.preventDefault(); });

function view(id) { return views[id]; }
function texts() { return $$('textarea.src').map(area => area.value).join('\u0000'); }

function mount(area, isCase) {
  const place = $('[data-place]');
  const run = what => () => { attempt(what); return true; };
  const keys = [{key: 'Mod-Enter', run: run('all')}, {key: 'Mod-Shift-Enter', run: run('cases')}, {key: 'F8', run: next}, {key: 'Mod-.', run: mend}];
  const mounted = new EditorView({
    parent: document.createElement('div'),
    state: EditorState.create({
      doc: area.value,
      extensions: [EditorView.cspNonce.of(form.dataset.nonce), lineNumbers(), problemMarks, highlightActiveLine(), highlightActiveLineGutter(),
        history(), bracketMatching(), closeBrackets(), colours, isCase ? yaml : drl, EditorState.tabSize.of(4), indentUnit.of(isCase ? '  ' : '    '),
        autocompletion({override: [context => words?.complete(context, isCase) ?? null], icons: false}), isCase ? [] : hoverTooltip(explain),
        keymap.of([...keys, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({'aria-label': isCase ? 'Cases, YAML' : 'Rule, DRL', 'aria-describedby': 'problems', spellcheck: 'false', tabindex: '0', id: area.id + '-text'}),
        EditorView.updateListener.of(update => {
          const head = update.state.selection.main.head, line = update.state.doc.lineAt(head);
          if (update.view.hasFocus) place.textContent = `Ln ${line.number}, Col ${head - line.from + 1}`;
          if (update.docChanged) { area.value = update.state.doc.toString(); typed(); }
        })],
    }),
  });
  area.after(mounted.dom);
  area.hidden = true;
  $(`label[for="${area.id}"]`).addEventListener('click', () => mounted.focus());
  return mounted;
}

function explain(view, at) {
  const found = words?.explain(view.state.doc.toString(), at);
  return found && {pos: found.from, end: found.to, above: true, create() {
    const dom = document.createElement('div'), head = document.createElement('code');
    dom.className = 'cm-doc';
    head.textContent = found.head + (found.type ? ' : ' + found.type : '');
    dom.append(head, document.createElement('br'), found.doc);
    return {dom};
  }};
}

/* Typing: results grow old at once, problems come a moment later, the draft is kept after a second. */
function typed() {
  $$('[data-stale]').forEach(mark => { mark.hidden = false; });
  state('Unsaved changes');
  later('check', check, 250);
  if (!refused) later('save', save, 1000);
}
function later(name, task, delay) { clearTimeout(timers[name]); timers[name] = setTimeout(task, delay); }
function state(text) { $('[data-state]').textContent = text; }
function body() { const data = new URLSearchParams(new FormData(form)); data.delete('csrf'); return data; }
function post(what, data = body()) {
  return fetch(`/rules/${key}/${what}`, {method: 'POST', body: data, headers: {'X-CSRF-Token': csrf, 'HX-Request': 'true'}});
}

async function check() {
  const mine = ++checking, sent = texts();
  const answer = await post('check').catch(() => null);
  if (answer?.status === 429 || answer?.status === 503) later('check', check, 1000);
  if (!answer?.ok || mine !== checking || texts() !== sent) return;
  const box = document.createElement('template');
  box.innerHTML = await answer.text();
  const fresh = $('#problems', box.content);
  if (fresh && texts() === sent) { $('#problems').replaceWith(fresh); receive(fresh); }
}

/** Takes over the problems that the server wrote into the list. */
function receive(section) {
  checked = texts();
  const all = JSON.parse(section.dataset.problems || '[]');
  for (const id of ['rule', 'cases']) {
    const ending = id === 'rule' ? '.drl' : '.cases.yaml';
    show(view(id), all.filter(p => p.path.endsWith(ending)), apply);
  }
}

/** A fix was made for the text that was checked; after a change it waits for the next check. */
function apply(fix) {
  const target = view(fix.path.endsWith('.drl') ? 'rule' : 'cases');
  if (texts() !== checked) { check(); return; }
  const mend = change(target.state.doc, fix);
  target.dispatch({changes: mend, selection: {anchor: mend.from + mend.insert.length}, userEvent: 'fix', scrollIntoView: true});
  target.focus();
}

/** The fix of the problem at the place of the cursor, or else of the first one on its line. */
function mend(target) {
  const head = target.state.selection.main.head, line = target.state.doc.lineAt(head), column = head - line.from + 1;
  const ending = target === view('rule') ? '.drl' : '.cases.yaml';
  const here = JSON.parse($('#problems').dataset.problems || '[]').filter(p => p.fix && p.path.endsWith(ending) && p.line === line.number);
  const found = here.find(p => p.column <= column && column <= p.endColumn) ?? here[0];
  if (found) apply(found.fix);
  return true;
}

function next(from) {
  const order = from === view('cases') ? ['cases', 'rule'] : ['rule', 'cases'];
  for (const id of order) {
    const before = view(id).state.selection.main;
    if (nextDiagnostic(view(id))) {
      if (view(id) === from && before.eq(view(id).state.selection.main)) continue;
      view(id).focus();
      return true;
    }
  }
  return true;
}

/* Saving: one at a time, each over the version that the one before gave. */
async function save() {
  clearTimeout(timers.save);
  if (saving) { await saving; if (texts() === saved) return true; }
  if (texts() === saved) { state($('[data-state]').textContent.startsWith('Saved') ? $('[data-state]').textContent : 'Nothing to save'); return true; }
  if (!view('rule').state.doc.toString().trim()) { state('Not saved: the rule is empty. Save and check lets it go.'); return false; }
  saving = keep();
  const done = await saving;
  saving = null;
  return done;
}
async function keep() {
  const sent = texts();
  state('Saving');
  const answer = await post('keep').catch(() => null);
  const said = answer && await answer.json().catch(() => null);
  if (answer?.ok && said) {
    version.value = said.version;
    $$('form input[name=version]').forEach(field => { if (!field.closest('dialog')) field.value = said.version; });
    saved = sent;
    refused = false;
    alerts('');
    state(texts() === sent ? `Saved ${said.saved}` : 'Unsaved changes');
    return true;
  }
  refused = true;
  if (said?.version !== undefined) version.value = said.version;
  state('Not saved');
  alerts(said?.error ?? 'The server could not answer. What you typed is still here; press Ctrl S to try again.');
  return false;
}
function alerts(text) {
  const box = $('#alerts');
  box.textContent = '';
  if (!text) return;
  const note = document.createElement('div'), line = document.createElement('p');
  note.className = 'note bad';
  line.textContent = text;
  note.append(line);
  box.append(note);
}

/* Trying: the draft is kept first, so that what is shown is what would be published. */
async function attempt(what) {
  const panels = $('#panels');
  if (panels.getAttribute('aria-busy') === 'true') return;
  panels.setAttribute('aria-busy', 'true');
  try {
    if (await save()) {
      const sent = texts();
      await htmx.ajax('POST', `/rules/${key}/try`, {target: '#panels', swap: 'innerHTML', values: {...Object.fromEntries(body()), run: what}});
      if (texts() === sent) receive($('#problems'));
      else typed();
    }
  } finally { panels.removeAttribute('aria-busy'); }
}

addEventListener('click', async e => {
  const button = e.target.closest('#problems button[name=fix], #problems a.at, [data-publish], [data-save], button[name=run]');
  if (!button) return;
  e.preventDefault();
  if (button.matches('[data-save]')) { if (view('rule').state.doc.toString().trim()) attempt('all'); else form.submit(); }
  else if (button.matches('[data-publish]')) { await attempt('all'); $('#publishing').showModal(); }
  else if (button.name === 'run') attempt(button.value);
  else if (button.name === 'fix') {
    const found = JSON.parse($('#problems').dataset.problems).find(p => p.fix && `${p.line} ${p.fix.title}` === button.value);
    if (found) apply(found.fix);
  } else {
    const target = view(button.hash.slice(1)), line = target.state.doc.line(Math.min(target.state.doc.lines, +button.dataset.line));
    target.dispatch({selection: {anchor: Math.min(line.to, line.from + +button.dataset.column - 1)}, scrollIntoView: true});
    target.focus();
  }
});
addEventListener('keydown', e => {
  const mod = e.ctrlKey || e.metaKey, dialog = $('dialog[open]');
  if (mod && e.key.toLowerCase() === 's') { e.preventDefault(); refused = false; save(); }
  else if (!dialog && !e.defaultPrevented && mod && e.key === 'Enter') { e.preventDefault(); attempt(e.shiftKey ? 'cases' : 'all'); }
  else if (!dialog && !e.defaultPrevented && e.key === 'F8') { e.preventDefault(); next(null); }
});

/* The list of facts. */
const search = $('[data-facts]');
search.hidden = false;
search.addEventListener('input', () => {
  const text = search.value.trim().toLowerCase();
  $$('[data-fact]').forEach(fact => {
    const name = fact.dataset.fact.toLowerCase().includes(text), field = fact.textContent.toLowerCase().includes(text);
    fact.hidden = !name && !field;
    fact.open = text !== '' && field && !name;
  });
});
