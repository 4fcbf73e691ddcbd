import type { PolicyMessages } from './en.js';

/** Spanish sentences of the policy page. */
const es: PolicyMessages = {
  intro: 'Esta página indica qué cookies guarda {site} en su dispositivo, por qué y durante cuánto tiempo.',
  whatTitle: 'Qué son las cookies',
  what: 'Las cookies son pequeños textos que un sitio web pide a su navegador que guarde y le devuelva más adelante.',
  similar:
    'Los sitios web también pueden guardar datos en el almacenamiento local, el almacenamiento de sesión, las bases de datos y la caché de su navegador, o tener noticia de una visita mediante una baliza web. En esta página, «cookies» se refiere a todo ello.',
  lifeTitle: 'Cookies de sesión y cookies persistentes',
  life: 'Las cookies de sesión terminan al cerrar el navegador. Las cookies persistentes permanecen después en su dispositivo hasta que vence su plazo o usted las elimina.',
  counted: 'En este sitio: {counts}.',
  partyTitle: 'Cookies propias y cookies de terceros',
  party:
    'Las cookies propias las guarda el sitio web que usted visita. Las cookies de terceros las guardan o leen otras empresas.',
  firstOnly: 'Este sitio solo usa cookies propias.',
  thirds: 'Este sitio también usa cookies de terceros, de estos proveedores: {providers}.',
  whyTitle: 'Por qué este sitio usa cookies',
  optional:
    '{site} usa cookies esenciales, para {reasons}. Las cookies de estas categorías permanecen desactivadas hasta que usted las elija: {categories}.',
  cookiesOnly: 'Se usan únicamente cookies y ninguna de las tecnologías similares.',
  storages: 'Además de cookies en sentido estricto, se usa lo siguiente: {storages}.',
  listTitle: 'Las cookies en detalle',
  longer: 'Los navegadores conservan una cookie {limit} como máximo. Estas terminan antes de lo indicado: {names}.',
  script: 'Safari conserva {limit} como máximo las cookies que escribe un script.',
  manageTitle: 'Cómo gestionar las cookies',
  manage: 'Puede ver, bloquear y eliminar las cookies en los ajustes de su navegador. En su ayuda se explica cómo:',
  blocked: 'Si bloquea las cookies esenciales, algunas partes de este sitio no funcionarán como deberían.',
  write: 'Si tiene preguntas sobre las cookies de este sitio, escriba a:',
  personal:
    'Cuando las cookies contienen datos personales, se aplica la política de privacidad. En ella también se explican sus derechos.',
  dated: 'Fecha de esta lista de cookies: {date}.',
};
export default es;
