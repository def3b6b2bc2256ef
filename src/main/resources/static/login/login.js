// The page works without this. After a logout, drafts of forms go also in browsers that do not heed Clear-Site-Data.
if (new URLSearchParams(location.search).has('left')) {
  Object.keys(localStorage).filter(key => key.startsWith('camunda-form:')).forEach(key => localStorage.removeItem(key));
}
