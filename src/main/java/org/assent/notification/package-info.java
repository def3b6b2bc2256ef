/** Reads an APO Project Notification, PDF or plain text, into a record; it knows no engine and no database. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.assent.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
