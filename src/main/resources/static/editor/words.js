/* What can stand at a place of a rule or of a case, and what a word there means. */
const IN_CASES = {milestones: 'Milestone', dependencies: 'Dependency', participants: 'Participant', restrictions: 'Restriction',
  indicators: 'Indicator', observations: 'Observation', events: 'Event', updates: 'ProgressUpdate', attributes: 'Attribute', ratings: 'Rating', findings: 'Finding', roadmap: 'Roadmap'};
const CASE_FIELDS = ['name', 'as-of', 'given', 'expect', 'subject', 'severity', 'message', 'rule', 'cases'];
const CONDITIONS = [['not', 'holds when there is no such fact'], ['exists', 'holds when there is at least one such fact'],
  ['forall', 'every fact of the first pattern also meets the second'], ['accumulate', 'works something out over all facts of a kind'],
  ['and', 'both conditions'], ['or', 'one of the conditions']];

export class Words {
  constructor(data) {
    this.data = data;
    this.things = new Map(data.things.map(thing => [thing.name, thing]));
    this.constants = new Map(data.constants.map(all => [all.name, all]));
  }

  /** What can be written where the cursor is; null for nothing. */
  complete(context, isCase) {
    const before = context.state.sliceDoc(0, context.pos);
    if (isCase) return this.inCase(context, before);
    const word = context.matchBefore(/[@$]?[\w]*$/), line = before.slice(before.lastIndexOf('\n') + 1);
    if (!word || (word.from === word.to && !context.explicit && !/[.@(]\s*$/.test(line))) return null;
    if (insideText(line)) return null;
    const options = this.options(before.slice(0, word.from), word.text);
    return options.length ? {from: word.from, options, validFor: /^[@$]?\w*$/} : null;
  }

  options(before, word) {
    if (word.startsWith('@') || /@\s*$/.test(before)) return this.metadata();
    const chain = /([\w$]+(?:\(\s*[^()]*\))?(?:\.[\w$]+(?:\(\s*[^()]*\))?)*)\.$/.exec(before);
    const after = afterThen(before);
    if (chain) return this.following(chain[1], before.slice(0, -chain[0].length), after);
    const names = bindings(before).map(name => ({label: name, type: 'variable', detail: this.typeOf(name, before)}));
    if (after) {
      return [{label: 'findings.report( $, "" );', apply: 'findings.report( ', type: 'function', info: 'Reports what the rule found: about what, and a message.'},
        ...names, ...this.enums()];
    }
    const fact = this.things.get(pattern(before) ?? '');
    if (!/\bwhen\b/.test(stripped(before))) return this.beginnings(word, before);
    if (!fact) return [...this.facts(), ...CONDITIONS.map(([label, info]) => ({label, info, type: 'keyword'}))];
    if (/[\w)\]"]\s+$/.test(before) && !/(,|\(|&&|\|\||:)\s*$/.test(before) && !/(==|!=|<|>|<=|>=|contains|memberOf|matches|in)\s+$/.test(before)) {
      return this.data.operators.map(o => ({label: o.word, info: o.meaning, type: 'operator'}));
    }
    return [...fact.members.map(m => option(m, false)), ...names, ...this.enums()];
  }

  beginnings(word, before) {
    if (/\b(rule)\b/.test(stripped(before))) return [...this.metadata(), {label: 'when', type: 'keyword'}, {label: 'then', type: 'keyword'}, {label: 'end', type: 'keyword'}];
    return ['package milepost.rules;', 'import milepost.facts.*;', 'global Findings findings;', 'rule "folder/name"'].map(label => ({label, type: 'keyword'}));
  }

  metadata() { return this.data.metadata.map(m => ({label: m.word, info: m.meaning, type: 'keyword'})); }
  facts() { return this.data.things.filter(t => t.matchable).map(t => ({label: t.name, info: t.doc, type: 'class', apply: t.name + '( '})); }
  enums() { return this.data.constants.map(c => ({label: c.name, info: c.doc, type: 'enum'})); }

  following(chain, before, after) {
    const all = this.constants.get(chain);
    if (all) return all.values.map(label => ({label, info: all.doc, type: 'constant'}));
    const thing = this.things.get(this.reached(chain, before));
    return thing ? thing.members.map(m => option(m, after)) : [];
  }

  /** The name of what a chain such as $m.due or due.last leads to. */
  reached(chain, before) {
    const steps = chain.replace(/\([^()]*\)/g, '').split('.');
    let of = this.typeOf(steps[0], before) || this.member(pattern(before), steps[0])?.of || '';
    for (const step of steps.slice(1)) of = this.member(of, step)?.of ?? '';
    return of;
  }

  member(of, name) {
    return this.things.get(of ?? '')?.members.find(m => m.name === name || m.call.replace(/\(.*/, '') === name);
  }

  /** What a name given in the rule stands for. */
  typeOf(name, before) {
    if (!name.startsWith('$')) return '';
    const escaped = name.replace('$', '\\$'), text = stripped(before);
    const fact = new RegExp(escaped + '\\s*:\\s*([A-Z]\\w*)\\s*\\(').exec(text);
    if (fact) return fact[1];
    const field = new RegExp(escaped + '\\s*:\\s*([a-z][\\w.]*)').exec(text);
    if (!field) return '';
    const steps = field[1].split('.');
    let of = pattern(text.slice(0, field.index)) ?? '';
    for (const step of steps) of = this.member(of, step)?.of ?? '';
    return of;
  }

  inCase(context, before) {
    const word = context.matchBefore(/[\w-]*$/);
    if (word.from === word.to && !context.explicit) return null;
    const line = before.slice(before.lastIndexOf('\n') + 1), field = /([\w-]+)\s*:\s*[\w-]*$/.exec(line);
    const kind = [...before.matchAll(/\b(milestones|dependencies|participants|restrictions|indicators|observations|events|updates|attributes|ratings|findings|roadmap|expect)\s*:/g)].pop()?.[1];
    const thing = this.things.get(IN_CASES[kind] ?? '');
    if (field && field[1] !== kind) {
      const type = field[1] === 'severity' ? 'Severity' : thing?.members.find(m => m.name === field[1])?.type;
      const all = this.constants.get(type ?? '');
      return all ? {from: word.from, options: all.values.map(label => ({label, type: 'constant', info: all.doc})), validFor: /^\w*$/} : null;
    }
    const own = (thing?.given ?? []).map(name => ({label: name, apply: name + ': ', type: 'property', info: thing.members.find(m => m.name === name)?.doc}));
    const kinds = Object.entries(IN_CASES).map(([label, of]) => ({label, apply: label + ': ', type: 'class', info: this.things.get(of)?.doc}));
    return {from: word.from, options: [...own, ...kinds, ...CASE_FIELDS.map(label => ({label, apply: label + ': ', type: 'keyword'}))], validFor: /^[\w-]*$/};
  }

  /** The word at a place with its meaning; null when it has none. */
  explain(text, at) {
    let from = at, to = at;
    while (from > 0 && /[\w$@]/.test(text[from - 1])) from--;
    while (to < text.length && /\w/.test(text[to])) to++;
    const word = text.slice(from, to), before = text.slice(0, from);
    if (!word || insideText(before.slice(before.lastIndexOf('\n') + 1))) return null;
    if (word.startsWith('@')) {
      const found = this.data.metadata.find(m => m.word.startsWith(word + '('));
      return found && {from, to, head: found.word, type: '', doc: found.meaning};
    }
    if (word.startsWith('$')) {
      const of = this.typeOf(word, text.slice(0, to) + text.slice(to, text.indexOf('\n', to) + 1));
      return of && {from, to, head: word, type: of, doc: this.things.get(of)?.doc ?? this.constants.get(of)?.doc ?? ''};
    }
    const named = this.things.get(word) ?? this.constants.get(word);
    if (named) return {from, to, head: word, type: named.values?.join(', ') ?? '', doc: named.doc};
    const chain = /([\w$]+(?:\(\s*[^()]*\))?(?:\.[\w$]+(?:\(\s*[^()]*\))?)*)\.$/.exec(before);
    const member = this.member(chain ? this.reached(chain[1], before.slice(0, -chain[0].length)) : pattern(before), word);
    if (member) return {from, to, head: member.method ? member.call : member.name, type: member.type, doc: member.doc};
    const operator = this.data.operators.find(o => o.word === word);
    return operator ? {from, to, head: word, type: '', doc: operator.meaning} : null;
  }
}

const option = (m, after) => ({label: m.method ? m.call.replace(/\(.*/, '') : after ? m.call : m.name, type: m.method ? 'method' : 'property', detail: m.type,
  info: m.doc, apply: m.method ? m.call.replace(/\(.*/, '( ') : after ? m.call : m.name});
const stripped = text => text.replace(/"(?:[^"\\\n]|\\.)*"/g, found => '"' + ' '.repeat(Math.max(0, found.length - 2)) + '"').replace(/\/\/.*/g, found => ' '.repeat(found.length));
const insideText = line => (line.replace(/\\./g, '').match(/"/g) ?? []).length % 2 === 1 || line.includes('//');
const afterThen = text => { const t = stripped(text), then = t.search(/\bthen\b(?![\s\S]*\bthen\b)/); return then >= 0 && !/\bend\b/.test(t.slice(then)); };
const bindings = text => [...new Set([...stripped(text).slice(stripped(text).lastIndexOf('\nrule ')).matchAll(/(\$\w+)\s*:/g)].map(m => m[1]))];

/** The fact whose brackets are open at the end of a text. */
function pattern(text) {
  const t = stripped(text);
  for (let i = t.length - 1, depth = 0; i >= 0; i--) {
    if (t[i] === ')') depth++;
    else if (t[i] === '(' && depth-- === 0) {
      const name = /([A-Z]\w*)\s*$/.exec(t.slice(0, i));
      if (name) return name[1];
      depth = 0;
    } else if (/\b(when|then)$/.test(t.slice(Math.max(0, i - 5), i + 1))) return null;
  }
  return null;
}
