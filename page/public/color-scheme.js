// Before anything is drawn, so that a dark page does not flash white. A file of its own: the content policy allows no inline script.
(() => {
  const chosen = window.localStorage?.getItem('mantine-color-scheme-value');
  const isDark = chosen === 'dark' || (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
})();
