/* Tells what others changed while a page is open. Nothing on the page moves by itself; without this file a reload shows the same. */
(() => {
  const box = document.getElementById('live'), state = document.getElementById('live-state');
  if (!box || !window.EventSource) return;
  const part = location.pathname.match(/^\/(?:|flags|roadmaps\/([^/]+)(?:\/milestones\/([^/]+))?)$/);
  const query = new URLSearchParams(location.search);
  if (!part || query.has('asOf') || query.has('knownAt')) return;
  const roadmap = part[1] && decodeURIComponent(part[1]);
  if (part[2] === 'new') return;
  let seen = +box.dataset.since, flags = 0, milestones = new Set(), source = null, wait = 1000, alive = Date.now(), wrote = 0, timer = 0;

  /* What one has just saved oneself is on the page already. */
  document.addEventListener('htmx:beforeRequest', e => { if (e.detail.requestConfig?.verb !== 'get') wrote = Date.now(); });
  document.addEventListener('htmx:afterRequest', e => { if (e.detail.requestConfig?.verb !== 'get') wrote = Date.now(); });
  const own = change => change.by === box.dataset.me && Date.now() - wrote < 5000;

  function show() {
    const what = [];
    if (flags) what.push(`${flags} ${flags === 1 ? 'flag' : 'flags'}`);
    if (milestones.size) what.push(`${milestones.size} ${milestones.size === 1 ? 'milestone' : 'milestones'}`);
    if (!what.length) return;
    const words = document.createElement('p'), bold = document.createElement('b'), link = document.createElement('a');
    bold.textContent = what.join(' and ') + ' changed';
    words.append(bold, ' while this page was open.');
    link.href = location.href; link.className = 'btn sml'; link.textContent = 'Show changes';
    link.addEventListener('click', e => { e.preventDefault(); location.reload(); });
    const dismiss = document.createElement('button');
    dismiss.type = 'button'; dismiss.className = 'btn sml'; dismiss.textContent = 'Later';
    dismiss.addEventListener('click', () => { box.replaceChildren(); flags = 0; milestones.clear(); });
    const note = document.createElement('div');
    note.className = 'note acc';
    note.append(words, link, dismiss);
    box.replaceChildren(note);
  }
  function take(e) {
    const change = JSON.parse(e.data);
    alive = Date.now();
    if (change.number <= seen) return;
    seen = change.number;
    if ((roadmap && change.roadmap !== roadmap) || own(change)) return;
    flags += change.flags;
    change.milestones.forEach(key => milestones.add(change.roadmap + ' ' + key));
    show();
  }
  function connect() {
    source = new EventSource('/events?since=' + seen);
    source.addEventListener('change', take);
    source.addEventListener('beat', () => { alive = Date.now(); wait = 1000; say(); });
    source.onerror = () => {
      source.close();
      timer = setTimeout(connect, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, 60000);
    };
  }
  function say() {
    const silent = Date.now() - alive, now = silent < 15000 ? 'Live' : silent < 60000 ? 'Reconnecting' : 'Offline';
    if (!state || document.hidden || state.dataset.state === now) return;
    state.hidden = false;
    state.dataset.state = now;
    state.lastElementChild.textContent = now;
    state.title = now === 'Live' ? 'Connected. Changes by others are told as they happen.' : 'Not connected; what is shown may be old.';
  }
  /* A browser allows a site few connections: only the page that is looked at keeps one, and catches up when it is looked at again. */
  const pause = () => { clearTimeout(timer); source?.close(); source = null; };
  const resume = () => { if (!source && !document.hidden) { alive = Date.now(); wait = 1000; connect(); } };
  document.addEventListener('visibilitychange', () => document.hidden ? pause() : resume());
  addEventListener('pagehide', pause);
  addEventListener('pageshow', e => { if (e.persisted) resume(); });
  setInterval(say, 5000);
  resume();
})();
