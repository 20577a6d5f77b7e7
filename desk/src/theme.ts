const SETTING = 'hearsay.light';

/** Sets the page as it was last left; without a choice the system's own light or dark holds. */
export function restoreTheme(): void {
  const chosen = localStorage.getItem(SETTING);
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
}

export function turnTheme(): void {
  const { dataset } = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const turned = (dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
  dataset.theme = turned;
  localStorage.setItem(SETTING, turned);
}
