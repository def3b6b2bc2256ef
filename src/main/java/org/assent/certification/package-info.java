/** Who attended every session receives a certificate that anybody can verify. Model: processes/certification/certification.bpmn. */
@NullMarked
package org.assent.certification;

import org.jspecify.annotations.NullMarked;
