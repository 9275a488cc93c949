package org.diaodu.server;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Why the platform could not start, in one message and without a stack trace. Our own exceptions that carry an exit
 * status say it themselves; what Spring knows of, a port in use for one, it explains.
 */
final class StartFailures implements FailureAnalyzer, FailureAnalysisReporter {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExitCodeGenerator) return new FailureAnalysis(cause.getMessage(), null, cause);
        }
        return null;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("diaodu: " + analysis.getDescription());
        if (analysis.getAction() != null) System.err.println("  " + analysis.getAction());
    }
}
