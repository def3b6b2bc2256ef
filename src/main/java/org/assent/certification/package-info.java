/** Who attended every session receives a certificate that anybody can verify. Model: processes/certification/certification.bpmn. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "file",
            "ledger",
            "mail",
            "notary",
            "print",
            "project",
            "announcement",
            "attendance"
        })
package org.assent.certification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
