import type { PolicyMessages } from './en.js';

/** Swedish sentences of the policy page. */
const sv: PolicyMessages = {
  intro: 'På den här sidan står vilka kakor {site} sparar på din enhet, varför och hur länge.',
  whatTitle: 'Vad kakor är',
  what: 'Kakor är små texter som en webbplats ber din webbläsare att spara och skicka tillbaka senare.',
  similar:
    'Webbplatser kan också spara data i webbläsarens lokala lagring, sessionslagring, databaser och cache, eller få veta att de besöks genom en webbfyr. På den här sidan betyder ”kakor” allt detta.',
  lifeTitle: 'Sessionskakor och varaktiga kakor',
  life: 'Sessionskakor försvinner när du stänger webbläsaren. Varaktiga kakor finns kvar på din enhet efter det, tills deras tid har gått ut eller du tar bort dem.',
  counted: 'På den här webbplatsen: {counts}.',
  partyTitle: 'Förstapartskakor och tredjepartskakor',
  party: 'Förstapartskakor sparas av webbplatsen som du besöker. Tredjepartskakor sparas eller läses av andra företag.',
  firstOnly: 'Den här webbplatsen använder bara förstapartskakor.',
  thirds: 'Den här webbplatsen använder också tredjepartskakor, från dessa leverantörer: {providers}.',
  whyTitle: 'Varför den här webbplatsen använder kakor',
  optional:
    '{site} använder nödvändiga kakor, för {reasons}. Kakor i dessa kategorier förblir avstängda tills du väljer dem: {categories}.',
  cookiesOnly: 'Bara kakor används, och ingen av de liknande teknikerna.',
  storages: 'Utöver kakor i egentlig mening används: {storages}.',
  listTitle: 'Kakorna i detalj',
  longer: 'Webbläsare sparar en kaka i högst {limit}. Dessa försvinner tidigare än vad som anges: {names}.',
  script: 'Kakor som ett skript skriver sparas av Safari i högst {limit}.',
  manageTitle: 'Så hanterar du kakor',
  manage: 'Du kan se, blockera och ta bort kakor i webbläsarens inställningar. Hur du gör står i webbläsarens hjälp:',
  blocked: 'Om du blockerar nödvändiga kakor fungerar delar av den här webbplatsen inte som de ska.',
  write: 'Har du frågor om kakor på den här webbplatsen, skriv till:',
  personal: 'När kakor innehåller personuppgifter gäller integritetspolicyn. Den förklarar också dina rättigheter.',
  dated: 'Datum för den här listan över kakor: {date}.',
};
export default sv;
