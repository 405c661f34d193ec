import type { Clock } from '../../core/clock.js';
import { file, page, type Handler } from '../../core/http/route.js';
import { presentChecked } from './card-check.presenter.js';
import type { CardCheckService } from './card-check.service.js';
import type { CardKeys } from './card-key.service.js';
import type { CardCheckInput, CardCheckQuery } from './card-use.schema.js';
import { paths } from './paths.js';

interface Parts {
  readonly clock: Clock;
  readonly service: CardCheckService;
  readonly keys: CardKeys;
}

const TITLE = 'Xác minh thẻ BHYT';

/** Told with the keys: whoever checks without a line needs no other paper. */
const FORMAT = {
  qr: 'The QR code holds a link <PUBLIC_URL>/xac-minh-the?ma=<token>. The token is a JSON Web Signature in compact form (RFC 7515) with alg EdDSA; kid in its header names one of the keys here (RFC 8037).',
  claims: {
    jti: 'id of this showing of the card',
    iat: 'issued at, seconds since 1970',
    exp: 'good until, seconds since 1970: five minutes after iat',
    ini: 'first letters of the holder name, e.g. N.V.A',
    vf: 'first day of the card, yyyy-mm-dd',
    vt: 'last day of the card, yyyy-mm-dd, or null when open',
  },
  check:
    'Signature right, now between iat and exp, today between vf and vt: the card held when the code was made. Compare ini, name and face with a paper that has a photo. A card withdrawn since is found only on-line.',
};

/** **Xác minh thẻ**: whoever is shown a card asks here whether it holds. Nothing is asked by merely opening a link. */
export const cardCheckController = ({ clock, service, keys }: Parts) => {
  /** What a link carries waits in the form; a retry shows what was typed instead. */
  const form: Handler<CardCheckQuery> = ({ input, retry }) =>
    page('records/card-check', { title: TITLE, paths, scanned: retry ? '' : input.ma, ...(retry && { retry }) });

  const reshow: Handler = (request) => form({ ...request, input: { ma: '' } });

  const check: Handler<CardCheckInput> = async ({ input, ip }) => {
    const checked = await service.check(input.ma, ip);
    return page('records/card-check', presentChecked(checked, clock.now()), { confidential: true });
  };

  const publicKeys: Handler = () => {
    const body = JSON.stringify({ keys: keys.published(), format: FORMAT }, null, 2);
    return file('application/json', Buffer.from(body), { cache: 'public, max-age=3600' });
  };

  return { form, reshow, check, publicKeys };
};
