import type { PolicyMessages } from './en.js';

/** French sentences of the policy page. */
const fr: PolicyMessages = {
  intro: 'Cette page indique quels cookies {site} conserve sur votre appareil, pourquoi et pendant combien de temps.',
  whatTitle: 'Ce que sont les cookies',
  what: 'Les cookies sont de petits textes qu’un site web demande à votre navigateur de conserver et de lui renvoyer plus tard.',
  similar:
    'Les sites web peuvent aussi conserver des données dans le stockage local, le stockage de session, les bases de données et le cache de votre navigateur, ou être informés d’une visite par une balise web. Sur cette page, le mot « cookies » désigne tout cela.',
  lifeTitle: 'Cookies de session et cookies persistants',
  life: 'Les cookies de session expirent à la fermeture de votre navigateur. Les cookies persistants restent ensuite sur votre appareil jusqu’à la fin de leur durée ou jusqu’à ce que vous les supprimiez.',
  counted: 'Sur ce site : {counts}.',
  partyTitle: 'Cookies internes et cookies tiers',
  party:
    'Les cookies internes sont enregistrés par le site web que vous consultez. Les cookies tiers sont enregistrés ou lus par d’autres entreprises.',
  firstOnly: 'Ce site n’utilise que des cookies internes.',
  thirds: 'Ce site utilise aussi des cookies tiers, des fournisseurs suivants : {providers}.',
  whyTitle: 'Pourquoi ce site utilise des cookies',
  optional:
    '{site} utilise des cookies essentiels, pour {reasons}. Les cookies des catégories suivantes restent désactivés tant que vous ne les choisissez pas : {categories}.',
  cookiesOnly: 'Seuls des cookies sont utilisés, et aucune des technologies similaires.',
  storages: 'Outre les cookies au sens strict, sont utilisés : {storages}.',
  listTitle: 'Détail des cookies',
  longer: 'Les navigateurs conservent un cookie {limit} au maximum. Ceux-ci expirent plus tôt qu’indiqué : {names}.',
  script: 'Safari conserve {limit} au maximum les cookies écrits par un script.',
  manageTitle: 'Comment gérer les cookies',
  manage:
    'Vous pouvez voir, bloquer et supprimer les cookies dans les réglages de votre navigateur. Son aide explique comment faire :',
  blocked: 'Si vous bloquez les cookies essentiels, certaines parties de ce site ne fonctionneront pas correctement.',
  write: 'Pour toute question sur les cookies de ce site, écrivez à :',
  personal:
    'Lorsque des cookies contiennent des données personnelles, la politique de confidentialité s’applique. Elle explique aussi vos droits.',
  dated: 'Date de cette liste de cookies : {date}.',
};
export default fr;
