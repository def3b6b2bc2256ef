/**
 * The head of the office and the superior sign one version of an agreement's document, which is closed with that, and
 * the document is printed and signed with the desk's own key. Model: processes/signing/signing.bpmn.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "ledger",
            "mail",
            "notary",
            "print",
            "scheme",
            "organisation",
            "agreement",
            "drafting"
        })
package org.assent.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
