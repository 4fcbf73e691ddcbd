import type { PolicyMessages } from './en.js';

/** Portuguese sentences of the policy page. */
const pt: PolicyMessages = {
  intro:
    'Esta página indica quais os cookies que {site} guarda no seu dispositivo, por que motivo e durante quanto tempo.',
  whatTitle: 'O que são cookies',
  what: 'Os cookies são pequenos textos que um site pede ao seu navegador que guarde e lhe devolva mais tarde.',
  similar:
    'Os sites também podem guardar dados no armazenamento local, no armazenamento de sessão, nas bases de dados e na cache do seu navegador, ou ser informados de uma visita por um web beacon. Nesta página, «cookies» designa tudo isto.',
  lifeTitle: 'Cookies de sessão e cookies persistentes',
  life: 'Os cookies de sessão terminam quando fecha o navegador. Os cookies persistentes ficam depois no seu dispositivo, até o seu prazo terminar ou até serem eliminados.',
  counted: 'Neste site: {counts}.',
  partyTitle: 'Cookies próprios e cookies de terceiros',
  party:
    'Os cookies próprios são guardados pelo site que visita. Os cookies de terceiros são guardados ou lidos por outras empresas.',
  firstOnly: 'Este site utiliza apenas cookies próprios.',
  thirds: 'Este site também utiliza cookies de terceiros, destes fornecedores: {providers}.',
  whyTitle: 'Por que razão este site utiliza cookies',
  optional:
    '{site} utiliza cookies essenciais, para {reasons}. Os cookies destas categorias permanecem desativados até os escolher: {categories}.',
  cookiesOnly: 'São utilizados apenas cookies, e nenhuma das tecnologias semelhantes.',
  storages: 'Além de cookies em sentido estrito, utiliza-se o seguinte: {storages}.',
  listTitle: 'Os cookies em detalhe',
  longer: 'Os navegadores guardam um cookie, no máximo, durante {limit}. Estes terminam antes do indicado: {names}.',
  script: 'O Safari guarda os cookies escritos por um script, no máximo, durante {limit}.',
  manageTitle: 'Como gerir os cookies',
  manage:
    'Pode ver, bloquear e eliminar os cookies nas definições do seu navegador. A ajuda do navegador explica como:',
  blocked: 'Se bloquear os cookies essenciais, partes deste site não funcionarão como deveriam.',
  write: 'Para perguntas sobre os cookies deste site, escreva para:',
  personal:
    'Quando os cookies contêm dados pessoais, aplica-se a política de privacidade, que também explica os seus direitos.',
  dated: 'Data desta lista de cookies: {date}.',
};
export default pt;
