/* The few behaviours that HTML and htmx do not give. Every page works without this file. */
(() => {
  const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
  const root = document.documentElement;
  root.classList.add('has-js');
  const closeMenus = except => $$('.menu[open]').forEach(m => m.contains(except) || m.removeAttribute('open'));

  addEventListener('click', e => {
    const t = e.target.closest('[data-theme-toggle],[data-open],[data-close]');
    closeMenus(e.target);
    if (!t) return;
    if (t.matches('[data-theme-toggle]')) { e.preventDefault(); nextTheme(t); }
    else if (t.dataset.open) $('#' + t.dataset.open)?.showModal();
    else { e.preventDefault(); t.closest('dialog')?.close(); }
  });
  function nextTheme(button) {
    const order = ['system', 'light', 'dark'], now = button.value;
    root.dataset.theme = now;
    document.cookie = `theme=${now}; path=/; max-age=31536000; samesite=lax`;
    button.value = order[(order.indexOf(now) + 1) % 3];
    $('span', button).textContent = now[0].toUpperCase() + now.slice(1);
  }

  /* A reason that has been fetched is folded and unfolded without asking the server again. */
  addEventListener('click', e => {
    const link = e.target.closest('[data-why]'), row = link && document.getElementById(link.dataset.why);
    if (!row) return;
    const fold = !row.hidden;
    link.setAttribute('aria-expanded', String(!fold));
    if (fold || row.dataset.fetched) { row.hidden = fold; row.dataset.fetched = 'yes'; e.preventDefault(); e.stopPropagation(); }
  }, true);

  /* A milestone opens in front of its roadmap; the address says which, and going back closes it. */
  const drawer = () => $('#drawer'), address = () => new URL(location.href);
  addEventListener('click', e => {
    if (e.target.closest('[data-drawer]') && (e.ctrlKey || e.metaKey || e.shiftKey || e.altKey)) e.stopPropagation();
    else if (e.target === drawer() && e.clientX < e.target.getBoundingClientRect().left) e.target.close();
  }, true);
  function openDrawer(asked) {
    const there = drawer().matches(':modal'), url = address(), wanted = new URL(asked, location.href).searchParams;
    for (const name of ['m', 'part']) wanted.has(name) ? url.searchParams.set(name, wanted.get(name)) : url.searchParams.delete(name);
    if (there) { history.replaceState(history.state, '', url); return; }
    if (url.href !== location.href) history.pushState({ drawer: true }, '', url);
    drawer().removeAttribute('open');
    drawer().showModal();
  }
  addEventListener('close', e => {
    if (e.target !== drawer()) return;
    const url = address(), key = url.searchParams.get('m');
    if (document.activeElement === document.body || e.target.contains(document.activeElement)) $(`#m-${CSS.escape(key ?? '')} a.main`)?.focus();
    if (!key) return;
    if (history.state?.drawer) { history.back(); return; }
    url.searchParams.delete('m');
    url.searchParams.delete('part');
    history.replaceState(null, '', url);
  }, true);
  addEventListener('popstate', () => {
    const shown = address().searchParams.has('m');
    if (drawer() && shown !== drawer().open) shown ? location.reload() : drawer().close();
  });

  addEventListener('change', e => {
    const field = e.target.dataset.showpw;
    if (field) $('#' + field).type = e.target.checked ? 'text' : 'password';
  });

  /* The as-of control: a slider and a calendar that write into its field, and three keys. */
  const day = d => d.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).replace('Sept', 'Sep');
  const write = (form, date) => { $('[name=asOf]', form).value = day(date); };
  addEventListener('input', e => {
    const t = e.target, form = t.closest('[data-asof]');
    if (!form) return;
    if (t.type === 'range') {
      const date = new Date(t.dataset.from + 'T00:00:00Z');
      date.setUTCDate(date.getUTCDate() + +t.value);
      write(form, date);
      t.setAttribute('aria-valuetext', day(date));
    } else if (t.type === 'date' && t.value) write(form, new Date(t.value + 'T00:00:00Z'));
  });
  addEventListener('click', e => { if (e.target.closest('[data-print]')) print(); });
  addEventListener('click', e => { const pick = e.target.closest('[data-pick]'); if (pick) pick.previousElementSibling.showPicker?.(); });

  let g = false;
  const go = { p: '/', i: '/inbox', f: '/flags', c: '/forecast', r: '/rules' };
  const rows = () => $$('table.tbl tbody tr:not(.grp):not(.whyrow)').filter(r => $('a,button', r));
  addEventListener('keydown', e => {
    if (e.key === 'Escape') { const menu = e.target.closest('.menu[open]'); closeMenus(null); if (menu) $('summary', menu).focus(); const form = e.target.closest('form.edit'); if (form) $('[data-cancel]', form).click(); }
    if (e.target.matches('input,select,textarea,[contenteditable]') || e.ctrlKey || e.metaKey || e.altKey || $('dialog[open]')) return;
    if (g && go[e.key]) { location.href = go[e.key]; return; }
    g = e.key === 'g';
    if (e.key === '?') $('#keys')?.showModal();
    else if (e.key === '/') { const find = $('.find input'); if (find) { find.focus(); e.preventDefault(); } }
    else if ('t[]'.includes(e.key)) $(`[data-asof] [data-key="${e.key}"]`)?.click();
    else if ('axwA'.includes(e.key) || e.key === 'Escape') flag(e.key);
    else if (e.key === 'j' || e.key === 'k') step(e.key === 'j' ? 1 : -1);
  });
  function step(by) {
    const all = rows(), at = all.indexOf(document.activeElement.closest?.('tr'));
    const row = all[Math.max(0, Math.min(all.length - 1, at + by))];
    ($('[data-open-row]', row) ?? $('a,button', row))?.focus();
  }

  /* The list of flags: rows are selected with x, and what is selected (else the row itself) is acted on. */
  const ticks = () => $$('input[name=flag][form=bulk]');
  let acted = -1;
  function flag(key) {
    const row = document.activeElement.closest?.('tr'), tick = row && $('input[name=flag][form=bulk]', row);
    if (key === 'x') tick?.click();
    else if (key === 'w') (row && $('[data-why]', row))?.click();
    else if (key === 'Escape') $('[data-clear]')?.click();
    else if (ticks().some(t => t.checked) || tick) {
      acted = rows().indexOf(row);
      if (!ticks().some(t => t.checked)) tick.click();
      $(`#bulk [data-key=${key}]`)?.click();
    }
  }
  function selected() {
    const bar = $('#bulk'), n = ticks().filter(t => t.checked).length;
    ticks().forEach(t => t.closest('tr').setAttribute('aria-selected', String(t.checked)));
    if (!bar) return;
    bar.classList.toggle('idle', n === 0);
    $('[data-selected]', bar).textContent = n + ' selected';
  }
  /* Selecting is no change of the filters around the list. */
  addEventListener('change', e => {
    if (e.target.form?.id !== 'bulk') return;
    e.stopPropagation();
    if (e.target.matches('[data-all]')) ticks().forEach(t => { t.checked = e.target.checked; });
    selected();
  }, true);
  addEventListener('click', e => { if (e.target.closest('[data-clear]')) { ticks().forEach(t => { t.checked = false; }); selected(); } });

  /* A form with changes asks before it is left; Ctrl and Enter send it. */
  let dirty = null;
  addEventListener('input', e => { const form = e.target.closest('form[data-ask]'); if (form) dirty = form; });
  addEventListener('submit', () => { dirty = null; }, true);
  addEventListener('click', e => { if (e.target.closest('[data-discard]')) dirty = null; });
  addEventListener('beforeunload', e => { if (dirty?.isConnected) e.preventDefault(); });
  addEventListener('keydown', e => {
    const form = e.key === 'Enter' && (e.ctrlKey || e.metaKey) && e.target.closest('form[data-ask]');
    if (form) { e.preventDefault(); form.requestSubmit($('.btn.pri', form)); }
  });
  const narrow = matchMedia('(max-width: 900px)').matches;
  if (narrow) $$('.fwrap').forEach(d => d.removeAttribute('open'));
  function settle(part) {
    $('[data-focus]', part)?.focus();
    dirty = $('form[data-ask="dirty"]', part) ?? dirty;
    $('form[data-send-at-once]', part)?.requestSubmit();
    $$('dialog[data-autoopen]', part).forEach(d => { if (!d.open) d.showModal(); });
    if (part.id === 'content') { const asked = $('#dialog'); if (asked) asked.textContent = ''; if ($('#results', part)) goOn(); }
  }
  /* What came of an act stands above the list; the keyboard stays at the row that was acted on, or the one in its place. */
  function goOn() {
    const all = rows(), row = all[Math.min(acted, all.length - 1)];
    scrollTo(0, 0);
    (row ? $('a', row) : $('#results button') ?? $('#tab-open'))?.focus({ preventScroll: true });
    acted = -1;
  }
  settle(document);
  if (drawer()?.open) openDrawer(location.href);
  let filters = true;
  addEventListener('htmx:beforeSwap', () => { filters = $('.fwrap')?.open ?? true; });
  addEventListener('htmx:afterSwap', e => { settle(e.target); if (e.target.id === 'drawer') openDrawer(e.detail.pathInfo.requestPath); if (!filters) $$('.fwrap').forEach(d => d.removeAttribute('open')); });
  addEventListener('htmx:afterSettle', selected);
  selected();
  addEventListener('htmx:oobAfterSwap', e => settle(e.target));
  const failed = e => {
    dirty = e.target.closest?.('form[data-ask]') ?? dirty;
    const a = $('#alerts'), large = e.detail?.xhr?.status === 413;
    if (a) a.innerHTML = `<div class="note bad"><p>${large ? 'What you typed is too large to be sent. Nothing was changed; shorten it' : 'The server could not answer. Nothing was changed; try again'}.</p></div>`;
    a?.scrollIntoView({ block: 'nearest' });
  };
  addEventListener('htmx:responseError', failed);
  addEventListener('htmx:sendError', failed);
  addEventListener('htmx:beforeRequest', () => { const a = $('#alerts'); if (a) a.textContent = ''; });
})();
