package org.assent.drafting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The decisions about drafts. */
interface DraftActs extends Repository<DraftAct, Long> {

    DraftAct save(DraftAct act);

    List<DraftAct> findByDraftIdOrderById(long draftId);

    Optional<DraftAct> findFirstByDraftIdOrderByIdDesc(long draftId);
}
