/** Hash routes: `#/batches/12?page=2` → `{path: ['batches', '12'], query: {page: '2'}}`. */
export function currentRoute() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return {
    path: path.split('/').filter(Boolean).map(decodeURIComponent),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function link(path, query = {}) {
  const filled = Object.entries(query).filter(([, v]) => v !== '' && v != null);
  const tail = filled.length ? `?${new URLSearchParams(filled)}` : '';
  return `#/${path.map(encodeURIComponent).join('/')}${tail}`;
}

export function go(path, query) {
  location.hash = link(path, query);
}

/** Changes only the query, without a new history entry: filters and pages. */
export function refine(changes) {
  const { path, query } = currentRoute();
  history.replaceState(null, '', link(path, { ...query, ...changes }));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
