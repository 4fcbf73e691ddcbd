import manifest from '../../../shared/public/cookies.json';

export const dynamic = 'force-static';

/** The manifest of all examples; one of your own goes into `public`. */
export const GET = () => Response.json(manifest);
