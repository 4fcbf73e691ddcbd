import type { PolicyMessages } from './en.js';

/** Japanese sentences of the policy page. */
const ja: PolicyMessages = {
  intro: 'このページでは、{site}がご利用の端末に保存するCookieの種類、目的、期間を説明します。',
  whatTitle: 'Cookieとは',
  what: 'Cookieは、ウェブサイトの求めに応じてブラウザが保存し、後でそのサイトに送り返す短いテキストです。',
  similar:
    'ウェブサイトは、ブラウザのローカルストレージ、セッションストレージ、データベース、キャッシュにデータを保存したり、ウェブビーコンで閲覧の通知を受けたりすることもあります。このページでは、これらすべてを「Cookie」と呼びます。',
  lifeTitle: 'セッションCookieと永続Cookie',
  life: 'セッションCookieは、ブラウザを閉じると消えます。永続Cookieはその後も端末に残り、期間が過ぎたとき、または利用者が削除したときに消えます。',
  counted: 'このサイトのCookie：{counts}。',
  partyTitle: 'ファーストパーティCookieとサードパーティCookie',
  party:
    'ファーストパーティCookieは、閲覧中のウェブサイトが保存するCookieです。サードパーティCookieは、それ以外の事業者が保存したり読み取ったりするCookieです。',
  firstOnly: 'このサイトでは、ファーストパーティCookieのみを使用しています。',
  thirds: 'このサイトでは、次の提供元のサードパーティCookieも使用しています：{providers}。',
  whyTitle: 'このサイトがCookieを使用する理由',
  optional:
    '{site}では、必須のCookieを使用しています。用途：{reasons}。次の分類のCookieは、利用者が選ぶまで無効のままです：{categories}。',
  cookiesOnly: '使用しているのはCookieのみで、類似の技術は使用していません。',
  storages: '狭い意味でのCookieのほかに、次のものを使用しています：{storages}。',
  listTitle: 'Cookieの詳細',
  longer: 'ブラウザがCookieを保存する期間は最長 {limit}です。次のCookieは、記載の期間より早く消えます：{names}。',
  script: 'スクリプトが書き込んだCookieをSafariが保存する期間は、最長 {limit}です。',
  manageTitle: 'Cookieの管理方法',
  manage: 'Cookieの確認、ブロック、削除は、ブラウザの設定で行えます。方法は、ブラウザのヘルプをご覧ください：',
  blocked: '必須のCookieをブロックすると、このサイトの一部が正しく動作しなくなります。',
  write: 'このサイトのCookieに関するお問い合わせ先：',
  personal:
    'Cookieに個人情報が含まれる場合は、プライバシーポリシーが適用されます。利用者の権利についても、そちらで説明しています。',
  dated: 'このCookie一覧は{date}現在のものです。',
};
export default ja;
