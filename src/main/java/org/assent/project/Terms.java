package org.assent.project;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a notification says, as far as it is known yet: empty text and nothing where a draft has gaps. */
@Embeddable
record Terms(
        String reference,
        @Column(name = "start_date") @Nullable LocalDate start,
        @Column(name = "end_date") @Nullable LocalDate end,
        @Enumerated(EnumType.STRING) @Nullable Modality modality,
        String venue,
        @Convert(converter = Codes.class) List<String> hosts,
        boolean allMembers,
        @Convert(converter = Codes.class) List<String> economies,
        String implementing,
        @Nullable Integer overseasPlaces,
        @Nullable Integer localPlaces,
        String qualifications,
        @Convert(converter = Codes.class) List<String> targetGroups,
        String nominationRule,
        @Nullable LocalDate closingDate,
        String objectives,
        @Convert(converter = Topics.class) List<Topic> topics,
        String financialArrangements,
        String signatory) {

    static final Terms NONE = new Terms(
            "", null, null, null, "", List.of(), true, List.of(), "", null, null, "", List.of(), "", null, "",
            List.of(), "", "");
}
