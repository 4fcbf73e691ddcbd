import type { PolicyMessages } from './en.js';

/** Chinese sentences of the policy page, in simplified characters. */
const zh: PolicyMessages = {
  intro: '本页说明{site}在您的设备上保存哪些 Cookie、为何保存以及保存多久。',
  whatTitle: '什么是 Cookie',
  what: 'Cookie 是网站要求您的浏览器保存、并在之后发回的小段文本。',
  similar:
    '网站还可以将数据保存在浏览器的本地存储、会话存储、数据库和缓存中，或通过网络信标获知您的访问。在本页中，“Cookie”指以上所有技术。',
  lifeTitle: '会话 Cookie 与持久 Cookie',
  life: '会话 Cookie 在您关闭浏览器时失效。持久 Cookie 此后仍保留在您的设备上，直到期限届满或您将其删除。',
  counted: '本网站的 Cookie：{counts}。',
  partyTitle: '第一方 Cookie 与第三方 Cookie',
  party: '第一方 Cookie 由您访问的网站保存。第三方 Cookie 由其他公司保存或读取。',
  firstOnly: '本网站仅使用第一方 Cookie。',
  thirds: '本网站还使用以下提供方的第三方 Cookie：{providers}。',
  whyTitle: '本网站为何使用 Cookie',
  optional: '{site}使用必要的 Cookie，用于{reasons}。以下类别的 Cookie 保持关闭，直到您选择启用：{categories}。',
  cookiesOnly: '本网站仅使用 Cookie，不使用任何类似技术。',
  storages: '除狭义的 Cookie 外，本网站还使用：{storages}。',
  listTitle: 'Cookie 详情',
  longer: '浏览器最多将 Cookie 保留{limit}。以下 Cookie 会早于所注明的期限失效：{names}。',
  script: 'Safari 最多将脚本写入的 Cookie 保留{limit}。',
  manageTitle: '如何管理 Cookie',
  manage: '您可以在浏览器的设置中查看、阻止和删除 Cookie。具体方法请参阅浏览器的帮助：',
  blocked: '如果您阻止必要的 Cookie，本网站的部分功能将无法正常使用。',
  write: '如对本网站的 Cookie 有疑问，请联系：',
  personal: '如果 Cookie 包含个人信息，则适用隐私政策。隐私政策也说明了您的权利。',
  dated: '本 Cookie 列表截至{date}。',
};
export default zh;
