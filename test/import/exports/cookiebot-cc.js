;CookieConsent.configuration.tags.push({id:1,type:"script"});
CookieConsentDialog.cookieTableNecessary = [["basket_id","shop.example","Keeps the basket.","14 days","HTTP","1",""],["","shop.example","Nameless","1 day","HTTP","1",""]];
CookieConsentDialog.cookieTablePreference = [["ui_mode","<a href='https:\/\/toolkit.example\/privacy' target='_blank'>Toolkit &amp; Co<\/a>","Remembers light or dark.","Persistent","HTML","2",""]];
CookieConsentDialog.cookieTableStatistics = [];
CookieConsentDialog.cookieTableAdvertising = loadLater();
CookieConsentDialog.cookieTableNecessaryCount = 2;
(function(){ throw new Error('never run'); })();
