/* Colours of rules and of cases; what is not known stays plain. Class names are those of app.css. */
import {StreamLanguage, HighlightStyle, syntaxHighlighting} from './lib/language.js';
import {tags} from './lib/highlight.js';

const KEYWORDS = new Set(('package import global rule when then end not exists forall and or accumulate in memberOf contains matches '
  + 'str null true false if else String int long boolean var').split(' '));

export const drl = StreamLanguage.define({
  name: 'drl',
  startState: () => ({comment: false}),
  token(stream, state) {
    if (state.comment) {
      state.comment = !stream.match(/.*?\*\//);
      if (state.comment) stream.skipToEnd();
      return 'comment';
    }
    if (stream.eatSpace()) return null;
    if (stream.match('//')) { stream.skipToEnd(); return 'comment'; }
    if (stream.match('/*')) { state.comment = true; return 'comment'; }
    if (stream.match(/"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/@\s*\w+/)) return 'meta';
    if (stream.match(/\$\w+/)) return 'variableName';
    if (stream.match(/\d[\d.]*d?/)) return 'number';
    if (stream.match(/[A-Za-z_]\w*/)) {
      const word = stream.current();
      if (KEYWORDS.has(word)) return 'keyword';
      return /^[A-Z]/.test(word) ? 'typeName' : 'propertyName';
    }
    stream.next();
    return null;
  },
  languageData: {commentTokens: {line: '//', block: {open: '/*', close: '*/'}}, closeBrackets: {brackets: ['(', '"']}},
});

export const yaml = StreamLanguage.define({
  name: 'yaml',
  startState: () => ({}),
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/#.*/)) return 'comment';
    if (stream.match(/"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?/)) return 'string';
    if (stream.match(/[A-Za-z][\w-]*(?=\s*:(\s|$))/)) return 'keyword';
    if (stream.match(/\d{4}(-(Q\d|\d\d(-\d\d)?))?\b|\d[\d.]*\b/)) return 'number';
    if (stream.match(/[A-Z_]{2,}\b/)) return 'typeName';
    if (stream.match(/[\w$./-]+/)) return 'propertyName';
    stream.next();
    return null;
  },
  languageData: {commentTokens: {line: '#'}},
});

export const colours = syntaxHighlighting(HighlightStyle.define([
  {tag: tags.keyword, class: 'k'}, {tag: tags.string, class: 's'}, {tag: tags.comment, class: 'c'},
  {tag: tags.typeName, class: 't'}, {tag: tags.variableName, class: 'v'}, {tag: tags.meta, class: 'a'}, {tag: tags.number, class: 'n'},
]));
