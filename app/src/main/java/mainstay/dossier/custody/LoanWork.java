package mainstay.dossier.custody;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mainstay.shared.WorkSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the reader borrowed and will not see any more after tomorrow.
@Component
@Transactional(readOnly = true)
class LoanWork implements WorkSource {

    private final Loans loans;
    private final Clock clock;

    LoanWork(Loans loans, Clock clock) {
        this.loans = loans;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("loan-ends");
    }

    @Override
    public boolean staysInside() {
        return true;
    }

    @Override
    public List<Work> work() {
        Instant afterTomorrow =
                LocalDate.now(clock).plusDays(2).atStartOfDay(clock.getZone()).toInstant();
        return loans.endingBefore(afterTomorrow).stream().map(this::work).toList();
    }

    private Work work(Loan loan) {
        LocalDate last = LocalDate.ofInstant(Objects.requireNonNull(loan.endsAt()), clock.getZone());
        return Work.of(
                "loan-ends",
                String.valueOf(loan.id()),
                loan.path(),
                "work.loan.title",
                List.of(loan.called()),
                "work.loan.reason",
                List.of(last, loan.purpose()),
                null,
                last.isAfter(LocalDate.now(clock)) ? 2 : 3,
                LocalDate.ofInstant(loan.askedAt(), clock.getZone()));
    }
}
