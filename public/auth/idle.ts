/**
 * Warns before the session ends for want of use. The server ends it 15 minutes after the last request that it noted, and
 * it notes one a minute: so 14 minutes are sure, and after 15 it is over.
 */
const MINUTE = 60_000;
const WARN_AFTER = 12 * MINUTE;
const OVER_AFTER = 15 * MINUTE + 5_000;

/** When this browser last asked the server for anything; shared by its tabs. */
const KEY = 'an-sinh.last-request';
/** Answers whoever is signed in, and so keeps the session. */
const TOUCHED = '/ca-nhan/doi-mat-khau';

const WARNING = 'Bạn đã lâu không thao tác. Hãy chọn Ở lại trong 2 phút tới để phiên làm việc không kết thúc.';
const NO_LINE = 'Chưa kết nối được với máy chủ. Hãy xem lại đường truyền rồi chọn Ở lại lần nữa.';

const now = (): number => Date.now();

/** Private windows may keep nothing: then each tab counts for itself. */
const shared = {
  read: (): number => {
    try {
      return Number(localStorage.getItem(KEY));
    } catch {
      return 0;
    }
  },
  write: (moment: number): void => {
    try {
      localStorage.setItem(KEY, String(moment));
    } catch {
      // This tab remembers it by itself.
    }
  },
};

/** The sign-in page with its kind notice and the way back to here. */
const leave = (): void => {
  const query = new URLSearchParams({ tiep: location.pathname + location.search, 'ly-do': 'het-gio' });
  location.assign(`/dang-nhap?${query.toString()}`);
};

/** The note at the top of the page: the first thing that Tab reaches, without taking the focus from what is typed. */
class Note {
  private readonly box = document.createElement('div');
  private readonly words = document.createElement('span');
  private readonly button = document.createElement('button');
  private before: Element | null = null;

  constructor(stay: () => void) {
    this.box.className = 'flash warn idle-note';
    this.box.setAttribute('role', 'alert');
    this.button.type = 'button';
    this.button.className = 'btn btn-sm';
    this.button.textContent = 'Ở lại';
    this.button.addEventListener('click', stay);
    this.button.addEventListener('focus', ({ relatedTarget }) => {
      if (relatedTarget instanceof Element) this.before = relatedTarget;
    });
    this.box.append(this.words, this.button);
  }

  show(text: string): void {
    if (this.words.textContent !== text) this.words.textContent = text;
    if (this.box.isConnected) return;
    this.before = document.activeElement;
    document.body.prepend(this.box);
  }

  /** The focus goes back to where it was, when it was in here. */
  hide(): void {
    const inside = this.box.contains(document.activeElement);
    this.box.remove();
    this.words.textContent = '';
    if (inside && this.before instanceof HTMLElement) this.before.focus();
  }
}

class Watch {
  private last = now();
  private timer = 0;
  private readonly note = new Note(() => void this.stay());

  /** This page has just come from the server. */
  start(): void {
    shared.write(this.last);
    addEventListener('storage', ({ key }) => {
      if (key === KEY) this.look();
    });
    // A computer that slept has missed its timers; a page that comes back out of the cache asked for nothing.
    document.addEventListener('visibilitychange', () => this.look());
    addEventListener('pageshow', () => this.look());
    this.look();
  }

  private look(): void {
    this.last = Math.max(this.last, shared.read());
    const idle = now() - this.last;
    clearTimeout(this.timer);
    if (idle >= OVER_AFTER) return leave();
    if (idle < WARN_AFTER) this.note.hide();
    else this.note.show(WARNING);
    this.timer = window.setTimeout(() => this.look(), (idle < WARN_AFTER ? WARN_AFTER : OVER_AFTER) - idle);
  }

  /** A redirect says that the session is over already. */
  private async stay(): Promise<void> {
    try {
      const answer = await fetch(TOUCHED, { method: 'HEAD', redirect: 'manual', cache: 'no-store' });
      if (!answer.ok) return leave();
      shared.write((this.last = now()));
      this.look();
    } catch {
      this.note.show(NO_LINE);
    }
  }
}

/** Only where a citizen is signed in: the pages of officers end later and are left open on purpose. */
export const warnWhenIdle = (): void => {
  if (document.querySelector('form[action="/dang-xuat"]')) new Watch().start();
};
