/** From the second page on, so that a first visit stays light: public pages then open without the network too. */
export const serveOffline = (): void => {
  const again = document.referrer.startsWith(location.origin) || matchMedia('(display-mode: standalone)').matches;
  if (!again || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
};
