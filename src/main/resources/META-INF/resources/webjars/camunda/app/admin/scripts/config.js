// All four web apps leave by the same door.
export default {customScripts: ['../welcome/scripts/session.js']};
