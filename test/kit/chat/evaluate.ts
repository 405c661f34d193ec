import { THRESHOLD } from '../../../src/modules/support/retrieval.rules.js';
import { asked, offTopic } from './asked.js';
import { hitsOf, measure } from './measure.js';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`;

print(`${asked.length} questions, ${offTopic.length} without an answer; the threshold is ${THRESHOLD}`);
print('threshold  first   three   refused');
for (let at = 20; at <= 60; at += 4) {
  const { first, firstThree, refused } = measure(at / 100);
  print(`${(at / 100).toFixed(2)}     ${percent(first)} ${percent(firstThree)} ${percent(refused)}`);
}
print('\nNot right at first:');
for (const { text, right } of asked) {
  const [best] = hitsOf(text);
  if (!best || best.score < THRESHOLD || !right.includes(best.key))
    print(`  ${text}: ${best?.key ?? 'none'} ${best?.score.toFixed(2) ?? ''}`);
}
print('\nAnswered although there is no answer:');
for (const text of offTopic) {
  const [best] = hitsOf(text);
  if (best && best.score >= THRESHOLD) print(`  ${text}: ${best.key} ${best.score.toFixed(2)}`);
}
