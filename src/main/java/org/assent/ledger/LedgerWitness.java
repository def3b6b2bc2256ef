package org.assent.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assent.engine.Evidence;
import org.assent.notary.Witness;
import org.springframework.stereotype.Component;

/** Puts each document that the desk signs on record, in the transaction that issues it, and proves it once it is sealed. */
@Component
class LedgerWitness implements Witness {

    static final String ISSUED = "issued";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Evidence evidence;
    private final LedgerProofs proofs;

    LedgerWitness(Evidence evidence, LedgerProofs proofs) {
        this.evidence = evidence;
        this.proofs = proofs;
    }

    @Override
    public void issued(String reference, String sha256) {
        evidence.happened(ISSUED, Map.of("document", reference, "sha256", sha256));
    }

    @Override
    public Optional<Proof> proof(String sha256) {
        return proofs.of(sha256)
                .map(proof -> new Proof(
                        "On record since %s and sealed at %s, by root %d of the desk's ledger: the record was not changed since."
                                .formatted(shown(proof.recorded()), shown(proof.sealed()), proof.root()),
                        proof.evidence()));
    }

    private static String shown(Instant moment) {
        return MOMENT.format(moment);
    }
}
