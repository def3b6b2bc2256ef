package org.assent.webapp;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The comments on an agreement: the reviewer's word on an item, and the office's answer to each. */
@Component
class AgreementComments {

    List<Map<String, Object>> of(String key) {
        return List.of();
    }
}
