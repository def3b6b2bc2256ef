// The page works without this. After a logout, drafts of forms go also in browsers that do not heed Clear-Site-Data.
if (new URLSearchParams(location.search).has('left')) {
  Object.keys(localStorage).filter(key => key.startsWith('camunda-form:')).forEach(key => localStorage.removeItem(key));
}

// The place within a page stands after the #, which no server hears of: it waits here while somebody logs in elsewhere.
const PLACE = 'assent-place';
if (location.pathname === '/login') {
  sessionStorage.setItem(PLACE, location.hash);
}
const back = document.getElementById('back');
if (back) {
  const place = sessionStorage.getItem(PLACE) || '';
  sessionStorage.removeItem(PLACE);
  location.replace(back.getAttribute('href') + (place.startsWith('#') ? place : ''));
}
