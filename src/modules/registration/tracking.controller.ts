import { page, type Handler } from '../../core/http/route.js';
import type { TrackingForm } from './form01.schema.js';
import { paths } from './paths.js';
import type { TrackingQueries } from './tracking.queries.js';

export const trackingController = ({ find }: Pick<TrackingQueries, 'find'>) => {
  const form: Handler = ({ retry }) =>
    page('registration/tracking', { title: 'Tra cứu hồ sơ', paths, ...(retry && { retry }) });

  const show: Handler<TrackingForm> = async ({ input }) => {
    const found = await find(input);
    return page('registration/tracking', { title: `Hồ sơ ${found.number}`, paths, found }, { confidential: true });
  };

  return { form, show };
};
