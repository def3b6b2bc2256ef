// In each web app: whoever is not logged in goes to the one login page and comes back to the same place, and whoever
// leaves takes along what their forms kept in this browser. Runs before AngularJS starts.
const desk = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const drafts = () => Object.keys(localStorage).filter(key => key.startsWith('camunda-form:'));
const forget = () => drafts().forEach(key => localStorage.removeItem(key));

window.angular.module('cam.commons.auth').run(['$rootScope', function($rootScope) {
  let left = false;

  function here() {
    const place = window.location.hash.startsWith('#/login') ? '' : window.location.hash;
    return `?ended&to=${encodeURIComponent(window.location.pathname + window.location.search)}${place}`;
  }

  $rootScope.$on('authentication.login.required', event => {
    event.preventDefault();
    // an open form saves itself when it hears this, and not again when its author has gone
    setTimeout(() => left ? forget() : window.location.replace(`${desk}/login${here()}`));
  });
  $rootScope.$on('authentication.logout.success', (event, response) => {
    event.preventDefault();
    left = true;
    forget();
    window.location.replace(response.headers('X-Assent-Next') || `${desk}/login?left`);
  });
  $rootScope.$on('authentication.changed', (event, authentication) => {
    if (authentication && authentication.name) {
      if (localStorage.getItem('assent-drafts-of') !== authentication.name) {
        forget();
      }
      localStorage.setItem('assent-drafts-of', authentication.name);
    }
  });
}]);

export default [];
