package org.assent.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.PublicKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.assent.engine.Caller;
import org.assent.engine.Evidence;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What auditors do with the ledger: have all of it verified, and take the bundle of a case away. Public: Cockpit's pages
 * ask here, who may is checked here, and that they did is itself on record.
 */
@Component
public class LedgerDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerDesk.class);
    private static final int MOST_FINDINGS = 200;
    private static final String AUDITORS = "auditors";

    private final Audit audit;
    private final Sealing sealing;
    private final LedgerSettings settings;
    private final SealingKeys keys;
    private final EntityTables ours;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    /** What is packed belongs together, whatever is written meanwhile. */
    private final TransactionTemplate oneState;

    private final Evidence evidence;
    private final IdentityService identity;
    private final ObjectProvider<IssuedDocuments> documents;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Map<String, Object> state = Map.of("state", "never");

    LedgerDesk(
            Audit audit,
            Sealing sealing,
            LedgerSettings settings,
            SealingKeys keys,
            EntityTables ours,
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            Evidence evidence,
            IdentityService identity,
            ObjectProvider<IssuedDocuments> documents) {
        this.audit = audit;
        this.sealing = sealing;
        this.settings = settings;
        this.keys = keys;
        this.ours = ours;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.oneState = new TransactionTemplate(transactions);
        oneState.setReadOnly(true);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.evidence = evidence;
        this.identity = identity;
        this.documents = documents;
    }

    /**
     * How the verification stands: {@code state} is never, running, whole, unsealed, wrong or failed; while it runs
     * {@code what}, {@code done} and {@code of}; when it has ended {@code entries}, {@code unsealed}, {@code seals},
     * {@code rows}, and {@code findings} with fault, where and sentence. Always {@code bundles}: whether the caller may
     * take the bundle of a case away, and {@code keys}: the public keys with id, fingerprint, since when they sign, and
     * whether they still do.
     */
    public Map<String, Object> state() {
        demandAuditor();
        Map<String, Object> told = new LinkedHashMap<>(state);
        told.put("bundles", readsPeople(Caller.now(identity)));
        told.put("keys", publicKeys().stream().map(Published::told).toList());
        return told;
    }

    /** Begins a verification, unless one is running; answers at once. */
    public Map<String, Object> verify() {
        String user = demandAuditor();
        if (running.compareAndSet(false, true)) {
            Instant begun = Instant.now();
            put("ledger verified", Map.of("user", user));
            state = Map.of(
                    "state", "running", "what", "seals", "done", 0L, "of", 0L, "by", user, "begun", begun.toString());
            Thread work = new Thread(() -> run(user, begun), "ledger-verify");
            work.setDaemon(true);
            work.start();
        }
        return state();
    }

    private void run(String user, Instant begun) {
        try {
            // what is there now gets its seal first, or nothing could be said of it
            sealing.seal();
            Verification.Result result = audit.verify(
                    (what, done, of) -> state = Map.of(
                            "state",
                            "running",
                            "what",
                            what,
                            "done",
                            done,
                            "of",
                            of,
                            "by",
                            user,
                            "begun",
                            begun.toString()),
                    Checkpoint.none());
            Map<String, Object> ended = new LinkedHashMap<>();
            ended.put("state", !result.isUntouched() ? "wrong" : result.isWhole() ? "whole" : "unsealed");
            ended.put("by", user);
            ended.put("begun", begun.toString());
            ended.put("ended", Instant.now().toString());
            ended.put("entries", result.entries());
            ended.put("unsealed", result.unsealed());
            ended.put("seals", result.seals());
            ended.put("rows", result.rows());
            ended.put("wrong", result.findings().size());
            ended.put(
                    "findings",
                    result.findings().stream()
                            .limit(MOST_FINDINGS)
                            .map(finding -> Map.of(
                                    "fault", finding.fault().name(),
                                    "where", finding.where(),
                                    "sentence", finding.sentence()))
                            .toList());
            state = ended;
        } catch (RuntimeException e) {
            LOG.error("The ledger could not be verified", e);
            state = Map.of(
                    "state",
                    "failed",
                    "by",
                    user,
                    "begun",
                    begun.toString(),
                    "ended",
                    Instant.now().toString());
        } finally {
            running.set(false);
        }
    }

    /** A key that signed roots. */
    private record Published(String id, PublicKey key, Instant since, boolean isInForce) {

        String fingerprint() {
            return Hash.of(key.getEncoded());
        }

        Map<String, Object> told() {
            return Map.of("id", id, "fingerprint", fingerprint(), "since", since.toString(), "isInForce", isInForce);
        }

        String pem() {
            return "# %s, signs since %s%s, SHA-256 %s%n%s"
                    .formatted(id, since, isInForce ? "" : ", retired", fingerprint(), SealingKeys.pem(key));
        }
    }

    /** The one in force first; a key that never signed anything is not shown. */
    private List<Published> publicKeys() {
        Map<String, PublicKey> known = keys.known();
        List<Published> published = new ArrayList<>();
        database.query(
                "select key_id, min(sealed_at), max(number) from ledger_seal group by key_id order by 3 desc", row -> {
                    PublicKey key = known.get(row.getString(1));
                    if (key != null) {
                        published.add(new Published(
                                row.getString(1),
                                key,
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.isFirst()));
                    }
                });
        return published;
    }

    /** What a third party compares the key of a bundle with: every public key that signed, one below the other. */
    public byte[] keys() {
        demandAuditor();
        return publicKeys().stream()
                .map(Published::pem)
                .collect(Collectors.joining("\n"))
                .getBytes(US_ASCII);
    }

    /** A file to take away. Public: the page gives it. */
    public record Packed(String name, byte[] content) {}

    /** A root case with a chain. */
    private record Rooted(String chain, String key) {}

    /**
     * Everything of one case, and of those that it called or was called by, with the proof, as a zip.
     *
     * @param of business key, or id of a process instance
     */
    public Packed bundle(String of) {
        String user = demandReader();
        Rooted root = root(of);
        put("bundle", Map.of("user", user, "case", root.chain()));
        sealing.seal();
        byte[] content = oneState.execute(status -> new CaseBundle(
                        database,
                        keys,
                        settings.path(),
                        ours.all(),
                        documents.orderedStream().toList())
                .of(root.chain()));
        return new Packed("assent-" + root.key().replaceAll("[^A-Za-z0-9.-]+", "-") + ".zip", content);
    }

    private Rooted root(String of) {
        List<Rooted> roots = database.query(
                "select c.chain, coalesce(r.business_key_, r.id_) from ledger_chain c"
                        + " join act_hi_procinst p on p.root_proc_inst_id_ = c.chain"
                        + " join act_hi_procinst r on r.id_ = c.chain"
                        + " where p.id_ = ? or p.business_key_ = ? order by p.start_time_ desc",
                (row, number) -> new Rooted(row.getString(1), row.getString(2)),
                of,
                of);
        return roots.stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "There is no record of such a case, or its time of retention is over and its content gone."));
    }

    private void put(String kind, Map<String, String> facts) {
        transaction.executeWithoutResult(status -> evidence.happened(kind, facts));
    }

    private String demandAuditor() {
        Caller caller = Caller.now(identity);
        if (caller.user() == null
                || !caller.groups().contains(AUDITORS) && !caller.groups().contains(Groups.CAMUNDA_ADMIN)) {
            throw new Refusal("The ledger is verified by auditors and administrators.");
        }
        return caller.user();
    }

    /** Who operates the engine has no business with candidates, whose data is in the bundle. */
    private static boolean readsPeople(Caller caller) {
        return caller.groups().contains(AUDITORS) && !caller.groups().contains(Groups.CAMUNDA_ADMIN);
    }

    private String demandReader() {
        Caller caller = Caller.now(identity);
        if (caller.user() == null || !readsPeople(caller)) {
            throw new Refusal("The bundle of a case holds what is known of people in it, so auditors take it away.");
        }
        return caller.user();
    }
}
