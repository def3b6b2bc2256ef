package org.assent.rehearsal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells it in one sentence instead of a stack trace. Named in META-INF/spring.factories. */
final class FolderInUseAnalyzer extends AbstractFailureAnalyzer<FolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FolderInUse cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
