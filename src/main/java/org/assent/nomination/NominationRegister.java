package org.assent.nomination;

import java.util.List;
import java.util.Optional;

/** Who has been nominated for a project. Public: every later capability reads it. */
public interface NominationRegister {

    /** Candidates whose nomination stands, incomplete ones included, by economy and rank. */
    List<CandidateFacts> submitted(String projectCode);

    /** Every candidate that was submitted or was closed before it could be, whatever became of it. */
    List<CandidateFacts> all(String projectCode);

    Optional<CandidateFacts> candidate(String projectCode, String reference);

    /** One per economy that has been asked, by economy. */
    List<NominationCaseFacts> cases(String projectCode);

    Optional<NominationCaseFacts> find(String projectCode, String economy);

    /** The averages of the participants' evaluation; nothing while nobody has answered. */
    Optional<EvaluationFacts> evaluation(String projectCode);
}
