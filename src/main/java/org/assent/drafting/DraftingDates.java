package org.assent.drafting;

import java.util.Date;
import java.util.Map;
import org.assent.engine.Schedule;
import org.springframework.stereotype.Component;

/** When the process of drafting wakes up by itself: on the date that the agreement's case handed over, which stays. */
@Component
class DraftingDates implements Schedule {

    @Override
    public String process() {
        return DraftingProcess.KEY;
    }

    @Override
    public Map<String, Date> dates(String businessKey, Map<String, Object> variables) {
        return Map.of();
    }
}
