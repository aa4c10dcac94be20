/* Problems as the server told them: squiggles, marks beside the line, and the first one on a line written out below it. */
import {StateEffect, StateField, RangeSet} from './lib/state.js';
import {EditorView, Decoration, WidgetType, GutterMarker, gutter} from './lib/view.js';
import {setDiagnostics, forEachDiagnostic} from './lib/lint.js';

const LEVEL = {ERROR: 'error', WARNING: 'warning', INFO: 'info'};

const place = (doc, line, column) => {
  const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
  return Math.min(at.to, at.from + Math.max(0, column - 1));
};
const shown = StateEffect.define();

class Below extends WidgetType {
  constructor(problem, apply) { super(); this.problem = problem; this.apply = apply; }
  eq(other) { return other.problem.message === this.problem.message && other.problem.line === this.problem.line && other.problem.column === this.problem.column; }
  toDOM() {
    const box = document.createElement('div'), p = this.problem;
    box.className = 'cm-below cm-below-' + LEVEL[p.severity];
    const place = document.createElement('b');
    place.textContent = `Line ${p.line}, column ${p.column}. `;
    box.append(place, p.message + ' ');
    if (p.fix) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn sml';
      button.textContent = p.fix.title;
      button.onclick = () => this.apply(p.fix);
      box.append(button);
    }
    return box;
  }
  ignoreEvent() { return true; }
}

class Mark extends GutterMarker {
  constructor(level) { super(); this.level = level; }
  eq(other) { return other.level === this.level; }
  toDOM() {
    const mark = document.createElement('span');
    mark.className = 'cm-mark cm-mark-' + this.level;
    mark.title = {error: 'Error', warning: 'Advice', info: 'Note'}[this.level];
    return mark;
  }
}

/** Lines with an error, and what is wrong with them; a line under the author's hands is left in peace until they leave it. */
const field = StateField.define({
  create: () => ({list: [], apply: null, busy: 0, lines: Decoration.none, marks: RangeSet.empty}),
  update(value, tr) {
    let {list, apply, busy} = value, changed = false;
    for (const effect of tr.effects) if (effect.is(shown)) { ({list, apply} = effect.value); changed = true; }
    const line = tr.state.doc.lineAt(tr.state.selection.main.head).number;
    if (tr.docChanged && tr.isUserEvent('input') || tr.isUserEvent('delete')) { if (busy !== line) { busy = line; changed = true; } }
    else if (tr.selection && busy && busy !== line) { busy = 0; changed = true; }
    if (changed) return {list, apply, busy, ...decorate(tr.state, list, apply, busy)};
    return tr.docChanged ? {list, apply, busy, lines: value.lines.map(tr.changes), marks: value.marks.map(tr.changes)} : value;
  },
  provide: f => EditorView.decorations.from(f, value => value.lines),
});

function decorate(state, list, apply, busy) {
  const lines = [], marks = [], told = new Set();
  for (const problem of list) {
    const line = state.doc.line(Math.max(1, Math.min(problem.line, state.doc.lines)));
    if (told.has(line.number)) continue;
    told.add(line.number);
    marks.push(new Mark(LEVEL[problem.severity]).range(line.from));
    if (problem.severity !== 'ERROR') continue;
    lines.push(Decoration.line({class: 'cm-hit'}).range(line.from));
    if (line.number !== busy) lines.push(Decoration.widget({widget: new Below(problem, apply), block: true, side: 1}).range(line.to));
  }
  return {lines: Decoration.set(lines, true), marks: RangeSet.of(marks, true)};
}

export const problemMarks = [field, gutter({class: 'cm-marks', markers: view => view.state.field(field).marks, initialSpacer: () => new Mark('error')})];

/** Shows problems of the text that is in the editor now; apply is called with a fix. */
export function show(view, list, apply) {
  const doc = view.state.doc;
  const diagnostics = list.map(p => {
    const from = place(doc, p.line, p.column), to = Math.max(from, place(doc, p.line, p.endColumn));
    return {from, to, severity: LEVEL[p.severity], message: p.message, source: p.code,
      actions: p.fix ? [{name: p.fix.title, apply: () => apply(p.fix)}] : []};
  }).sort((a, b) => a.from - b.from);
  view.dispatch(setDiagnostics(view.state, diagnostics), {effects: shown.of({list, apply})});
}

/** The change that a fix makes of the text it was made for. */
export const change = (doc, fix) => ({from: place(doc, fix.at.line, fix.at.column), to: place(doc, fix.at.endLine, fix.at.endColumn), insert: fix.text});
export const count = state => { let n = 0; forEachDiagnostic(state, () => n++); return n; };
