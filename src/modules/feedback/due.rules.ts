import { number } from '../../core/http/format.js';

/** A deadline in words, as lists and pages show it. */
export interface Due {
  readonly text: string;
  readonly late: boolean;
}

/** "còn 6 giờ làm việc", "quá 12 giờ làm việc"; `late` by the clock: minutes behind it are late outside office hours too. */
export const dueWords = (hours: number, late: boolean): Due => {
  const whole = Math.floor(Math.abs(hours));
  if (whole === 0) return { text: late ? 'vừa quá hạn' : 'còn dưới 1 giờ làm việc', late };
  return { text: `${late ? 'quá' : 'còn'} ${number(whole)} giờ làm việc`, late };
};
