/** Loads the notice's element: once, whoever asks. */
export const importNotice = () => import('../elements/cookie-manifest/define.js');
