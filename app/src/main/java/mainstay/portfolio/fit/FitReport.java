package mainstay.portfolio.fit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the command prints: the names are a contract.
record FitReport(
        String model,
        String reason,
        String unit,
        Map<String, String> columns,
        @Nullable LocalDate observationEnd,
        double horizon,
        long customers,
        long repeatCustomers,
        Map<String, Double> parameters,
        Map<String, Double> standardErrors,
        @Nullable Double logLikelihood,
        @Nullable Double aic,
        @Nullable Double bic,
        String status,
        @Nullable String boundaryParameter,
        @Nullable String boundary,
        List<Alternative> alternatives,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Score> perCustomer) {

    record Alternative(
            String model,
            @Nullable Double logLikelihood,
            @Nullable Double bic,
            String status) {}

    record Score(
            String customer,
            int x,
            double tx,
            @JsonProperty("T") double age,
            @Nullable Double m,
            @Nullable Double pAlive,
            @Nullable Double expected) {}
}
