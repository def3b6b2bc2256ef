// Assent in Tasklist. Runs before AngularJS starts, so it may still register decorators.
import {showBar} from './bar.js';
import {showAgreement} from './agreement.js';
import {showCase} from './case.js';
import {askBeforeLogout} from './logout.js';
import {settled} from './saving.js';

const app = window.angular;

const shown = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit'
});

/** The processes of an agreement: its tasks have the tab Agreement, all others the tab Case. */
const AGREEMENT = ['agreement', 'drafting', 'review', 'signing', 'monitoring', 'evaluation'];

/** 24 Aug 2022, 09:00 in the official's own zone; nothing where there is no date. */
function absolute(moment) {
  const date = moment ? new Date(moment) : null;
  return date && !isNaN(date) ? shown.format(date) : '';
}

// the module that AngularJS loads last: everything there is to decorate exists by then
app.module('cam.tasklist.custom').config(['$provide', '$httpProvider', function($provide, $httpProvider) {
  // A dynamic list reports an empty error for each edited row and Tasklist counts them, so that its Complete button
  // never comes back. What counts is whether the form shows an error. Submitting still checks everything.
  $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', function($delegate) {
    const directive = $delegate[0];
    const link = directive.link;
    directive.compile = () => (scope, element, attributes, controller) => {
      const patient = Object.create(controller);
      patient.notifyFormValidated = invalid => {
        controller.notifyFormValidated(invalid && hasVisibleError(element[0]));
        if (invalid) {
          // errors are drawn a moment after they are reported
          setTimeout(() => controller.notifyFormValidated(hasVisibleError(element[0])));
        }
      };
      // fields that are not in order are an error without a word: say where to look, and show it
      // and what was typed in the agreement is on the desk before the task is completed
      patient.registerCompletionHandler = complete => controller.registerCompletionHandler(tell => settled().then(() => complete((error, result) => {
        if (error && !error.message) {
          setTimeout(() => firstVisibleError(element[0])?.scrollIntoView({block: 'center'}));
          return tell({message: 'Please look at the fields marked in red.'}, result);
        }
        return tell(error, result);
      }), tell));
      return link.call(directive, scope, element, attributes, patient);
    };
    return $delegate;
  }]);

  // A task shows the page of its own case: that of the project or the agreement, and never both.
  $provide.decorator('camTasklistTaskDirective', ['$delegate', function($delegate) {
    const directive = $delegate[0];
    const link = directive.link;
    directive.compile = () => (scope, ...others) => {
      const all = scope.taskDetailTabs;
      scope.$watch('task.processDefinitionId', definition => {
        const other = AGREEMENT.includes((definition || '').split(':')[0]) ? 'assent-case' : 'assent-agreement';
        scope.taskDetailTabs = all.filter(tab => tab.id !== other);
        if (scope.task && scope.selectedTaskDetailTab?.id === other) {
          scope.selectTaskDetailTab(scope.taskDetailTabs[0]);
        }
      });
      return link?.call(directive, scope, ...others);
    };
    return $delegate;
  }]);

  // What was typed in an agreement and could not be saved is not left behind unasked. The server has the browser forget
  // everything at a logout, unless the official chose to keep it.
  let howToLeave = '';
  $httpProvider.interceptors.push(() => ({
    request: asked => {
      if (howToLeave === 'keep' && asked.url.endsWith('/logout')) {
        asked.headers['X-Assent-Keep'] = 'agreements';
      }
      return asked;
    }
  }));
  $provide.decorator('AuthenticationService', ['$delegate', '$q', '$rootScope', function($delegate, $q, $rootScope) {
    const logout = $delegate.logout;
    $delegate.logout = function(...engine) {
      return $q((leave, stay) => askBeforeLogout($rootScope.authentication?.name)
        .then(how => $rootScope.$applyAsync(() => {
          howToLeave = how;
          return how ? leave(logout.apply($delegate, engine)) : stay({});
        })));
    };
    return $delegate;
  }]);

  // The desk's clock may stand in another year than the browser's: "four years ago" would be nonsense.
  $provide.decorator('amTimeAgoDirective', ['$delegate', function($delegate) {
    const directive = $delegate[0];
    directive.compile = () => (scope, element, attributes) => {
      scope.$watch(attributes.amTimeAgo, moment => element.text(absolute(moment)));
    };
    return $delegate;
  }]);

  // What the server says to an official is one sentence: no heading about forms and submitting around it.
  $provide.decorator('Notifications', ['$delegate', function($delegate) {
    const add = $delegate.add;
    $delegate.add = function(notification) {
      if (notification.type === 'danger') {
        // only the last word counts; a box would pile them up
        this.notifications.filter(one => one.type === 'danger').forEach(one => this.clear(one));
        if (notification.message) {
          notification.status = notification.message;
          notification.message = '';
        }
      }
      return add.call(this, notification);
    };
    return $delegate;
  }]);
}]);

function firstVisibleError(form) {
  return [...form.querySelectorAll('.fjs-form-field-error')].find(error => error.offsetParent !== null);
}

function hasVisibleError(form) {
  return firstVisibleError(form) !== undefined;
}

let agreement = null;

export default [
  {
    id: 'assent-case',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: {label: 'Case'},
    render: (node, {taskId}) => showCase(node, `case/${encodeURIComponent(taskId)}`)
  },
  {
    id: 'assent-agreement',
    pluginPoint: 'tasklist.task.detail',
    priority: 950,
    properties: {label: 'Agreement'},
    render: (node, {taskId}, scope) => {
      agreement?.close();
      agreement = showAgreement(node, taskId);
      // whoever claims the task may write from then on
      scope?.$watch('task.assignee', (now, before) => now !== before && agreement.again());
    },
    unmount: () => {
      agreement?.close();
      agreement = null;
    }
  },
  {
    id: 'assent-bar',
    pluginPoint: 'tasklist.navbar.action',
    priority: 300,
    render: node => showBar(node)
  }
];
