import { byId } from '../shared/dom.js';

/** What a button puts around the chosen words, or in front of their line. */
interface Tool {
  readonly label: string;
  readonly before: string;
  readonly after?: string;
  readonly words: string;
  /** Stands at the beginning of a line. */
  readonly line?: boolean;
}

const TOOLS: readonly Tool[] = [
  { label: 'Tiêu đề mục', before: '## ', words: 'Tiêu đề mục', line: true },
  { label: 'Đậm', before: '**', after: '**', words: 'chữ đậm' },
  { label: 'Nghiêng', before: '*', after: '*', words: 'chữ nghiêng' },
  { label: 'Danh sách', before: '- ', words: 'mục', line: true },
  { label: 'Đánh số', before: '1. ', words: 'bước', line: true },
  { label: 'Đường dẫn', before: '[', after: '](https://)', words: 'chữ của đường dẫn' },
  { label: 'Bảng', before: '\n| Cột một | Cột hai |\n|---|---|\n| ', after: ' | ô |\n', words: 'ô' },
];

const apply = (area: HTMLTextAreaElement, { before, after = '', words, line }: Tool): void => {
  const { value } = area;
  const end = area.selectionEnd;
  const start = line ? value.lastIndexOf('\n', area.selectionStart - 1) + 1 : area.selectionStart;
  const chosen = value.slice(start, end) || words;
  const lines = line ? chosen.split('\n').map((text) => before + text) : [before + chosen + after];
  area.setRangeText(lines.join('\n'), start, end, 'end');
  if (!line) area.setSelectionRange(start + before.length, start + before.length + chosen.length);
  // Whatever counts characters looks again.
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
};

/** Buttons above the text of an article, for editors who do not know the signs by heart. */
const toolbar = (): void => {
  const area = document.querySelector('.news-body') ? byId('f-noiDung', HTMLTextAreaElement) : undefined;
  if (!area) return;
  const bar = document.createElement('div');
  bar.className = 'news-tools';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'Định dạng nội dung');
  for (const tool of TOOLS) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm';
    button.textContent = tool.label;
    button.addEventListener('click', () => apply(area, tool));
    bar.append(button);
  }
  area.before(bar);
};

toolbar();
