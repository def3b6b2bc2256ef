// A model drawn by Cockpit's own viewer, and what is painted on it.

/** The viewer's element: a text of ours that holds nothing from outside. */
const VIEWER = '<div cam-widget-bpmn-viewer diagram-data="xml" control="control" on-load="loaded()" disable-navigation="false"></div>';

/** Draws the model into the node; the answer paints on it. */
export function draw(node, xml) {
  return new Promise(resolve => {
    const injector = window.angular.element(document.body).injector();
    keepLink(injector.get('search'));
    const scope = injector.get('$rootScope').$new(true);
    scope.xml = xml;
    scope.control = {};
    scope.loaded = () => resolve(brush(scope.control.getViewer(), node));
    node.append(injector.get('$compile')(VIEWER)(scope)[0]);
    scope.$applyAsync();
  });
}

/** The viewer writes into the address where its drawing stands, over and over; the link to a page of ours is to be sent. */
function keepLink(search) {
  if (search.assentKeeps) {
    return;
  }
  const update = search.updateSilently;
  search.assentKeeps = true;
  search.updateSilently = function (asked, ...rest) {
    const isOurs = window.location.hash.startsWith('#/history');
    return isOurs && ('viewbox' in asked || 'rootElement' in asked) ? undefined : update.call(search, asked, ...rest);
  };
}

function brush(viewer, node) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  let chosen = '';
  canvas.zoom('fit-viewport');
  // no more room than the drawing takes
  const {inner, scale} = canvas.viewbox();
  node.style.height = `${Math.round(Math.max(180, Math.min(620, inner.height * scale + 50)))}px`;
  canvas.resized();
  canvas.zoom('fit-viewport');
  return {
    mark(id, style) {
      if (elements.get(id)) {
        canvas.addMarker(id, style);
      }
    },
    unmark(id, style) {
      if (elements.get(id)) {
        canvas.removeMarker(id, style);
      }
    },
    badge(id, text, title) {
      if (elements.get(id)) {
        const badge = document.createElement('span');
        badge.className = 'assent-badge';
        badge.textContent = text;
        badge.title = title;
        overlays.add(id, 'assent', {position: {top: -11, left: -11}, html: badge});
      }
    },
    wipe() {
      overlays.remove({type: 'assent'});
    },
    /** Shows where a step is. */
    choose(id) {
      if (!elements.get(id)) {
        return;
      }
      if (chosen) {
        canvas.removeMarker(chosen, 'assent-chosen');
      }
      chosen = id;
      canvas.addMarker(id, 'assent-chosen');
      node.scrollIntoView({block: 'center'});
    },
    onChoice(tell) {
      viewer.get('eventBus').on('element.click', event => tell(event.element.id));
    }
  };
}
