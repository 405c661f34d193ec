import { formsOf, type FoundForm } from '../kit/forms.js';

/** A person's browser behind the balancer: cookies, an address of its own, https in front. */
export class Client {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly address: string,
    private readonly from: string,
  ) {}

  /** Headers that a signed-in request carries. */
  headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { cookie, 'x-forwarded-for': this.from, 'x-forwarded-proto': 'https', 'user-agent': 'bench' };
  }

  async get(path: string): Promise<{ status: number; text: string }> {
    const answer = await fetch(this.address + path, { headers: this.headers(), redirect: 'manual' });
    this.keep(answer);
    return { status: answer.status, text: await answer.text() };
  }

  /** The form of a page that leads to `path`, ready to be sent. */
  async form(page: string, path = page): Promise<FoundForm> {
    const { text, status } = await this.get(page);
    const form = formsOf(text, page).find(({ action }) => action === path);
    if (!form) throw new Error(`no form to ${path} on ${page} (status ${status})`);
    return form;
  }

  /** Sends a form; `files` make it multipart. */
  async send(
    form: FoundForm,
    fields: Readonly<Record<string, string>>,
    files: Readonly<Record<string, File>> = {},
  ): Promise<number> {
    const pairs = Object.entries({ ...form.hidden, ...fields });
    const multipart = Object.keys(files).length > 0;
    const body = multipart ? new FormData() : new URLSearchParams(pairs);
    if (multipart) {
      // The token goes first: the server looks at it before it keeps a file.
      for (const [name, value] of pairs.toSorted(([a], [b]) => Number(b === '_csrf') - Number(a === '_csrf')))
        body.append(name, value);
      for (const [name, file] of Object.entries(files)) (body as FormData).append(name, file, file.name);
    }
    const answer = await fetch(this.address + form.action, {
      method: 'POST',
      headers: this.headers(),
      body,
      redirect: 'manual',
    });
    this.keep(answer);
    await answer.arrayBuffer();
    return answer.status;
  }

  async signIn(path: string, name: string, password: string): Promise<this> {
    const form = await this.form(path);
    const [user, secret] = ['text', 'password'].map(
      (kind) => form.inputs.find(({ type }) => type === kind)?.name ?? '',
    );
    const status = await this.send(form, { [user ?? '']: name, [secret ?? '']: password });
    if (status !== 303) throw new Error(`signing in as ${name} was answered with ${status}`);
    return this;
  }

  private keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
  }
}
