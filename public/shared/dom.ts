/** The element with that id, if it is of that class. */
export const byId = <T extends HTMLElement>(id: string | undefined, type: new () => T): T | undefined => {
  const found = id ? document.getElementById(id) : null;
  return found instanceof type ? found : undefined;
};

/** Listens on the document for an event inside elements that match; also for elements that come later. */
export const onInside = <K extends keyof DocumentEventMap>(
  event: K,
  selector: string,
  act: (element: HTMLElement, event: DocumentEventMap[K]) => void,
): void =>
  document.addEventListener(event, (happened) => {
    const inside = happened.target instanceof Element ? happened.target.closest<HTMLElement>(selector) : null;
    if (inside) act(inside, happened);
  });

/** Tells readers of screens what has just happened, without moving the focus. */
export const announce = (text: string): void => {
  let box = document.querySelector<HTMLElement>('[data-announce]');
  if (!box) {
    box = document.createElement('p');
    box.className = 'sr';
    box.setAttribute('role', 'status');
    box.dataset['announce'] = '';
    document.body.append(box);
  }
  box.textContent = text;
};
