package mainstay;

import java.net.BindException;
import mainstay.demo.SampleUnavailable;
import mainstay.postgres.DatabaseUnavailable;
import mainstay.shared.BadSetting;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Tells the operator in one sentence why the application did not start. What nobody foresaw keeps its stack
/// trace.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements FailureAnalyzer, FailureAnalysisReporter {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = sentence(cause);
            if (sentence != null) {
                return new FailureAnalysis(sentence, "", cause);
            }
        }
        return null;
    }

    private static @Nullable String sentence(Throwable cause) {
        return switch (cause) {
            case DatabaseUnavailable told -> told.getMessage();
            case SampleUnavailable told -> told.getMessage();
            case CannotStart told -> told.getMessage();
            case BadSetting told -> told.getMessage();
            case FlywayException told -> "The database cannot be used by this version of Mainstay: " + firstLine(told);
            case PortInUseException taken ->
                CannotStart.onPort("this machine", taken.getPort(), "in use").getMessage();
            case BindException taken -> "Nothing can listen there: " + taken.getMessage();
            default -> null;
        };
    }

    private static String firstLine(Throwable told) {
        return String.valueOf(told.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction();
        System.err.println(analysis.getDescription() + (action == null || action.isBlank() ? "" : " " + action));
    }
}
